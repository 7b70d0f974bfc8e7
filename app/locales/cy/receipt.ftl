# A Welsh speaker has still to confirm every string in this file.
# Derbynebau: y rhestr, ac un o bob math.

receipts-title = Eich derbynebau
receipts-heading = Eich derbynebau
receipts-lead = Rydych yn cael derbynneb am bob peth sy’n bwysig: beth ddywedoch chi, beth gafodd ei gasglu, beth ddaeth i ben. Mae’n profi beth ddigwyddodd, a phryd.
receipts-none = Does gennych chi ddim derbynebau eto. Fe gewch un pan benderfynwch ar gais.
receipts-requests = Mynd i’ch ceisiadau
receipts-check = Gall unrhyw un wirio derbynneb. Does dim angen iddyn nhw fewngofnodi.
receipts-check-link = Gwirio derbynneb
receipts-link-code = : derbynneb { $code }
receipts-line = Cais { $reference }, gan { $asker }

receipt-title = Derbynneb { $code }
receipt-back = Pob derbynneb
receipt-code = Derbynneb
receipt-kind-decision = Fe wnaethoch chi rannu
receipt-kind-part = Fe wnaethoch chi rannu rhai a chadw rhai yn breifat
receipt-kind-refusal = Wnaethoch chi ddim rhannu dim byd
receipt-kind-amendment = Fe wnaethoch chi newid eich ateb
receipt-heading-decision = Mae eich penderfyniad wedi’i gofnodi
receipt-heading-amendment = Mae eich ateb newydd wedi’i gofnodi
receipt-heading-pause = Cafodd y rhannu ei oedi
receipt-heading-erased = Maen nhw’n dweud eu bod wedi dileu’r ffeil
receipt-heading-kept = Maen nhw’n dweud eu bod yn cadw’r ffeil
receipt-heading-refusal = Mae eich “na” wedi’i gofnodi
receipt-heading-withdrawal = Fe wnaethoch chi roi’r gorau i rannu
receipt-heading-withdrawal-part = Fe wnaethoch chi roi’r gorau i rannu rhan ohono
receipt-heading-collection = Casglwyd yr hyn roeddech chi’n ei rannu
receipt-heading-expiry = Daeth y rhannu i ben
receipt-who = Pwy benderfynodd
receipt-who-withdrew = Pwy wnaeth ei stopio
receipt-who-operator = Sayso, oherwydd bod { $name } wedi gofyn dros y ffôn neu drwy lythyr
receipt-who-collected = Pwy wnaeth ei gasglu
receipt-who-answered = Pwy atebodd
receipt-why = Pam
receipt-why-value = { $why ->
    [part] Fe wnaethoch chi roi’r gorau i rannu rhan ohono.
    [rules] Mae’r rheolau sy’n eich diogelu wedi newid. Bydden nhw nawr yn cadw rhywfaint ohono’n ôl.
    [died] Dywedwyd wrthym eich bod wedi marw.
    [restored] Cafodd Sayso ei adfer o gopi diogel.
    [operator] Cafodd ei oedi gan y bobl sy’n rhedeg Sayso.
   *[fault] Nid oedd modd i ni ei wirio.
  }
receipt-ended-at = Pryd y daeth i ben
receipt-ended-date = Dyna’r diwrnod olaf roeddech chi wedi’i osod.
receipt-ended-within = Roedd yr amser i’w gasglu ar ben.
receipt-noticed = Pryd y gwnaethom ei gofnodi
receipt-answer = Beth maen nhw’n ei ddweud
receipt-answer-erased = Maen nhw wedi dileu’r ffeil.
receipt-answer-kept = Maen nhw’n cadw’r ffeil.
receipt-answer-words = Yn eu geiriau eu hunain
receipt-answer-file = Pryd y gwnaethon nhw ei chasglu
receipt-nhs = Rhif GIG { $number }
receipt-nino = Rhif Yswiriant Gwladol { $number }
receipt-request = Cais
receipt-request-value = { $reference }, gan { $asker }
receipt-stops = Pryd mae’r rhannu’n dod i ben
receipt-stops-date = Ar ddiwedd { $date }
receipt-stops-empty = Does dim byd yn eich cofnod o’r hyn rydych yn ei rannu. Felly does dim byd i’w gasglu.
receipt-stops-until = Gellir ei gasglu tan { $until }.
receipt-stops-past = Pryd y stopiodd y rhannu
receipt-file = Y ffeil
receipt-file-left-out = { $count ->
    [one] Fe wnaethoch chi adael 1 eitem allan.
   *[other] Fe wnaethoch chi adael { $count } eitem allan.
  }
receipt-shared = Wedi’u rhannu: { $count }
receipt-private = Wedi’u cadw’n breifat: { $count }
receipt-stopped = Wedi’u stopio: { $count }
receipt-waits = Yn aros amdanoch: { $count }
receipt-waited = Yn aros amdanoch bryd hynny: { $count }
receipt-ended = Wedi’u rhannu tan hynny: { $count }
receipt-sent = Mathau o wybodaeth yn y ffeil: { $count }
receipt-sent-none = Wedi’u rhannu, a doedd dim byd yno: { $count }
receipt-none = Dim un.
receipt-earlier-heading = Beth gafodd ei gasglu cyn hynny
receipt-earlier-text = Ni ellir dadwneud hyn. Caiff y DWP gadw a defnyddio’r hyn sydd ganddi.
receipt-earlier-none = Chafodd dim byd ei gasglu cyn i chi stopio. Felly doedd gan y DWP ddim byd o’r cais hwn bryd hynny.
receipt-digest-heading = Ôl bys y ffeil (SHA-256)
receipt-digest-same = Mae’r un fath ag ar y dudalen lle gwelsoch beth fyddai’n cael ei anfon.
receipt-digest-collected = Dyma’r ffeil a gasglwyd.
receipt-digest-waits = Dyma’r ffeil a gafodd ei hoedi. Tra bydd wedi’i hoedi, ni all neb ei chasglu.
receipt-digest-stopped = Dyma’r ffeil na ellir ei chasglu mwyach.
receipt-proof = Prawf
receipt-log = Y log cyhoeddus
receipt-log-value = Mae’r dderbynneb hon yn hŷn na’r log cyhoeddus. Yn llinell { $line } y log y mae’r hyn a ddigwyddodd.
receipt-log-waits = Mae gan y dderbynneb hon ei llinell yn y log. Bydd y log cyhoeddus yn ei dangos o fewn ychydig eiliadau. Agorwch y dudalen hon eto i’w gweld.
receipt-log-before = Mae’r dderbynneb hon yn hŷn na’r log cyhoeddus.
receipt-log-public = Mae’r dderbynneb hon yn y log cyhoeddus ers { $date }. Llinell { $line } yw hi.
receipt-log-witnesses = Wedi’i llofnodi gan y tystion hyn:
receipt-log-witness = { $name }, ar { $date }
receipt-log-no-witness = Nid oes tyst wedi’i llofnodi eto.
receipt-log-means = Ni all neb ei newid na’i thynnu allan heb i hynny ddod i’r golwg.
receipt-log-means-alone = Cadwch y ffeil JSON. Gyda hi, gall unrhyw un ddarganfod a yw’r llinell hon wedi’i newid neu ei thynnu allan.
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
receipt-check-web = Ewch i { $address } a dewis y ffeil JSON. Does dim angen i chi fewngofnodi.
receipt-check-program = { $web ->
    [yes] Neu defnyddiwch y rhaglen “sayso”. Does dim angen y rhyngrwyd:
   *[no] Defnyddiwch y rhaglen “sayso”. Does dim angen y rhyngrwyd:
  }
receipt-law-heading = Beth mae’r gyfraith yn ei ddweud
receipt-law-duty = Mae eich cofnod yn cael ei gadw’n gyfrinachol. Heb eich caniatâd, ni ddylid ei anfon. Ond mae terfynau: cyfraith, gorchymyn llys, budd cyhoeddus cryf, neu’r hyn sydd orau i rywun na all benderfynu.
receipt-law-basis = Nid yw’r DWP yn dibynnu ar gydsyniad dan gyfraith data. Mae’n dibynnu ar ei thasg gyhoeddus ac ar gyfraith nawdd cymdeithasol (GDPR y DU, Erthyglau 6(1)(e) a 9(2)(b)).
receipt-law-object = Felly gallwch wrthwynebu’r ffordd y mae’r DWP yn defnyddio’r hyn sydd ganddi amdanoch (Erthygl 21). Caiff y DWP ddweud na, a rhaid iddi ddweud pam.
receipt-law-pressure = Wnaeth rhywun bwyso arnoch i ddweud ie? Yna nid oedd yn ganiatâd go iawn. Gallwch roi’r gorau i rannu ar unwaith.
receipt-law-money = Nid yw tynnu’n ôl ynddo’i hun yn rheswm i stopio eich arian.
receipt-letters = Cael llythyr cyfan, yn barod i’w anfon
receipt-keep = Cadw’r dderbynneb hon
receipt-keep-text = Gallwch argraffu’r dudalen hon. Mae wedi’i gwneud i ffitio ar bapur. Mae eich derbynebau hefyd yn aros yma.
receipt-html = Lawrlwytho’r dderbynneb fel tudalen (HTML)
receipt-json = Lawrlwytho’r dderbynneb i gyfrifiaduron (JSON, wedi’i llofnodi)
receipt-fhir = Lawrlwytho eich penderfyniad i systemau iechyd (FHIR)
receipt-verify = Gwirio derbynneb
receipt-print-how = I argraffu, defnyddiwch ddewislen eich porwr.
receipt-now = Beth sy’n digwydd nawr
receipt-now-shared = Gall y DWP gasglu’r ffeil. Bob tro y bydd yn gwneud hynny, fe’i gwelwch yn eich hanes.
receipt-now-refused = Does dim byd yn cael ei anfon. Gallwch benderfynu eto tra bydd y cais ar agor.
receipt-now-withdrawn = Ni all neb gasglu’r hyn rydych wedi’i stopio. Gallwch rannu eto tra bydd y cais ar agor.
receipt-now-collected = Casglodd { $who } y ffeil hon. Gallwch roi’r gorau i rannu, fel na all neb gael mwy.
receipt-now-collected-over = Caiff y DWP gadw a defnyddio’r hyn sydd ganddi o’r cais hwn. Ni all gael mwy ohono.
receipt-now-paused = Ni all neb ei gasglu nawr. Edrychwch ar eich cais i fynd ymlaen.
receipt-now-died = Camgymeriad oedd y newyddion eich bod wedi marw, ac mae wedi’i gywiro. Bydd y rhannu’n aros wedi’i oedi nes i chi ei gadarnhau.
receipt-now-answered = Ni allwn weld beth wnaethon nhw. Gallwch ofyn iddyn nhw am gopi o’r hyn sydd ganddyn nhw.
receipt-now-kept = Mae’r ffeil hon ganddyn nhw o hyd. Gallwch wrthwynebu, neu ofyn iddyn nhw am gopi o’r hyn sydd ganddyn nhw. Mae’r geiriau ar gyfer hynny isod, o dan “Eich hawliau”.
receipt-now-expired = { $collected ->
    [yes] Ni all neb ei gasglu mwyach. Caiff y DWP gadw a defnyddio’r hyn sydd ganddi. Gallwch rannu eto tra bydd y cais ar agor.
   *[no] Ni all neb ei gasglu mwyach. Gallwch rannu eto tra bydd y cais ar agor.
  }
receipt-now-over = Fel hyn yr oedd bryd hynny. Nid ydych yn rhannu dim byd dan y cais hwn nawr.
receipt-now-newer = Mae rhywbeth mwy diweddar wedi digwydd. Ewch i’r cais i weld sut mae pethau nawr.
receipt-now-request = Mynd i’r cais
receipt-now-history = Gweld eich hanes
receipt-stop-text = Ydych chi wedi newid eich meddwl? Gallwch roi’r gorau i rannu ar unrhyw adeg. Mae’n dod i rym ar unwaith.
receipt-stop-rest = Gallwch roi’r gorau i rannu’r gweddill hefyd. Mae’n dod i rym ar unwaith.
receipt-stop = Rhoi’r gorau i rannu
receipt-stop-for = : cais { $reference }
receipt-letter = Cael llythyr i’ch meddygfa am y cais hwn
receipt-printed = Argraffwyd o { $address }.
receipt-file-value = { $entries }, { $size }
receipt-whose = Cofnod pwy
