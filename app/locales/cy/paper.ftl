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
signed-amended = { $by ->
    [helper] Ar { $date } newidiodd rhywun sy’n gweithredu ar eich rhan eich ateb i gais { $reference } gan { $asker }.
   *[you] Ar { $date } fe wnaethoch chi newid eich ateb i gais { $reference } gan { $asker }.
  }
signed-instead = Mae’r ateb hwn yn cymryd lle’r un o’r blaen.
signed-ended = Ar { $date } daeth y rhannu o dan gais { $reference } gan { $asker } i ben ohono’i hun.
signed-ended-date = Dyna ddiwedd { $date }, y diwrnod olaf roeddech chi wedi’i osod.
signed-ended-within = Roedd yr amser ar gyfer ei gasglu ar ben.
signed-ended-no-more = Ni all neb ei gasglu mwyach. Caiff y DWP gadw a defnyddio’r hyn sydd ganddi.
signed-noticed = Sylwodd Sayso ar hyn a’i ysgrifennu i lawr ar { $date }.
signed-over = Roeddech chi’n rhannu hyn tan hynny: { $titles }.
signed-was-paused = Ar { $date } cafodd y rhannu o dan gais { $reference } gan { $asker } ei oedi.
signed-pause-why = { $why ->
    [part] Y rheswm: fe wnaethoch chi roi’r gorau i rannu rhan ohono.
    [rules] Y rheswm: mae’r rheolau sy’n eich diogelu wedi newid. Bydden nhw nawr yn cadw rhywfaint ohono’n ôl.
    [died] Y rheswm: dywedwyd wrth Sayso fod y person wedi marw.
    [restored] Y rheswm: cafodd Sayso ei adfer o gopi diogel.
    [operator] Y rheswm: cafodd ei oedi gan y bobl sy’n rhedeg Sayso.
   *[fault] Y rheswm: ni allai Sayso ei wirio.
  }
signed-paused-until = Tan hynny ni all neb ei gasglu.
signed-collected = Ar { $date } casglodd { $asker } yr hyn rydych yn ei rannu o dan gais { $reference }.
signed-entries = { $count ->
    [one] Mae 1 eitem yn y ffeil.
   *[other] Mae { $count } eitem yn y ffeil.
  }
signed-sent = Mae ynddi rywbeth am: { $titles }.
signed-sent-none = Roeddech chi’n rhannu hyn hefyd, a doedd dim byd ohono yn eich cofnod: { $titles }.
signed-collected-after = Caiff y DWP gadw a defnyddio’r ffeil hon. Gallwch roi’r gorau i rannu, fel na all gael mwy.
signed-answered = Ar { $date } atebodd { $asker } Sayso am gais { $reference }.
signed-answered-file = Mae’n ymwneud â’r ffeil a gasglwyd ar { $collected }.
signed-erased = Mae’n dweud ei bod wedi dileu’r ffeil.
signed-kept = Mae’n dweud ei bod yn cadw’r ffeil.
signed-statement = Yn ei geiriau ei hun: “{ $statement }”
signed-answered-after = Ni all Sayso weld beth wnaeth { $asker }. Gallwch ofyn am gopi o’r hyn sydd ganddi.
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
paper-heading-amendment = Derbynneb: fe wnaethoch chi newid eich ateb
paper-heading-expiry = Derbynneb: daeth y rhannu i ben
paper-heading-pause = Derbynneb: cafodd y rhannu ei oedi
paper-heading-collection = Derbynneb: cafodd ei gasglu
paper-heading-erasure = Derbynneb: ateb am yr hyn a gasglwyd
paper-heading-withdrawal = Derbynneb: fe wnaethoch chi roi’r gorau i rannu
paper-share = Rydych yn rhannu
paper-sent = Yn y ffeil
paper-sent-none = Wedi’i rannu, a doedd dim byd ohono yn eich cofnod
paper-ended = Wedi’i rannu tan hynny
paper-stopped = Fe wnaethoch chi roi’r gorau i rannu
paper-paused = Wedi’i oedi nes i chi gadarnhau eto
paper-private = Yn aros yn breifat
paper-request = Y cais
paper-reference = Cyfeirnod
paper-purpose = At beth mae
paper-asker = Pwy ofynnodd
paper-recipients = Pwy gaiff weld yr hyn sy’n cael ei anfon
paper-answer = Rhif yr ateb
paper-last-day = Diwrnod olaf y rhannu
paper-until = Gellir ei gasglu tan
paper-before = Beth oedd wedi cael ei gasglu cyn hynny
paper-before-none = Doedd dim byd wedi cael ei gasglu. Ni all y DWP gael dim mwy gan Sayso o dan yr ateb hwn.
paper-no-more = Ni all y DWP gael mwy. Caiff gadw a defnyddio’r hyn sydd ganddi. Nid yw tynnu’n ôl ynddo’i hun yn rheswm i stopio eich arian.
paper-answered = Y ffeil mae’n ymwneud â hi
paper-file = Y ffeil a gadarnhawyd gennych
paper-file-collected = Y ffeil a gasglwyd
paper-file-stopped = Y ffeil na ellir ei chasglu mwyach
paper-rights = Eich hawliau
paper-rights-text = Gallwch anfon y testunau hyn fel y maen nhw. Mae rhif y cais ynddyn nhw.
right-access = Gweld beth sydd gan y DWP
right-access-text = Anfonwch ataf gopi o bopeth sydd gennych amdanaf o gais { $reference } (GDPR y DU, Erthygl 15).
right-rectification = Ei gywiro
right-rectification-text = Mae’r hyn sydd gennych amdanaf o gais { $reference } yn anghywir. Cywirwch ef os gwelwch yn dda (GDPR y DU, Erthygl 16).
right-restriction = Cyfyngu ar ei ddefnyddio
right-restriction-text = Peidiwch â defnyddio’r hyn sydd gennych amdanaf o gais { $reference } nes bod fy nghwestiwn wedi’i setlo (GDPR y DU, Erthygl 18).
right-objection = Gwrthwynebu
right-objection-text = Rwy’n gwrthwynebu sut rydych yn defnyddio’r hyn sydd gennych amdanaf o gais { $reference }. Rydych yn dibynnu ar eich tasg gyhoeddus, felly gallaf wneud hynny (GDPR y DU, Erthygl 21). Os dywedwch na, dywedwch wrthyf pam.
right-complaint = Cwyno
right-complaint-text = Rwy’n cwyno am sut mae’r DWP yn defnyddio’r hyn sydd ganddi amdanaf o gais { $reference }. At: y Comisiynydd Gwybodaeth, ico.org.uk (GDPR y DU, Erthygl 77).
paper-file-text = Mae’r rhif hwn (SHA-256) yn perthyn i’r un ffeil honno ac i ddim un arall.
paper-law = Beth mae’r gyfraith yn ei ddweud
paper-law-basis = Mae’r DWP yn defnyddio gwybodaeth iechyd ar gyfer ei thasg gyhoeddus ac o dan gyfraith nawdd cymdeithasol. Nid eich cydsyniad chi yw hyn yn ystyr cyfraith diogelu data.
paper-law-confidence = Eich caniatâd chi yw’r hyn y mae’r ddyletswydd cyfrinachedd yn gofyn amdano. Hebddo, ni ddylai’r feddygfa anfon y wybodaeth. Mae pedwar eithriad: cyfraith, gorchymyn llys, budd cyhoeddus cryf, neu les pennaf rhywun na all benderfynu.
paper-law-pressure = Nid yw ie dan bwysau yn ganiatâd.
paper-law-keeps = Pan rowch chi’r gorau i rannu, caiff y DWP gadw a defnyddio’r hyn sydd ganddi. Nid yw hynny ynddo’i hun yn rheswm i stopio eich arian.
paper-check = Sut i wirio’r dderbynneb hon
paper-receipt = Derbynneb
paper-issuer = Cyhoeddwyd gan
paper-code = Cod byr
paper-signed = Ôl bys y dderbynneb hon (SHA-256)
paper-language = Mae’r dudalen hon a’r geiriau wedi’u llofnodi yn Gymraeg.
paper-check-web = Ewch i { $address }. Does dim angen i chi fewngofnodi.
paper-check-program = Neu cymerwch y ffeil wedi’i llofnodi (JSON) a theipiwch hyn. Does dim angen y rhyngrwyd: { $command }
