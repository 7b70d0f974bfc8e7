# A Welsh speaker has still to confirm every string in this file.
# Y dudalen gyhoeddus: ffigurau nad ydynt yn pwyntio at neb, y gofrestr, y log a sut i’w wirio.

transparency-title = Beth mae Sayso yn ei wneud, yn gyhoeddus
transparency-lead = Gall unrhyw un ddarllen y dudalen hon. Mae’n dweud pa mor aml mae’r DWP yn gofyn, beth y gall ofyn amdano, pwy sy’n cael gofyn, a sut gallwch ein gwirio.

canary-heading = A oes unrhyw beth yn gollwng?
canary-how = Gwnaethom greu person dychmygol a ddywedodd na wrth bopeth. Bob munud rydym yn gofyn am ei gofnod, yn union fel y byddai’r DWP. Rhaid i ni gael dim byd.
canary-well = Gwiriwyd ddiwethaf ar { $when }. Ni ollyngwyd dim.
canary-tripped = Daeth rhywbeth allan na ddylai fod wedi dod. Mae Sayso wedi stopio anfon unrhyw beth nes i ni ddarganfod pam.
canary-tripped-when = Gwiriwyd ddiwethaf ar { $when }.
canary-unknown = Ni fu gwiriad yn yr ychydig funudau diwethaf. Felly ni allwn ddweud.
canary-off = Mae’r gwiriad hwn wedi’i ddiffodd yma. Felly ni allwn ddweud.

figures-heading = Pa mor aml mae’r DWP yn gofyn, a beth mae pobl yn ei ddweud
figures-none = Nid oes ffigurau eto. Daw’r ffigurau ar gyfer { $month } ar { $date }.
figures-next = Daw’r ffigurau ar gyfer { $month } ar { $date }.
figures-months = Dewiswch fis
figures-of = Ffigurau ar gyfer { $month }
figures-held-all = Mae pob ffigur ar gyfer y mis hwn wedi’i ddal yn ôl. Mae pob un am lai na 10 o bobl, neu gallai bwyntio at rywun.
figures-chart-title = { $name }, { $month }
figures-chart-said = Un bar ar gyfer pob ffigur. Mae’r un rhifau yn y tabl isod.
figures-bar = { $name }: { $number }
figures-held = wedi’i ddal yn ôl
figures-caption-all = Pob diben gyda’i gilydd
figures-what = Beth
figures-number = Faint
figures-all-held = Mae pob diben gyda’i gilydd wedi’i ddal yn ôl hefyd. Fel arall, gallech gyfrifo’r rhai rydym yn eu dal yn ôl.
figures-held-heading = Wedi’i ddal yn ôl
figures-held-purposes = Nid ydym yn dangos dim ar gyfer y rhain:
figures-asked = Ceisiadau gan y DWP
figures-answered = Atebion cyntaf
figures-shared = Atebion sy’n rhannu rhywbeth
figures-full = Rhannwyd yn llawn
figures-part = Rhannwyd yn rhannol
figures-not-shared = Heb ei rannu
figures-days = Dyddiau hyd at ateb (cymerodd hanner hyn neu lai)
figures-withdrawn = Wedi stopio rhannu
figures-collected = Casglwyd gan y DWP
figures-erased = Dilëwyd, yn ôl y DWP
figures-insufficient = Dim digon, yn ôl y DWP
figures-missing = Dim digon: roedd rhywbeth ar goll
figures-out-of-date = Dim digon: roedd yn rhy hen
figures-unclear = Dim digon: nid oedd yn glir
figures-effect = Dim digon: nid oedd yn dweud sut mae’r person yn cael ei effeithio
figures-download = Lawrlwythwch bob mis: [fel tabl (CSV)](csv), neu [ar gyfer rhaglenni (JSON)](json).
figures-columns = Beth sydd yn y ffeiliau
figures-column-month = month: y mis yn Llundain, fel 2026-09.
figures-column-purpose = purpose: yr enw yn ein cofrestr, neu “all” ar gyfer pob un gyda’i gilydd.
figures-column-measure = measure: beth gafodd ei gyfrif.
figures-column-value = value: y rhif, neu “c” lle mae wedi’i ddal yn ôl. Yn y ffeil JSON, “null” yw’r hyn sydd wedi’i ddal yn ôl.

figures-rule-heading = Sut rydym yn sicrhau nad oes unrhyw ffigur yn pwyntio atoch chi
figures-rule-why = Mae’r DWP yn gwybod am bwy mae’n gofyn. Pe baem yn dweud “gofynnwyd 1, heb ei rannu 1”, byddai’n gwybod beth ddywedodd y person hwnnw. Felly rydym yn dal ffigurau yn ôl.
figures-rule-ten = Dim ond os yw am 10 o bobl neu fwy y mae ffigur yn cael ei ddangos. Rydym yn cyfrif pobl, nid pa mor aml y gofynnwyd amdanynt.
figures-rule-five = Rydym yn talgrynnu pob ffigur i lawr i’r 5 agosaf. Felly efallai na fydd y ffigurau’n adio.
figures-rule-alike = I’r DWP, mae “na” yn edrych yr un fath â dim ateb. Dim ond os oes o leiaf 10 o bobl eraill y gofynnwyd amdanynt yn y mis hwnnw heb ateb byth, neu wedi dweud ie a dim yn eu cofnod, y dangoswn faint a ddywedodd na. Ni chaiff y naill grŵp na’r llall fod yn fwy na 9 o bob 10 o’r ddau.
figures-rule-part = Mae “yn llawn” yn golygu ie i bob math o wybodaeth y gofynnwyd amdano. Dim ond os oes o leiaf 10 o bobl wedi dweud ie i bopeth, a dim byd yn rhywfaint ohono, y dangoswn “yn llawn” ac “yn rhannol”. I’r DWP maen nhw’n edrych yr un fath â’r rhai a ddywedodd ie i rywfaint.
figures-rule-quiet = Nid yw’r DWP yn cael gwybod pan fyddwch yn stopio cyn iddi gasglu dim. Os gwnaeth unrhyw un hynny, dim ond os oedd rhannu ar saib i o leiaf 10 o bobl eraill y dangoswn faint a stopiodd.
figures-rule-left = Lle dangoswn bob diben gyda’i gilydd, gallech dynnu’r rhai a ddangoswn. Felly dim ond os dangoswn bob diben, neu ddim un, y dangoswn bob un gyda’i gilydd.
figures-rule-once = Daw mis allan 28 diwrnod ar ôl iddo ddod i ben. Nid yw byth yn cael ei newid. Nid oes ffigurau ar gyfer cyfnodau hirach, felly ni ellir cymharu dau ohonynt.
figures-rule-once-each = Mae pob cais yn cyfrif unwaith ar gyfer pob ffigur: y tro cyntaf. Mae pobl y cafodd eu data ei ddileu yn dal i gael eu cyfrif. Nid ydym yn cadw dim am bwy oedden nhw.

register-heading = Beth y gall y DWP ofyn amdano
register-lead = Dim ond at y dibenion hyn y gall y DWP ofyn, a dim ond am yr hyn mae pob un yn ei restru.
register-benefit = Budd-dal
register-decides = Beth sydd i’w benderfynu
register-categories = Beth y gellir gofyn amdano
register-recipients = Pwy all ei weld
register-refused = Os dywedwch na
register-name = Enw a fersiwn
register-retired = Ni all y DWP ofyn at y diben hwn mwyach.
register-retired-name = { $purpose } (ddim yn cael ei ddefnyddio mwyach)

requesters-heading = Pwy sy’n cael gofyn
requesters-lead = Mae’r rhain wedi’u cofrestru. Ni all neb arall ofyn.
requesters-none = Nid oes neb wedi’i gofrestru eto.

log-heading = Y log
log-lead = Mae popeth sy’n digwydd yn cael ei ysgrifennu mewn log sydd ond yn tyfu. Ni all neb ei newid heb i neb sylwi, na ninnau chwaith. Nid oes enwau ynddo, na dim y gellir ei ddarllen am berson.
log-none = Nid oes dim wedi’i gyhoeddi eto.
log-origin = Enw’r log
log-size = Faint o linellau
log-root = Ôl bys pob llinell
log-when = Llofnodwyd
log-key = Allwedd gyhoeddus y log
log-checkpoint = Nodyn wedi’i lofnodi yw’r [pwynt gwirio diweddaraf](checkpoint). Mae’n sefyll dros bob llinell o’r log.
log-witnesses = Tystion
log-witnesses-why = Mae tyst yn cael ei redeg gan rywun arall. Dim ond os yw’r log wedi tyfu, a dim byd o’r blaen wedi newid, y mae’n llofnodi.
log-witnesses-none = Nid oes unrhyw dyst wedi llofnodi eto.
log-witness-signed = Llofnododd { $name } ddiwethaf ar { $when }.
log-witness-never = Nid yw { $name } wedi llofnodi eto.
log-witness-key = Allwedd gyhoeddus:
log-check = Sut i wirio
log-check-receipt = Oes gennych dderbynneb? [Gwiriwch hi yma](verify). Nid oes angen cyfrif arnoch.
log-check-tools = Mae’r log yn siarad C2SP tlog-tiles, tlog-checkpoint a signed-note. Gall unrhyw offeryn ar gyfer y rhain ei ddarllen. Mae’r teils o dan /log/tile/.
log-check-command = Gall pwy bynnag sy’n rhedeg Sayso wirio pob llinell:
log-check-mirror = Cadwch yr allwedd gyhoeddus uchod, a phwynt gwirio. Os nad yw un diweddarach yn tyfu ohono, gallwch brofi hynny.
