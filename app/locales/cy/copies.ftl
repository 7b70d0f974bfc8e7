# A Welsh speaker has still to confirm every string in this file.
# Copïau’r hawlydd ei hun o’r hyn y cytunodd i’w rannu.

copies-title = Eich copïau eich hun
copies-back = Eich derbynebau
copies-lead = Dyma’r copïau y dewisoch eu cadw o’r hyn y cytunoch i’w rannu.
copies-who = I chi’n unig y mae eich copïau. Nid ydym yn eu rhoi i neb: nid i’r DWP, nac i’r bobl sy’n rhedeg Sayso.
copies-none = Nid ydych yn cadw unrhyw gopi. Tra bo modd casglu ffeil, gallwch gadw copi ohoni o dudalen ei chais neu ei derbynneb.
copies-of = Copi ar gyfer cais { $reference }
copies-asker = Daeth y cais gan { $asker }
copies-kept = Cadwyd ar { $at }, tua { $size }
copies-not-back = Nid yw dileu eich copi yn cymryd dim yn ôl gan y DWP. Caiff gadw a defnyddio yr hyn a gasglodd.
copies-deleted = Mae eich copi wedi’i ddileu. Does dim ohono ar ôl yma.
copies-gone = Nid yw’r ffeil hon yno mwyach, felly ni chadwyd copi ohoni. Cafodd y rhannu ei stopio neu daeth i ben, neu fe ateboch chi eto.
copies-link = Eich copïau eich hun o’r hyn y cytunoch i’w rannu

copy-title = Eich copi eich hun
copy-back = Eich copïau eich hun
copy-lead = Dyma’r union ffeil y cytunoch i’w rhannu dan y cais hwn. Dim ond chi sy’n gallu ei gweld yma.
copy-kept = Cadwyd ar
copy-asker = Daeth y cais gan
copy-file = Ffeil
copy-file-value = { $entries }, { $size }
copy-download = Lawrlwytho’r ffeil
copy-inside = Beth sydd ynddi
copy-about = Beth arall mae’r ffeil yn ei ddweud
copy-digest = Ôl bys y ffeil
copy-digest-same = Mae’r un fath ag ar eich derbynneb. Felly yr un ffeil ydyw.
copy-delete-heading = Dileu’r copi hwn
copy-delete-what = Mae’n mynd ar unwaith, ac am byth.
copy-delete = Dileu’r copi hwn

copy-offer-heading = Eich copi eich hun
copy-offer = Gallwch gadw copi o’r hyn rydych yn ei rannu. Mae eich copi’n aros yma nes i chi ei ddileu, hyd yn oed os stopiwch rannu. Dim ond chi sy’n gallu ei weld.
copy-offer-stop = Gwnewch hynny cyn i chi stopio rhannu. Wedyn mae’n rhy hwyr.
copy-keep = Cadw copi i mi
copy-have = Rydych yn cadw [copi](copy) o’r hyn a rannwyd.
