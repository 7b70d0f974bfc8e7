# A Welsh speaker has still to confirm every string in this file.
# Llythyrau sy’n helpu. Yr hawlydd sy’n eu hanfon, neu beidio. Rhaid i gyfreithiwr gadarnhau’r testunau hyn cyn gwasanaeth byw.

letters-title = Llythyrau sy’n helpu
letters-back = Yn ôl i’r cais
letters-lead = Ni sy’n ysgrifennu’r llythyr. Chi sy’n ei anfon, neu beidio. Nid ydym byth yn ei anfon ar eich rhan.
letters-stop = Does dim angen llythyr arnoch i roi’r gorau i rannu. [Rhowch y gorau i rannu yma](stop).
letters-practice = At eich meddygfa
letters-dwp = At y DWP
letters-stop-practice = Dweud wrth eich meddygfa nad ydych yn cytuno
letters-stop-practice-when = Mae hyn yn helpu os nad ydych am i’ch meddygfa anfon at y DWP yr hyn nad ydych yn ei rannu yma.
letters-correction = Gofyn i’ch meddygfa gywiro eitem yn eich cofnod
letters-correction-when = Mae hyn yn helpu os yw eitem yn eich cofnod yn anghywir.
letters-more-time = Gofyn i’r DWP am fwy o amser
letters-more-time-when = Mae hyn yn helpu os na allwch anfon ffurflen neu bapurau erbyn dyddiad y DWP, neu os ydych yn hwyr.
letters-withdraw-form = Tynnu’n ôl y cydsyniad ar ffurflen y DWP
letters-withdraw-form-when = Mae hyn yn helpu os cytunoch ar ffurflen y caiff y DWP ofyn i’ch meddygfa, a’ch bod nawr am weld pob cais yn gyntaf.
letters-subject-access = Gofyn i’r DWP am gopi o’r hyn sydd ganddi
letters-subject-access-when = Mae hyn yn helpu os ydych am weld beth sydd gan y DWP amdanoch, ac o ble y daeth.
letters-objection = Gwrthwynebu’r ffordd mae’r DWP yn defnyddio eich gwybodaeth iechyd
letters-objection-when = Mae hyn yn helpu os yw’r defnydd hwnnw’n anodd i chi, am reswm sy’n perthyn i chi. Caiff y DWP ddweud na, a rhaid iddi ddweud pam.
letters-limits = Nid yw llythyr at eich meddygfa yn cyfyngu ar y ffurflen SR1, nodiadau ffitrwydd, gofal, nac unrhyw beth rydych chi neu’ch cynrychiolydd yn gofyn iddi ei anfon.
letters-reports = Nid yw Deddf Mynediad at Adroddiadau Meddygol 1988 yn berthnasol i adroddiadau i’r DWP. Felly nid oes yr un llythyr yma yn ei defnyddio.

letter-back = Pob llythyr
letter-lead = Gallwch anfon y llythyr hwn. Nid ydym byth yn ei anfon ar eich rhan.
letter-how = Argraffwch y dudalen hon, neu lawrlwythwch y llythyr fel testun. Llenwch yr hyn sydd mewn [bachau petryal]. Newidiwch yr hyn a fynnwch, a’i lofnodi.
letter-sharing = Rydych yn rhannu rhywfaint o hyn nawr, ac mae’r llythyr yn dweud hynny. Os nad ydych am rannu dim, [rhowch y gorau i rannu](stop) yn gyntaf.
letter-fields = { $fields ->
    [one] Gallwch adael hwn yn wag. Ysgrifennwch { $most } o lythrennau ac arwyddion ar y mwyaf. Nid ydym yn cadw’r hyn rydych yn ei deipio yma.
   *[other] Gallwch adael y rhain yn wag a’u llenwi â llaw. Ysgrifennwch { $most } o lythrennau ac arwyddion ar y mwyaf ym mhob un. Nid ydym yn cadw’r hyn rydych yn ei deipio yma.
  }
letter-field-entry = Pa eitem sy’n anghywir? Gyda’i dyddiad, os oes un
letter-field-wrong = Beth sy’n anghywir, a beth fyddai’n gywir?
letter-field-needs-time = Ar gyfer beth mae angen mwy o amser arnoch?
letter-field-until = Tan pryd?
letter-field-reason = Pam mae angen mwy o amser arnoch?
letter-field-form = Pa ffurflen oedd hi? Ei henw, a phryd y’i llofnodwyd gennych
letter-field-about = Oes rhywbeth rydych am ei weld yn fwy na dim?
letter-field-hard = Pam mae’n anodd i chi?
letter-error-long = “{ $label }”: ysgrifennwch { $most } o lythrennau ac arwyddion ar y mwyaf. Nawr mae { $count } yno
letter-language = Iaith y llythyr
letter-language-practice = Efallai mai Saesneg yn unig y mae eich meddygfa’n ei ddarllen.
letter-language-dwp = Mae’r DWP yn derbyn llythyrau yn Gymraeg hefyd.
letter-in-english = Saesneg
letter-in-welsh = Cymraeg
letter-update = Diweddaru’r llythyr
letter-update-language = Dangos y llythyr yn yr iaith hon
letter-download = Lawrlwytho fel testun
letter-history = Pan fyddwch yn ei lawrlwytho, bydd eich hanes yn dweud hynny. Nid yw byth yn dweud beth sydd ynddo.
letter-label = Y llythyr

letter-text-address = [eich cyfeiriad]
letter-text-practice = [enw a chyfeiriad eich meddygfa]
letter-text-to-dwp = Yr Adran Gwaith a Phensiynau (DWP)
letter-text-dwp = [y cyfeiriad ar lythyr y DWP atoch]
letter-text-dear-practice = Annwyl feddygfa,
letter-text-dear-dwp = Annwyl Syr neu Fadam,
letter-text-request = Cais: { $reference }, { $date }
letter-text-nhs = Rhif GIG: { $number }
letter-text-nino = Rhif Yswiriant Gwladol: { $number }
letter-text-born = Dyddiad geni: { $date }
letter-text-month = Atebwch o fewn un mis, os gwelwch yn dda (Erthygl 12 o GDPR y DU).
letter-text-go-on = Ewch ymlaen â’m hawliad, os gwelwch yn dda. Rwy’n dal i ateb eich cwestiynau ac yn rhoi gwybod am newidiadau.
letter-text-close = Yn gywir,
letter-text-sign = [eich llofnod]

letter-stop-subject = Cais y DWP am fy nghofnod iechyd
letter-stop-asked = Mae { $asker } wedi gofyn am wybodaeth o fy nghofnod iechyd.
letter-stop-stopped = Ar { $date } rhoddais y gorau i’w rhannu drwy Sayso. Dyna’r gwasanaeth lle rwy’n ateb ceisiadau o’r fath.
letter-stop-refused = Ar { $date } dywedais yn Sayso nad wyf yn ei rhannu. Dyna’r gwasanaeth lle rwy’n ateb ceisiadau o’r fath.
letter-stop-over = Ar { $date } atebais yn Sayso. Dyna’r gwasanaeth lle rwy’n ateb ceisiadau o’r fath. Nid wyf yn rhannu dim o’r wybodaeth honno mwyach.
letter-stop-sharing = Rwy’n rhannu’r hyn rwy’n cytuno iddo drwy Sayso. Dyna’r gwasanaeth lle rwy’n ateb ceisiadau o’r fath. Nid wyf yn cytuno i fwy.
letter-stop-undecided = Nid wyf wedi cytuno i hynny.
letter-stop-no = Nid wyf yn cytuno i chi anfon gwybodaeth o fy nghofnod ar gyfer y cais hwn at y DWP, nac at neb sy’n gweithio iddi.
letter-stop-nothing-else = Peidiwch ag anfon dim byd arall o fy nghofnod ar gyfer y cais hwn at y DWP, nac at neb sy’n gweithio iddi, os gwelwch yn dda.
letter-stop-duty = Fy nghaniatâd i yw’r hyn y mae’r ddyletswydd cyfrinachedd yn gofyn amdano. Hebddo, ni ddylech anfon y wybodaeth. Mae pedwar eithriad: cyfraith, gorchymyn llys, budd cyhoeddus tra phwysig, neu les pennaf person na all benderfynu.
letter-stop-england = Yn Lloegr, dim ond tra nad oes gennych reswm i gredu nad wyf yn cytuno y cewch ddibynnu ar air y DWP fy mod yn cytuno (contract meddygon teulu, rheoliad 80(2)). Mae’r llythyr hwn yn rheswm o’r fath.
letter-stop-tell = Os credwch fod yn rhaid i chi anfon rhywbeth er hynny, dywedwch wrthyf yn gyntaf, os gwelwch yn dda. Dywedwch pa gyfraith neu ba reswm ydyw.
letter-stop-limits = Mae’r llythyr hwn am y cais hwn yn unig. Nid yw’n cyfyngu ar SR1, nodiadau ffitrwydd, gofal, nac unrhyw beth rwyf i neu fy nghynrychiolydd yn gofyn i chi ei anfon.

letter-correction-subject = Cywirwch eitem yn fy nghofnod, os gwelwch yn dda
letter-correction-seen = Rwyf wedi gweld yr eitem hon yn fy nghofnod iechyd:
letter-correction-entry-space = [yr eitem, gyda’i dyddiad]
letter-correction-wrong = Beth sy’n anghywir ynddi, a beth fyddai’n gywir:
letter-correction-wrong-space = [beth sy’n anghywir, a beth fyddai’n gywir]
letter-correction-ask = Cywirwch hi, os gwelwch yn dda. Rwy’n gofyn am hyn o dan Erthygl 16 o GDPR y DU.
letter-correction-note = Os nad ydych yn cytuno ei bod yn anghywir, dywedwch wrthyf pam, os gwelwch yn dda. Cadwch y llythyr hwn hefyd yn fy nghofnod, wrth ymyl yr eitem honno.
letter-correction-limits = Mae’r llythyr hwn am yr eitem hon yn unig. Nid yw’n cyfyngu ar SR1, nodiadau ffitrwydd, gofal, nac unrhyw beth rwyf i neu fy nghynrychiolydd yn gofyn i chi ei anfon.

letter-time-subject = Rhowch fwy o amser i mi, os gwelwch yn dda
letter-time-asked = Ar { $asked } gofynnodd { $asker } i mi drwy Sayso am wybodaeth o fy nghofnod iechyd, ac am ateb erbyn { $by }.
letter-time-asked-words = Ar { $asked } gofynnodd { $asker } gwestiwn i mi drwy Sayso, a gofyn am ateb erbyn { $by }.
letter-time-need = Mae angen mwy o amser arnaf ar gyfer { $what }. Rhowch amser i mi tan { $until }, os gwelwch yn dda.
letter-time-what-space = [y ffurflen neu’r papurau]
letter-time-until-space = [dyddiad]
letter-time-reason = Fy rheswm yw:
letter-time-reason-space = [eich rheswm]
letter-time-good = Os yw fy amser ar ben yn barod, cymerwch hyn fel fy rheswm da dros fod yn hwyr, os gwelwch yn dda.
letter-time-free = Fy newis i yw’r hyn rwy’n ei rannu drwy Sayso. Os nad oes dim byd yno, nid yw hynny’n dystiolaeth amdanaf, nac yn fethiant i gymryd rhan.
letter-time-confirm = Dywedwch wrthyf beth yw’r dyddiad newydd, yn ysgrifenedig, os gwelwch yn dda.

letter-form-subject = Rwy’n tynnu’n ôl y cydsyniad ar fy ffurflen
letter-form-space = [enw’r ffurflen, a phryd y’i llofnodwyd gennych]
letter-form-withdraw = Ar y ffurflen hon cytunais y cewch ofyn am wybodaeth i’r rhai sy’n fy nhrin: { $form }. O { $date } ymlaen rwy’n tynnu’r cydsyniad hwnnw’n ôl.
letter-form-meaning = Nid oes gennych fy nghaniatâd mwyach i gael gwybodaeth amdanaf gan fy meddygfa, na chan eraill sy’n fy nhrin. Mae’r ddyletswydd cyfrinachedd yn gofyn am y caniatâd hwnnw. Peidiwch â dweud wrthynt fy mod yn cytuno, os gwelwch yn dda.
letter-form-basis = Rwy’n gwybod eich bod yn defnyddio fy nata ar gyfer eich tasg gyhoeddus ac o dan gyfraith nawdd cymdeithasol, ac nid drwy gydsyniad (Erthyglau 6(1)(e) a 9(2)(b) o GDPR y DU). Mae’r llythyr hwn am fy nghaniatâd i’r rhai sy’n dal fy nghofnod.
letter-form-ask = Os oes angen rhywbeth o fy nghofnod iechyd arnoch, gofynnwch drwy Sayso, os gwelwch yn dda. Yno rwy’n gweld pob cais, ac yn ei ateb fy hun.
letter-form-keep = Rwy’n gwybod y cewch gadw a defnyddio’r hyn sydd gennych yn barod.
letter-form-limits = Nid yw hyn yn cyfyngu ar SR1, nodiadau ffitrwydd, gofal, nac unrhyw beth rwyf i neu fy nghynrychiolydd yn gofyn i eraill ei anfon atoch.

letter-access-subject = Copi o’r data sydd gennych amdanaf
letter-access-ask = Anfonwch ataf gopi o’r data personol sydd gennych amdanaf, os gwelwch yn dda. Rwy’n gofyn am hyn o dan Erthygl 15 o GDPR y DU.
letter-access-include = Cynhwyswch bopeth sy’n perthyn i gais { $reference }, a phopeth a gawsoch o fy nghofnod iechyd.
letter-access-most = Rwyf am weld hyn yn fwy na dim:
letter-access-also = Dywedwch wrthyf hefyd o ble y daeth y data, pwy sydd wedi’i gael, at beth rydych yn ei ddefnyddio, ac am faint rydych yn ei gadw.
letter-access-proof = Os oes angen gwybod mwy arnoch i fod yn siŵr pwy ydw i, gofynnwch i mi’n fuan, os gwelwch yn dda.

letter-object-subject = Rwy’n gwrthwynebu’r ffordd rydych yn defnyddio fy ngwybodaeth iechyd
letter-object-ask = Rwy’n gwrthwynebu eich defnydd o wybodaeth iechyd amdanaf ar gyfer y cais hwn. Gallaf wneud hynny am eich bod yn dibynnu ar eich tasg gyhoeddus (Erthyglau 6(1)(e) a 21 o GDPR y DU).
letter-object-reason = Fy rheswm, o’m sefyllfa fy hun, yw:
letter-object-reason-space = [eich rheswm]
letter-object-limit = Peidiwch â’i defnyddio tra byddwch yn edrych ar fy ngwrthwynebiad, os gwelwch yn dda (Erthygl 18 o GDPR y DU).
letter-object-refuse = Rwy’n gwybod y cewch ddweud na. Os felly, dywedwch wrthyf pam, yn ysgrifenedig, os gwelwch yn dda.
