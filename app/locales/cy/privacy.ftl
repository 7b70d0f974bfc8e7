# A Welsh speaker has still to confirm every string in this file.
# Beth mae Sayso yn ei gadw, pam, a’r gyfraith, wedi’i dweud yn gywir.

privacy-title = Preifatrwydd
privacy-heading = Preifatrwydd
privacy-lead = Mae Sayso yn cadw beth rydych yn ei benderfynu, a’r prawf ohono. Nid yw’n cadw eich cofnod iechyd, oni bai nad oes lle arall i’w ddarllen ohono.

privacy-who-heading = Pwy sy’n rhedeg Sayso
privacy-who-controller = { $controller } sy’n rhedeg y Sayso hwn, ac yn penderfynu sut mae eich data’n cael ei ddefnyddio yma. “Rheolydd” yw’r enw am hyn yn y gyfraith.
privacy-who-contact = Gallwch gysylltu â nhw yma: { $contact }
privacy-who-officer = Y swyddog diogelu data: { $officer }
privacy-who-guardian = Y Gwarcheidwad Caldicott, sy’n gofalu am gofnodion iechyd: { $guardian }
privacy-who-no-contact = Nid ydyn nhw wedi dweud yma sut i gysylltu â nhw. Rhaid iddyn nhw wneud hynny cyn i bobl go iawn ei ddefnyddio.
privacy-who-no-officer = Nid ydyn nhw wedi dweud yma pwy yw eu swyddog diogelu data. Rhaid iddyn nhw wneud hynny cyn i bobl go iawn ei ddefnyddio.
privacy-who-no-guardian = Nid ydyn nhw wedi dweud yma pwy yw eu Gwarcheidwad Caldicott. Rhaid iddyn nhw wneud hynny cyn i bobl go iawn ei ddefnyddio.
privacy-who-unknown = Nid yw’r bobl sy’n rhedeg y Sayso hwn wedi dweud yma pwy ydyn nhw. Rhaid iddyn nhw wneud hynny cyn i bobl go iawn ei ddefnyddio. Tan hynny, peidiwch â rhoi data go iawn i mewn.

privacy-keep-heading = Beth rydym yn ei gadw
privacy-keep-you = Pwy ydych chi: enw, dyddiad geni, cod post, rhif Yswiriant Gwladol, rhif GIG, e-bost.
privacy-keep-requests = Beth y gofynnwyd amdano, gan bwy, a beth oedd eich ateb.
privacy-keep-words = Yr hyn rydych chi’n ei ysgrifennu eich hun, a’r hyn y mae cynorthwywyr a gweithwyr proffesiynol yn ei ysgrifennu i chi. Gallwch ddileu eich geiriau eich hun a rhai eich cynorthwywyr.
privacy-keep-proof = Olion bysedd ffeiliau, a’ch derbynebau. Nid yw ôl bys yn dangos beth sydd mewn ffeil.
privacy-keep-copies = Copïau o’r hyn y cytunoch i’w rannu, lle dewisoch gadw un. I chi’n unig y maen nhw. Gallwch eu dileu.
privacy-keep-history = Eich hanes: pwy edrychodd, pwy ofynnodd, a beth oedd yr ateb.
privacy-keep-sign-in = Pryd y gwnaethoch fewngofnodi, ac ar ba fath o ddyfais.
privacy-keep-sealed = Mae’r hyn y mae’r rhain yn ei ddweud amdanoch dan sêl, gydag allweddi a wnaed ar eich cyfer chi yn unig. Y bobl sy’n rhedeg Sayso sy’n dal yr allweddi.

privacy-not-heading = Beth sy’n digwydd gyda’ch cofnod iechyd
privacy-not-record = Rydym yn darllen eich cofnod lle y mae, pan fyddwch yn edrych ar gais. Nid ydym yn ei gadw wedyn.
privacy-not-preview = Mae’r ffeil rydych yn edrych arni cyn penderfynu yn cael ei chadw dan sêl am 24 awr.
privacy-not-sent = Mae’r ffeil rydych yn ei chadarnhau yn cael ei chadw dan sêl nes i chi roi’r gorau i rannu, nes i’r rhannu ddod i ben, neu nes na ellir ei chasglu mwyach. Yna mae ei hallwedd yn cael ei dinistrio, ac ni all neb ei hagor.
privacy-not-embedded = Mae rhai cofnodion yn cael eu cadw y tu mewn i Sayso, lle nad oes ffynhonnell arall. Mae’r rheini dan sêl hefyd.

privacy-erase-heading = Os ydych eisiau i ni ddileu eich data
privacy-erase-text = Gofynnwch i’r bobl sy’n rhedeg Sayso. Maen nhw’n dinistrio eich allwedd. Yna ni all neb ddarllen yr hyn a gadwodd Sayso amdanoch. Caiff y DWP gadw’r hyn sydd ganddi. Mae’r log cyhoeddus yn aros yn gyfan. Nid yw’n dweud pwy ydych chi.

privacy-cookies-heading = Cwcis
privacy-cookies-text = Rydym yn defnyddio tri. Mae un yn eich cadw wedi mewngofnodi. Mae un yn cadw eich iaith. Mae un yn cael ei osod pan fyddwch yn dewis “Gadael y dudalen hon”, ac mae’n para 10 munud. Nid ydym yn gwylio beth rydych yn ei wneud, ac nid oes neb arall yn gwneud hynny yma.

privacy-law-heading = Y gyfraith mae’r DWP yn dibynnu arni
privacy-law-basis = Dan GDPR y DU, mae’r DWP yn dibynnu ar ei thasg gyhoeddus (Erthygl 6(1)(e)) ac ar gyfraith nawdd cymdeithasol (Erthygl 9(2)(b)). Nid yw’n dibynnu ar gydsyniad.
privacy-law-yes = Felly beth yw pwrpas eich ie? Mae ar gyfer y ddyletswydd cyfrinachedd. Mae eich cofnod yn cael ei gadw’n gyfrinachol. Os nad ydych yn cytuno, ni ddylai eich meddygfa ei anfon. Mae terfynau: cyfraith, gorchymyn llys, budd cyhoeddus cryf, neu’r hyn sydd orau i rywun na all benderfynu.
privacy-law-pressure = Nid yw ie a gafwyd drwy bwysau yn ie.
privacy-law-england = Yn Lloegr, caiff meddygfa dderbyn gair y DWP eich bod wedi cytuno. Dim ond tra nad oes ganddi reswm i feddwl nad ydych yn cytuno y caiff wneud hynny (contract meddygon teulu, rheoliad 80(2)). Felly rydym yn cynnig llythyr i’ch meddygfa i chi pan fyddwch yn rhoi’r gorau i rannu.
privacy-law-reports = Nid yw Deddf Mynediad at Adroddiadau Meddygol 1988 yn berthnasol i adroddiadau i’r DWP. Rydych yn gweld y ffeil yn gyntaf am ein bod yn addo hynny. Nid yw’n hawl dan y Ddeddf honno.
privacy-law-never = Rydym yn dewis peidio â chario rhai pethau o gwbl, sef cydnabod rhywedd, triniaeth ffrwythlondeb, ac o ble y daw rhywun. Mae gan ddiwedd oes ei ffurflen ei hun, SR1.

privacy-sayso-heading = Y gyfraith rydym ni’n dibynnu arni
privacy-sayso-basis = Mae’r bobl sy’n rhedeg y Sayso hwn yn dweud: { $basis }
privacy-sayso-unknown = Nid yw’r bobl sy’n rhedeg y Sayso hwn wedi dweud hyn eto. Rhaid iddyn nhw wneud hynny cyn i bobl go iawn ei ddefnyddio.

privacy-rights-heading = Eich hawliau
privacy-rights-see = Gallwch ofyn am gopi o’r hyn sydd gan y DWP neu gennym ni amdanoch.
privacy-rights-correct = Gallwch ofyn i ni, i’r DWP neu i’ch meddygfa gywiro’r hyn sy’n anghywir.
privacy-rights-limit = Gallwch ofyn i ddata beidio â chael ei ddefnyddio tra bydd cwestiwn amdano ar agor.
privacy-rights-object = Gallwch wrthwynebu sut mae’r DWP yn defnyddio eich data (Erthygl 21). Gallwch wneud hynny am fod y DWP yn dibynnu ar ei thasg gyhoeddus. Caiff y DWP ddweud na, a rhaid iddi ddweud pam.
privacy-rights-stop = Gallwch roi’r gorau i rannu ar unrhyw adeg. Ni all y DWP gael mwy. Caiff gadw a defnyddio’r hyn sydd ganddi. Nid yw tynnu’n ôl ynddo’i hun yn rheswm i stopio eich arian.
privacy-rights-complain = Gallwch gwyno wrth y [Comisiynydd Gwybodaeth](commissioner).
privacy-checked = Rhaid i gyfreithiwr wirio’r dudalen hon cyn i’r gwasanaeth fynd yn fyw.
