# A Welsh speaker has still to confirm every string in this file.
# Gwirio derbynneb, i unrhyw un.
verify-title = Gwirio derbynneb
verify-lead = Gweld a yw derbynneb yn ddilys. Nid oes angen cyfrif arnoch.
verify-sent = Pan fyddwch yn dewis “Gwirio”, bydd y ffeil yn cael ei hanfon i’r porth hwn. Mae’n cael ei gwirio a’i hanghofio: ni chaiff dim ohoni ei gadw na’i nodi.
verify-stays = Mae’r ffeil yn aros ar y ddyfais hon. Mae’n cael ei gwirio yma, ar y dudalen hon, ac ni chaiff dim ei anfon.
verify-result = Canlyniad
verify-another = Gwirio derbynneb arall
verify-file = Ffeil y dderbynneb
verify-file-hint = Mae ei henw’n gorffen gyda .json. Fe’i cewch ar dudalen y dderbynneb.
verify-text = Neu gludo’r hyn sydd yn y ffeil
verify-paper = O dderbynneb bapur: y cod neu’r ôl bys
verify-paper-hint = Dim ond os oes un gennych. Byddwn yn dweud ai’r ffeil hon yw’r dderbynneb ar y papur.
verify-trust = Allweddi pwy yr ymddiriedir ynddynt
verify-trust-why = Allweddi’r porth hwn ei hun sydd yma. Os nad ydych am dderbyn gair y porth, gofynnwch am yr allweddi yn rhywle arall, er enghraifft gan dyst, a’u rhoi yma.
verify-key = Allwedd gyhoeddus y porth
verify-key-hint = Fel PEM, neu fel allwedd wirio ei log
verify-witnesses = Tystion sy’n cyfrif
verify-witnesses-hint = Allwedd wirio un tyst ym mhob llinell
verify-quorum = Faint ohonynt sydd i fod wedi llofnodi
verify-quorum-hint = Gyda 0 gall derbynneb fod yn ddilys heb dyst.
verify-button = Gwirio
verify-offline = Gallwch wirio heb y dudalen hon hefyd, a heb y rhyngrwyd. Mae’r gorchymyn “{ $code }” yn gwneud yr un peth.
