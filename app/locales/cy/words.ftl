# A Welsh speaker has still to confirm every string in this file.
# Popeth mae pobl yn ei ddweud eu hunain am gais.

words-title = Eich geiriau eich hun
words-back = Yn ôl i’r cais
words-lead = Gallwch ddweud sut mae eich iechyd yn effeithio arnoch o ddydd i ddydd. Does dim rhaid i chi.
words-asked = Dim ond os ydych yn rhannu “{ $item }” y mae’r hyn rydych yn ei orffen yma yn mynd i’r DWP. Chi sy’n ei weld yn gyntaf, gyda’r gweddill i gyd.
words-not-asked = Yn y cais hwn, ni ofynnodd y DWP am eich geiriau eich hun, felly ni allan nhw fynd oddi yma. Gallwch eu hysgrifennu er hynny, eu hargraffu, a’u hanfon gyda’ch ffurflen.
words-closed = Mae’r cais hwn wedi cau. Gallwch weld eich geiriau eich hun o hyd, i gyd ar un dudalen.
words-closed-none = Mae’r cais hwn wedi cau. Ni wnaethoch ysgrifennu dim byd yma.
words-decided = Rydych wedi ateb eisoes. Nid yw’r hyn rydych yn ei ysgrifennu yma yn newid hynny. Dim ond ar ôl i chi edrych a chadarnhau eto y mae geiriau newydd yn mynd.
words-points-heading = Y cwestiynau y mae’n rhaid i’r DWP eu hateb
words-none = Nid ydych wedi ysgrifennu am hyn.
words-draft = Mae gennych ddrafft o { $n ->
    [one] 1 llythyren
   *[other] { $n } o lythrennau ac arwyddion
  }. Nid yw’n mynd i unman nes i chi ddweud ei fod wedi’i orffen.
words-finished = Rydych wedi gorffen hwn. Mae’n mynd os ydych yn rhannu “{ $item }”.
words-finished-stays = Rydych wedi gorffen hwn, ond ni all fynd fel y mae.
words-finished-print = Rydych wedi gorffen hwn. Gallwch ei argraffu.
words-closed-unwritten = Ni wnaethoch ysgrifennu am hyn.
words-closed-finished = Fe wnaethoch chi orffen hwn.
words-closed-draft = Mae gennych ddrafft o hwn. Ni wnaethoch ei orffen.
words-write = Ysgrifennu am hyn
words-change = Darllen neu newid hwn
words-about = ({ $title })
words-needs-also = Mae eich geiriau’n sôn am rywbeth sy’n perthyn i “{ $title }”. Dim ond os ydych yn rhannu hwnnw hefyd y maen nhw’n mynd, neu gallwch eu newid.
words-question-needs-also = Mae popeth a ysgrifennir am y cwestiwn hwn yn perthyn i “{ $title }”. Dim ond os ydych yn rhannu hwnnw hefyd y mae’n mynd.
words-matter-not-asked = Mae eich geiriau’n sôn am “{ $title }”. Ni ofynnodd y DWP am hynny yn y cais hwn, felly ni all y geiriau hyn fynd oddi yma. Gallwch eu newid, neu eu hysgrifennu ar eich ffurflen.
words-never = Mae eich geiriau’n sôn am rywbeth nad yw Sayso byth yn ei anfon. Gallwch eu newid, neu eu hysgrifennu ar eich ffurflen.
words-helper-heading = Geiriau rhywun sy’n eich helpu
words-helper-asked = Gall rhywun sy’n eich helpu ddweud beth maen nhw’n ei weld a’i wneud. Does dim rhaid iddyn nhw gofrestru.
words-helper-not-asked = Yn y cais hwn, ni ofynnodd y DWP am eiriau rhywun sy’n eich helpu. Os oes rhywun am ddweud rhywbeth, gall fynd gyda’ch ffurflen.
words-helper-link = Gofyn i rywun sy’n eich helpu
words-helper = { $name } ({ $relation }), { $date }
words-answers-heading = Atebion gan weithiwr proffesiynol
words-answers-lead = Daeth y rhain i mewn ar gyfer y cais hwn. Rydych yn eu gweld cyn penderfynu, a dim ond os ydych yn eu rhannu y maen nhw’n mynd.
words-answers = { $who }, { $date }: { $n ->
    [one] 1 ateb
    [two] 2 ateb
    [few] 3 ateb
    [many] 6 ateb
   *[other] { $n } ateb
  }
words-on = Gweld beth fyddai’n cael ei anfon
words-on-choose = Dewis beth i’w rannu
words-print = Gweld eich geiriau ar un dudalen, i’w hargraffu
words-print-title = Eich geiriau, i’w hargraffu
words-print-how = Argraffwch y dudalen hon, neu copïwch y geiriau. Gallwch eu hanfon gyda’ch ffurflen. Does dim byd yn cael ei anfon o’r dudalen hon.
words-print-from = { $name }, { $date }. Am gais { $reference } gan y DWP.
