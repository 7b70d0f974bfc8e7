# A Welsh speaker has still to confirm every string in this file.
# Gofyn i rywun sy’n helpu am ei hanes.

helper-title = Gofyn i rywun sy’n eich helpu
helper-lead = Chi sy’n gwneud dolen a’i rhoi i’r person eich hun. Nid ydym yn anfon dim at neb.
helper-rule-once = Mae’r ddolen yn gweithio unwaith, ac am 14 diwrnod. Gallwch ei chau cyn hynny.
helper-rule-sees = Mae’r person yn gweld y cwestiynau. Nid yw’n gweld pwy sy’n gofyn, eich cofnod na’ch atebion. Gall y person weld bod hyn yn ymwneud â’r DWP.
helper-rule-yours = Atoch chi y daw’r hyn mae’r person yn ei ysgrifennu. Dim ond os ydych yn rhannu “{ $item }” y mae’n mynd i’r DWP, a gallwch ei ddileu.
helper-name = Beth ydych chi’n galw’r person?
helper-name-hint = Er mwyn i chi wybod dolen pwy yw hi. Mae hefyd yn y neges y byddwch yn ei chopïo. Nid yw’r dudalen y mae’r person yn ei hagor yn ei ddangos.
helper-first-name = Dywedwch fy enw cyntaf wrth y person
helper-first-name-hint = Heb hyn mae’r dudalen yn dweud “rhywun rydych yn ei helpu”.
helper-make = Gwneud dolen
helper-make-another = Gwneud dolen arall
helper-made-heading = Mae eich dolen yn barod
helper-made-label = Y ddolen, gyda geiriau i fynd gyda hi
helper-made-hint = Copïwch hi nawr. Er eich diogelwch dim ond unwaith rydym yn ei dangos.
helper-message = Helo { $name }. Allet ti ysgrifennu beth rwyt ti’n ei weld a beth rwyt ti’n fy helpu i’w wneud? Gall ddangos sut mae fy iechyd yn effeithio arnaf. Defnyddia’r ddolen hon erbyn { $date }, os gweli di’n dda: { $link }
helper-links-heading = Dolenni sy’n dal i weithio
helper-link = I { $name }, tan { $date }
helper-end = Cau’r ddolen hon
helper-for = (i { $name })
helper-written-heading = Beth a ysgrifennwyd i chi
helper-written-lead = Dim ond os ydych yn ei rannu y mae hyn yn mynd i’r DWP. Ni all neb newid geiriau rhywun arall, felly gallwch eu rhannu neu eu dileu. Nid yw eu dileu yn cymryd yn ôl yr hyn sydd gan y DWP yn barod.
helper-delete = Dileu hwn
helper-of = (gan { $name })
helper-needs-also = Mae’r geiriau hyn yn sôn am rywbeth sy’n perthyn i “{ $title }”. Dim ond os ydych yn rhannu hwnnw hefyd y maen nhw’n mynd.
helper-matter-not-asked = Mae’r geiriau hyn yn cyffwrdd â “{ $title }”. Ni ofynnodd y DWP am hynny yn y cais hwn, felly ni allant fynd oddi yma.
helper-never = Mae’r geiriau hyn yn cyffwrdd â rhywbeth nad yw Sayso byth yn ei anfon. Ni allant fynd oddi yma.
helper-error-name = Ysgrifennwch beth rydych yn galw’r person
helper-error-long = Ysgrifennwch 100 o lythrennau ar y mwyaf
helper-error-many = Mae gennych 5 o ddolenni ac atebion ar gyfer y cais hwn. Caewch neu ddilëwch un yn gyntaf
