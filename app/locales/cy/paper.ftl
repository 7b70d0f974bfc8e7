# A Welsh speaker has still to confirm every string in this file.
# Derbynneb: y brawddegau sy’n cael eu llofnodi, a’r dudalen i’w hargraffu. Rhaid i gyfreithiwr gadarnhau’r gyfraith cyn gwasanaeth byw.

signed-decided = { $by ->
    [helper] Ar { $date } atebodd rhywun sy’n gweithredu ar eich rhan gais { $reference } gan { $asker }.
   *[you] Ar { $date } fe wnaethoch chi ateb cais { $reference } gan { $asker }.
  }
signed-withdrew = { $by ->
    [operator] Ar { $date } rhoddodd Sayso y gorau i rannu ar eich rhan o dan gais { $reference } gan { $asker }, oherwydd eich bod wedi gofyn dros y ffôn neu drwy lythyr.
    [helper] Ar { $date } rhoddodd rhywun sy’n gweithredu ar eich rhan y gorau i rannu o dan gais { $reference } gan { $asker }.
   *[you] Ar { $date } fe wnaethoch chi roi’r gorau i rannu o dan gais { $reference } gan { $asker }.
  }
signed-nothing = Nid ydych yn rhannu dim byd. Does dim byd yn cael ei anfon.
signed-shared = Rydych yn rhannu: { $titles }.
signed-stopped = Fe wnaethoch chi roi’r gorau i rannu: { $titles }.
signed-paused = Mae hyn yn aros nes i chi ei gadarnhau eto: { $titles }.
signed-private = Rydych yn cadw’n breifat: { $titles }.
signed-only-from-to = o { $from } hyd at { $to } yn unig
signed-only-from = o { $from } ymlaen yn unig
signed-only-to = hyd at { $to } yn unig
signed-only-one = dim ond yr hyn a gofnododd un person neu un lle
signed-none-recorded = Doedd dim byd o hyn yn eich cofnod. Does dim ffeil, ac ni ellir casglu dim.
signed-ends-on = Mae’r rhannu’n dod i ben ar ddiwedd { $date }.
signed-ends-until = Gellir ei gasglu tan { $until }, ac nid ar ôl hynny.
signed-before-none = Cyn hynny, doedd dim byd wedi cael ei gasglu.
signed-before = { $count ->
    [one] Cyn hynny roedd wedi cael ei gasglu 1 waith, ar { $last }.
    [two] Cyn hynny roedd wedi cael ei gasglu 2 waith, y tro diwethaf ar { $last }.
    [few] Cyn hynny roedd wedi cael ei gasglu { $count } gwaith, y tro diwethaf ar { $last }.
   *[other] Cyn hynny roedd wedi cael ei gasglu { $count } gwaith, y tro diwethaf ar { $last }.
  }
signed-no-more = Ni all y DWP gael mwy o’r hyn rydych wedi’i stopio. Caiff gadw a defnyddio’r hyn sydd ganddi.

paper-title = Derbynneb ar gyfer cais { $reference }
paper-heading-decision = Derbynneb: beth wnaethoch chi ei benderfynu
paper-heading-withdrawal = Derbynneb: fe wnaethoch chi roi’r gorau i rannu
paper-share = Rydych yn rhannu
paper-stopped = Fe wnaethoch chi roi’r gorau i rannu
paper-paused = Wedi’i oedi nes i chi gadarnhau eto
paper-private = Yn aros yn breifat
paper-request = Y cais
paper-asker = Pwy ofynnodd
paper-recipients = Pwy gaiff weld yr hyn sy’n cael ei anfon
paper-answer = Rhif yr ateb
paper-last-day = Diwrnod olaf y rhannu
paper-until = Gellir ei gasglu tan
paper-before = Beth oedd wedi cael ei gasglu cyn hynny
paper-before-none = Doedd dim byd wedi cael ei gasglu. Ni all y DWP gael dim mwy gan Sayso o dan yr ateb hwn.
paper-no-more = Ni all y DWP gael mwy. Caiff gadw a defnyddio’r hyn sydd ganddi. Nid yw tynnu’n ôl ynddo’i hun yn rheswm i stopio eich arian.
paper-file = Y ffeil a gadarnhawyd gennych
paper-file-text = Mae’r rhif hwn (SHA-256) yn perthyn i’r un ffeil honno ac i ddim un arall.
paper-law = Beth mae’r gyfraith yn ei ddweud
paper-law-basis = Mae’r DWP yn defnyddio gwybodaeth iechyd ar gyfer ei thasg gyhoeddus ac o dan gyfraith nawdd cymdeithasol. Nid eich cydsyniad chi yw hyn yn ystyr cyfraith diogelu data.
paper-law-confidence = Eich caniatâd chi yw’r hyn y mae’r ddyletswydd cyfrinachedd yn gofyn amdano. Hebddo, ni ddylai’r feddygfa anfon y wybodaeth. Mae pedwar eithriad: cyfraith, gorchymyn llys, budd cyhoeddus cryf, neu les pennaf rhywun na all benderfynu.
paper-check = Sut i wirio’r dderbynneb hon
paper-receipt = Derbynneb
paper-issuer = Cyhoeddwyd gan
paper-signed = SHA-256 y ffeil wedi’i llofnodi
paper-language = Mae’r dudalen hon a’r geiriau wedi’u llofnodi yn Gymraeg.
paper-command = Lawrlwythwch y ffeil wedi’i llofnodi o Sayso a theipiwch:
