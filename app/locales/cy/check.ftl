# A Welsh speaker has still to confirm every string in this file.
# Beth ddaeth o wirio derbynneb. Mae’r porwr yn darllen y ffeil hon hefyd, heb Fluent: un llinell yr un, gwerthoedd, dim dewisiadau.

check-genuine = Mae’r dderbynneb hon yn ddilys
check-genuine-text = Llofnododd allwedd y porth hi. Nid oes dim ynddi wedi newid ers hynny.
check-wrong = Peidiwch â dibynnu ar y ffeil hon
check-wrong-help = Gofynnwch am gopi newydd gan bwy bynnag roddodd y ffeil i chi. Os nad yw hynny’n helpu, gofynnwch i’r porth y daeth ohono.
check-paper-same = Hon yw’r dderbynneb sydd ar eich papur. Mae’r rhif a’r ôl bys yr un fath.
check-paper-other = Nid hon yw’r dderbynneb sydd ar eich papur
check-paper-other-text = Mae’r ffeil yn ddilys, ond derbynneb arall yw hi. Gofynnwch i bwy bynnag roddodd y papur i chi am y ffeil sy’n perthyn iddo.

check-proves-heading = Beth mae’n ei brofi
check-what = Beth ddigwyddodd
check-who = Pwy wnaeth hynny
check-when = Pryd
check-request = Cais
check-request-value = { $reference }, gan { $asker }
check-receipt = Derbynneb
check-issuer = Cyhoeddwyd gan
check-kind-decision = Penderfyniad am rannu
check-kind-amendment = Newidiwyd penderfyniad
check-kind-withdrawal = Rhoddwyd y gorau i rannu
check-kind-expiry = Daeth y rhannu i ben
check-kind-pause = Oedwyd y rhannu
check-kind-collection = Casglwyd yr hyn a rannwyd
check-kind-erasure-answer = Atebodd y gofynnwr am ddileu
check-who-claimant = Y person y mae’n sôn amdano
check-who-delegate = Rhywun sy’n gweithredu dros y person
check-who-requester = Y gofynnwr
check-who-operator = Y bobl sy’n rhedeg y porth, ar ran y person
check-who-portal = Y porth ei hun
check-words-english = Y geiriau a ddangoswyd, yn Saesneg
check-words-welsh = Y geiriau a ddangoswyd, yn Gymraeg
check-items-heading = Beth a benderfynwyd
check-item-shared = Wedi’i rannu: { $title }
check-item-not-shared = Heb ei rannu: { $title }
check-item-withdrawn = Ddim yn cael ei rannu mwyach: { $title }
check-item-paused = Wedi’i oedi: { $title }
check-item-ended = Daeth y rhannu i ben: { $title }
check-item-collected = Wedi’i gasglu: { $title }

check-log-heading = Ei lle yn y log
check-log-none = Nid oes prawf o’r log gyda’r ffeil hon. Felly mae’r ffeil yn dangos dim ond bod y porth wedi’i llofnodi. Mae prawf gyda derbynneb sy’n cael ei lawrlwytho ychydig yn nes ymlaen.
check-log-text = Mae’r dderbynneb hon yn log cyhoeddus y porth. Ni ellir ei newid na’i thynnu allan heb i rywun weld hynny.
check-log-name = Log
check-log-line = Llinell
check-log-line-value = { $line }, mewn pwynt gwirio o { $size } llinell
check-log-root = Ôl bys pob llinell yn y pwynt gwirio hwnnw
check-witness-heading = Pwy sy’n gwylio’r log
check-witness-text = Mae’r tystion hyn wedi llofnodi’r un pwynt gwirio:
check-witness = { $name }, ar { $when }
check-witness-none = Nid oes tyst yr ymddiriedir ynddo yma wedi llofnodi’r pwynt gwirio hwn. Felly dim ond y porth ei hun sy’n dweud na chafodd ei log ei ailysgrifennu.
check-witness-unknown = Llofnodion gan allweddi nad ydynt yn hysbys yma: { $count }. Nid ydynt yn cyfrif o gwbl.

check-not-heading = Beth nad yw’n ei brofi
check-not-newest = Nid yw’n dangos mai hwn yw’r ateb diweddaraf o hyd. Gall y person fewngofnodi a gweld hynny.
check-digest-heading = Ôl bys y dderbynneb hon (SHA-256)
check-number = Ei rhif cyfan

check-too-large = Mae’r ffeil yn rhy fawr i fod yn dderbynneb.
check-not-json = Nid yw hon yn ffeil gyfan o dderbynneb, neu cafodd ei difrodi. Mae’r nam yn llinell { $line }, wrth nod { $column }.
check-not-a-receipt = Nid ffeil derbynneb yw hon, neu cafodd rhywbeth ei ychwanegu ati neu ei dynnu ohoni.
check-unknown-schema = Mae’r dderbynneb hon o fath nad yw’n hysbys yma: { $schema }.
check-signature-shape = Nid yw’r llofnod wedi’i ysgrifennu fel llofnod derbynneb.
check-signature = Nid yw’r llofnod yn cyfateb. Newidiwyd y dderbynneb, neu llofnododd allwedd nad ydych yn ymddiried ynddi hi.
check-log-wrong = Mae’r dderbynneb ei hun wedi’i llofnodi. Ond nid yw’r prawf o’r log sydd gyda hi yn dda.
check-no-proof = Gofynnoch am brawf o’r log, ac nid oes un gyda’r ffeil hon.
check-proof-unreadable = Mae’r prawf o’r log wedi’i ddifrodi. Ni ellir ei ddarllen.
check-other-log = Mae’r prawf o log arall, neu nid oes neb yr ydych yn ymddiried ynddo wedi’i lofnodi. Mae’n enwi’r log hwn: { $name }.
check-false-signature = Mae llofnod { $name } ar bwynt gwirio’r log yn ffug.
check-too-few-witnesses = Mae rhy ychydig o’r tystion yr ydych yn ymddiried ynddynt wedi llofnodi. Gofynnoch am: { $need }. Llofnodwyd gan: { $have }.
check-not-in-log = Nid yw’r dderbynneb hon ym mhwynt gwirio’r log.
check-other-event = Mae’r prawf yn perthyn i dderbynneb arall, neu i rywbeth arall yn y log.

check-error-nothing = Dewiswch ffeil derbynneb, neu gludo’r hyn sydd ynddi
check-error-both = Dewiswch ffeil neu gludo testun, nid y ddau
check-error-paper = Teipiwch y cod neu’r ôl bys fel y mae ar y papur. Mae’r ôl bys yn 64 o rifau a llythrennau, o{"\u00A0"}“a”{"\u00A0"}i{"\u00A0"}“f”
check-error-key = Rhowch yr allwedd gyhoeddus fel PEM, neu fel allwedd wirio
check-error-witness = Rhowch allwedd wirio un tyst ym mhob llinell, dim un ddwywaith
check-error-quorum = Rhowch rif nad yw’n fwy na nifer y tystion

check-paper-says = Mae’r cod ar eich papur yn perthyn i dderbynneb { $receipt }. Dyma’r ôl bys y mae’n rhaid iddi ei chael:
check-paper-next = Nid yw’r cod ar ei ben ei hun yn profi dim. Nawr dewiswch ffeil y dderbynneb, a byddwn yn cymharu.
