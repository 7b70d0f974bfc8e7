# A Welsh speaker has still to confirm every string in this file.
# Derbynebau: y rhestr, ac un o bob math.

receipts-title = Eich derbynebau
receipts-heading = Eich derbynebau
receipts-lead = Mae pob penderfyniad yn rhoi derbynneb i chi. Mae’n profi beth ddywedoch chi, a phryd.
receipts-none = Does gennych chi ddim derbynebau eto. Fe gewch un pan benderfynwch ar gais.
receipts-requests = Mynd i’ch ceisiadau
receipts-check = Gall unrhyw un wirio derbynneb. Does dim angen iddyn nhw fewngofnodi.
receipts-check-link = Gwirio derbynneb
receipts-line = Cais { $reference }, gan { $asker }

receipt-title = Derbynneb { $code }
receipt-back = Pob derbynneb
receipt-code = Derbynneb
receipt-kind-decision = Fe wnaethoch chi rannu
receipt-kind-part = Fe wnaethoch chi rannu rhai a chadw rhai yn breifat
receipt-kind-refusal = Wnaethoch chi ddim rhannu dim byd
receipt-kind-withdrawal = Fe wnaethoch chi roi’r gorau i rannu
receipt-kind-collection = Cafodd ei gasglu
receipt-kind-expiry = Daeth y rhannu i ben
receipt-heading-decision = Mae eich penderfyniad wedi’i gofnodi
receipt-heading-refusal = Mae eich “na” wedi’i gofnodi
receipt-heading-withdrawal = Rydych wedi rhoi’r gorau i rannu
receipt-heading-collection = Casglwyd yr hyn rydych yn ei rannu
receipt-heading-expiry = Daeth y rhannu i ben
receipt-who = Pwy benderfynodd
receipt-who-withdrew = Pwy wnaeth ei stopio
receipt-who-helper = { $helper }, sy’n gweithredu ar ran { $name }
receipt-who-operator = Sayso, oherwydd bod { $name } wedi gofyn dros y ffôn neu drwy lythyr
receipt-who-collected = Pwy wnaeth ei gasglu
receipt-nhs = Rhif GIG { $number }
receipt-nino = Rhif Yswiriant Gwladol { $number }
receipt-request = Cais
receipt-request-value = { $reference }, gan { $asker }
receipt-stops = Pryd mae’r rhannu’n dod i ben
receipt-stops-date = Ar ddiwedd { $date }
receipt-stops-empty = Does dim byd yn eich cofnod o’r hyn rydych yn ei rannu. Felly does dim byd i’w gasglu.
receipt-stops-until = Gellir ei gasglu tan { $until }
receipt-stops-nothing = Does dim byd yn cael ei rannu
receipt-stops-now = Daeth i ben ar { $date }
receipt-file = Y ffeil
receipt-file-left-out = { $count ->
    [one] Fe wnaethoch chi adael 1 eitem allan.
   *[other] Fe wnaethoch chi adael { $count } eitem allan.
  }
receipt-shared = Wedi’u rhannu: { $count }
receipt-private = Wedi’u cadw’n breifat: { $count }
receipt-stopped = Wedi’u stopio: { $count }
receipt-waits = Yn aros amdanoch: { $count }
receipt-none = Dim un.
receipt-earlier-heading = Beth gafodd ei gasglu cyn hynny
receipt-earlier-text = Ni ellir dadwneud hyn. Caiff y DWP gadw a defnyddio’r hyn sydd ganddi.
receipt-earlier-none = Chafodd dim byd ei gasglu cyn i chi stopio. Does gan y DWP ddim byd o’r cais hwn.
receipt-digest-heading = Ôl bys y ffeil (SHA-256)
receipt-digest-same = Mae’r un fath ag ar y dudalen lle gwelsoch beth fyddai’n cael ei anfon.
receipt-digest-collected = Dyma’r ffeil a gasglwyd.
receipt-digest-stopped = Dyma’r ffeil na ellir ei chasglu mwyach.
receipt-proof = Prawf
receipt-log = Lle yn y cofnod
receipt-log-value = Llinell { $line }. Ni all neb ei newid na’i thynnu allan heb i hynny ddod i’r golwg.
receipt-log-waits = Bydd yn cael ei lle yn y cofnod cyhoeddus o fewn munud. Agorwch y dudalen hon eto i’w weld.
receipt-key = Llofnodwyd gan
receipt-key-value = Sayso, gydag allwedd { $key }
receipt-language = Y geiriau wedi’u llofnodi
receipt-language-value = { $lang ->
    [cy] Maen nhw yn Gymraeg.
   *[en] Maen nhw yn Saesneg.
  }
receipt-words = Darllen y geiriau wedi’u llofnodi
receipt-words-text = Mae’r brawddegau hyn yn y ffeil wedi’i llofnodi, air am air. Maen nhw’n aros yn yr iaith y darllenoch chi’r dudalen ynddi bryd hynny.
receipt-check = Sut i’w gwirio
receipt-check-web = Ewch i { $address }. Anfonwch y ffeil JSON. Does dim angen i chi fewngofnodi.
receipt-check-program = Defnyddiwch y rhaglen. Does dim angen y rhyngrwyd:
receipt-law-heading = Beth mae’r gyfraith yn ei ddweud
receipt-law-duty = Mae eich cofnod yn cael ei gadw’n gyfrinachol. Heb eich caniatâd, ni ddylid ei anfon. Ond mae terfynau: cyfraith, gorchymyn llys, budd cyhoeddus cryf, neu’r hyn sydd orau i rywun na all benderfynu.
receipt-law-basis = Nid yw’r DWP yn dibynnu ar gydsyniad dan gyfraith data. Mae’n dibynnu ar ei thasg gyhoeddus ac ar gyfraith nawdd cymdeithasol (GDPR y DU, Erthyglau 6(1)(e) a 9(2)(b)).
receipt-law-object = Felly gallwch wrthwynebu sut mae’r DWP yn ei ddefnyddio (Erthygl 21). Caiff y DWP ddweud na, a rhaid iddi ddweud pam.
receipt-law-pressure = Wnaeth rhywun bwyso arnoch i ddweud ie? Yna nid oedd yn ganiatâd go iawn. Gallwch roi’r gorau i rannu ar unwaith.
receipt-law-money = Nid yw tynnu’n ôl ynddo’i hun yn rheswm i stopio eich arian.
receipt-keep = Cadw’r dderbynneb hon
receipt-keep-text = Gallwch argraffu’r dudalen hon. Mae wedi’i gwneud i ffitio ar bapur. Mae eich derbynebau hefyd yn aros yma.
receipt-html = Lawrlwytho’r dderbynneb fel tudalen (HTML)
receipt-json = Lawrlwytho’r dderbynneb i gyfrifiaduron (JSON, wedi’i llofnodi)
receipt-verify = Gwirio derbynneb
receipt-print-how = I argraffu, defnyddiwch ddewislen eich porwr.
receipt-now = Beth sy’n digwydd nawr
receipt-now-shared = Gall y DWP gasglu’r ffeil o hyn ymlaen. Pan fydd yn gwneud hynny, fe’i gwelwch yn eich hanes.
receipt-now-refused = Does dim byd yn cael ei anfon. Gallwch benderfynu eto tra bydd y cais ar agor.
receipt-now-withdrawn = Ni all neb gasglu’r hyn rydych wedi’i stopio. Gallwch rannu eto tra bydd y cais ar agor.
receipt-now-collected = Mae’r ffeil hon gan y DWP. Gallwch roi’r gorau i rannu, fel na all gael mwy.
receipt-now-expired = Ni all neb ei gasglu mwyach. Gallwch rannu eto tra bydd y cais ar agor.
receipt-now-history = Gweld eich hanes
receipt-stop-text = Ydych chi wedi newid eich meddwl? Gallwch roi’r gorau i rannu ar unrhyw adeg. Mae’n dod i rym ar unwaith.
receipt-stop = Rhoi’r gorau i rannu
receipt-stop-for = : cais { $reference }
receipt-letter = Cael llythyr i’ch meddygfa am y cais hwn
receipt-printed = Argraffwyd o { $address }.
receipt-file-value = { $entries }, { $size }.
receipt-whose = Cofnod pwy
