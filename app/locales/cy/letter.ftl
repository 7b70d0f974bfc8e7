# A Welsh speaker has still to confirm every string in this file.
# The letter to the practice, after sharing was stopped.

letter-title = Llythyr i’ch meddygfa
letter-back = Yn ôl i’r dderbynneb
letter-lead = Gallwch anfon y llythyr hwn. Nid ydym byth yn ei anfon ar eich rhan.
letter-how = Argraffwch y dudalen hon, neu copïwch y geiriau. Newidiwch yr hyn a fynnwch, llofnodwch y llythyr, a’i roi i’ch meddygfa.
letter-dear = At fy meddygfa
letter-from = { $name } ydw i. Cefais fy ngeni ar { $born }.
letter-nhs-number = Fy rhif GIG yw { $number }.
letter-stopped = Gofynnodd { $asker } am wybodaeth o fy nghofnod iechyd. Y cais yw { $reference }. Ar { $date } rhoddais y gorau i’w rhannu drwy Sayso.
letter-not-agreed = Nid wyf yn cytuno eich bod yn anfon gwybodaeth o fy nghofnod am y cais hwn at y DWP, nac at neb sy’n gweithio iddi. Ni chewch ddibynnu ar air y DWP fy mod yn cytuno.
letter-limits = Mae’r llythyr hwn am y cais hwn yn unig. Nid yw’n cyfyngu ar SR1, nodiadau ffitrwydd, gofal, nac unrhyw beth rwyf i neu fy nghynrychiolydd yn gofyn i chi ei anfon.
letter-tell-me = Os credwch fod yn rhaid i chi anfon rhywbeth er hynny, dywedwch wrthyf yn gyntaf, a dywedwch pa gyfraith neu ba reswm.
letter-signed = Yn gywir, { $name }
