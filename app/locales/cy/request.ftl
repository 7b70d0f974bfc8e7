# A Welsh speaker has still to confirm every string in this file.
# One request. The law must be confirmed by a lawyer before a live service.
request-title = Cais { $reference }
request-back = Pob cais
request-heading = { $n ->
    [0] Cwestiwn mewn geiriau
    [one] Cais am 1 peth o’ch cofnod iechyd
    [two] Cais am 2 beth o’ch cofnod iechyd
    [few] Cais am { $n } pheth o’ch cofnod iechyd
    [many] Cais am { $n } pheth o’ch cofnod iechyd
   *[other] Cais am { $n } peth o’ch cofnod iechyd
  }
request-when-open = Atebwch erbyn { $date }. Os na fyddwch yn ateb, does dim byd yn cael ei anfon.
request-when-in-words-by = Mae’r DWP yn gofyn i chi ateb erbyn { $date }. Does dim byd i’w ddewis yma, ac nid yw Sayso yn anfon dim byd. Os gadewch ef, nid yw Sayso yn cyfrif hynny fel “na”.
request-when-in-words = Does dim byd i’w ddewis yma. Nid yw Sayso yn anfon dim byd ar gyfer y cais hwn.
request-when-late = Roedd y DWP yn bwriadu penderfynu ar ôl { $date }. Efallai ei bod wedi gwneud hynny. Gallwch ateb o hyd tra bo’r cais hwn ar agor. Os na fyddwch yn ateb, does dim byd yn cael ei anfon.
request-when-closed = Cafodd y cais hwn ei gau ar { $date }. Ni ellir anfon dim byd mwy ar ei gyfer.
request-when-closed-undated = Mae’r cais hwn wedi cau. Ni ellir anfon dim byd mwy ar ei gyfer.
request-when-answered = Fe wnaethoch chi ateb ar { $date }. Gallwch newid eich ateb tra bydd y cais hwn ar agor.
request-paused-rules = Mae’r rheolau sy’n eich diogelu wedi newid. Bydden nhw nawr yn atal rhywfaint o’r hyn rydych yn ei rannu yma rhag mynd. Felly rydym wedi’i oedi: does dim byd yn mynd. Edrychwch a chadarnhau eto, neu gadewch bethau fel y maen nhw.
request-paused-restored = Cafodd Sayso ei adfer o gopi diogel. Felly rydym wedi oedi’r hyn rydych yn ei rannu yma: does dim byd yn mynd. Edrychwch a chadarnhau eto, neu gadewch bethau fel y maen nhw.
request-paused-part = Fe wnaethoch chi roi’r gorau i rannu rhan o hwn. Felly rydym wedi oedi’r gweddill: does dim byd yn mynd. Edrychwch ar y gweddill a’i gadarnhau, neu gadewch bethau fel y maen nhw.
request-paused = Mae rhywbeth wedi newid ers i chi benderfynu. Felly rydym wedi oedi’r hyn rydych yn ei rannu yma: does dim byd yn mynd. Edrychwch a chadarnhau eto, neu gadewch bethau fel y maen nhw.
request-look-again = Edrych eto
request-choose = Dewis beth i’w rannu
request-not-now = Dim nawr
request-stop = Rhoi’r gorau i rannu
request-change = Newid fy ateb
request-see-receipt = Gweld eich derbynneb
request-said-not-now = Fe ddywedoch chi “dim nawr”. Mae eich atebion hyd yma wedi’u cadw. Does dim byd yn cael ei anfon.
request-follows = Mae’r cais hwn yn dilyn un cynharach, [{ $reference }](other).
request-replaces = Mae’r cais hwn yn cymryd lle un cynharach, [{ $reference }](other). Mae hwnnw wedi’i gau.
request-replaced-by = Mae cais mwy newydd wedi cymryd lle hwn: [{ $reference }](other).

request-way-heading = Ble mae’r cais hwn nawr
request-way-asked = Gofynnwyd
request-way-decide = Chi sy’n penderfynu
request-way-decide-by = erbyn { $date }
request-way-decide-late = Gallwch wneud hynny o hyd.
request-way-decide-over = Mae’r cais hwn ar ben.
request-way-decided = Penderfynoch chi
request-way-sent = Anfon
request-way-sent-done = Anfonwyd
request-way-sent-if = Dim ond os dywedwch chi ie.
request-way-sent-can = Gallant ei gasglu.
request-way-sent-paused = Wedi’i oedi: does dim yn mynd.
request-way-sent-no = Ni ellir anfon dim.
request-way-used = Defnyddio
request-way-used-done = Defnyddiwyd
request-way-used-how = Maen nhw’n ei ddefnyddio i benderfynu.
request-way-used-enough = Maen nhw’n dweud iddo fod yn ddigon.
request-way-used-short = Maen nhw’n dweud nad oedd yn ddigon.
request-way-used-no = Does dim i’w ddefnyddio.
request-way-kept = Cadw
request-way-kept-collection = Dim mwy na { $span }.
request-way-kept-interest = Dim mwy na { $span } ar ôl i’ch hawliad ddod i ben.
request-way-kept-no = Does dim i’w gadw.
request-way-deleted = Dilëwyd

request-who-heading = Pwy sy’n gofyn, a pham
request-who = Pwy sy’n gofyn
request-who-value = { $role }, { $asker }
request-purpose = Ar gyfer beth
request-purpose-value = { $purpose }: { $benefit }
request-why = Pam, yn eu geiriau nhw
request-question = Eu cwestiwn
request-recipients = Pwy fydd yn ei weld
request-recipients-only = Maen nhw’n dweud na fydd neb arall yn ei weld.
request-keep = Am faint maen nhw’n ei gadw
request-keep-collection = Dim mwy na { $span } o’r diwrnod y maen nhw’n ei gasglu. Yna rhaid iddyn nhw ei ddileu.
request-keep-interest = Dim mwy na { $span } ar ôl i’ch hawliad ddod i ben, gydag unrhyw apêl. Yna rhaid iddyn nhw ei ddileu.
request-collect = Pryd y gallan nhw ei gasglu
request-collect-value = O fewn { $span } i’ch ateb. Ar ôl hynny ni allan nhw gael dim byd mwy.
request-years = { $n ->
    [one] 1{"\u00A0"}flwyddyn
    [two] 2{"\u00A0"}flynedd
    [few] { $n }{"\u00A0"}blynedd
    [4] 4{"\u00A0"}blynedd
    [many] { $n }{"\u00A0"}blynedd
   *[other] { $n }{"\u00A0"}mlynedd
  }
request-months = { $n ->
    [one] 1{"\u00A0"}mis
    [two] 2{"\u00A0"}fis
   *[other] { $n }{"\u00A0"}mis
  }
request-days = { $n ->
    [one] 1{"\u00A0"}diwrnod
    [two] 2{"\u00A0"}ddiwrnod
   *[other] { $n }{"\u00A0"}diwrnod
  }
request-asked-on = Gofynnwyd ar

request-items-heading = Am beth maen nhw’n gofyn
request-items-lead = Chi sy’n penderfynu ar bob un. Does dim rhaid i chi rannu dim un.
request-items-none = Dim byd o’ch cofnod iechyd. Mae’n gofyn cwestiwn mewn geiriau, a gallwch ei ddarllen uchod.
request-in-words = Beth allwch chi ei wneud
request-points = Mae’n helpu i benderfynu: { $points }.
request-from-to = O { $from } hyd at { $to }.
request-from = O { $from } hyd heddiw.
request-to = Hyd at { $to }.
request-alone = Rydym yn gofyn i chi am hwn ar ei ben ei hun.

request-no-heading = Beth sy’n digwydd os dywedaf na

request-law-heading = Y gyfraith mewn geiriau plaen
request-law-basis = Nid yw’r DWP yn dibynnu ar eich caniatâd i ddefnyddio eich gwybodaeth. Mae’n dibynnu ar ei thasg gyhoeddus ac ar gyfraith nawdd cymdeithasol. Erthyglau 6(1)(e) a 9(2)(b) o GDPR y DU yw’r rhain.
request-law-confidence = Rhaid i’ch meddygfa gadw’r hyn y mae’n ei wybod amdanoch yn breifat. Dyma’r ddyletswydd cyfrinachedd. Mae eich caniatâd yn gadael iddi anfon y pethau hyn. Hebddo, ni ddylai’r feddygfa eu hanfon. Mae pedwar eithriad: cyfraith, gorchymyn llys, budd cyhoeddus cryf, neu les pennaf person na all benderfynu.
request-law-pressure = Nid yw “ie” o dan bwysau yn ganiatâd. Gallwch ddweud na, a gallwch gymryd amser.
request-law-practice = Yn Lloegr, caiff meddygfa ymddiried yng ngair y DWP eich bod yn cytuno. Dim ond tra nad oes ganddi reswm i feddwl nad ydych yn cytuno y caiff wneud hynny. Os rhowch y gorau i rannu, rydym yn cynnig llythyr i chi at eich meddygfa am y cais hwn yn unig.
request-law-promise = Chi sy’n ei weld yn gyntaf. Gallwch ofyn am gywiriadau ac ychwanegu eich geiriau eich hun. Ein haddewid ni yw hyn. Nid yw’n hawl mewn cyfraith: nid yw Deddf Mynediad at Adroddiadau Meddygol 1988 yn berthnasol i adroddiadau ar gyfer y DWP.
request-law-stop = Gallwch roi’r gorau i rannu unrhyw bryd. Mae hynny’n atal yr hyn sydd heb ei gasglu. Caiff y DWP gadw a defnyddio’r hyn sydd ganddi. Nid yw rhoi’r gorau i rannu ynddo’i hun yn rheswm i atal eich arian.
request-law-rights = Gallwch wrthwynebu’r hyn y mae’r DWP yn ei wneud. Caiff y DWP wrthod, a rhaid iddi ddweud pam. Gallwch ofyn i’r DWP am gopi, gofyn iddi ei gywiro, cyfyngu ar ei ddefnydd, neu gwyno. Rhowch y cyfeirnod **{ $reference }** pan fyddwch yn ysgrifennu. [Sut i wneud pob un o’r rhain](privacy).
request-letters = Ydych chi am ysgrifennu at eich meddygfa neu at y DWP? Mae gennym [lythyrau sy’n helpu](letters), yn barod i’w hargraffu.

request-deeds-heading = Beth mae’r DWP wedi’i wneud ers iddi ofyn
request-deeds-none = Dim byd eto.
request-deeds-none-closed = Dim byd.
request-deed-checked-no = { $n ->
    [one] Gofynnodd y DWP a gâi rywbeth. Na oedd yr ateb.
   *[other] Gofynnodd y DWP a gâi rywbeth. Na oedd yr ateb diwethaf.
  }
request-deed-checked-yes = { $n ->
    [one] Gofynnodd y DWP a gâi rywbeth. Yr ateb oedd ie, ar gyfer { $available ->
        [one] 1 peth
        [two] 2 beth
        [few] 3 pheth
        [many] 6 pheth
       *[other] { $available } peth
      }.
   *[other] Gofynnodd y DWP a gâi rywbeth. Yr ateb diwethaf oedd ie, ar gyfer { $available ->
        [one] 1 peth
        [two] 2 beth
        [few] 3 pheth
        [many] 6 pheth
       *[other] { $available } peth
      }.
  }
request-deed-times = Gwnaeth hynny { $n ->
    [two] ddwywaith
   *[other] { $n } gwaith
  } rhwng { $first } a { $last }.
request-deeds-older = Dangos beth wnaeth y DWP cyn hyn
request-deeds-newest = Dangos beth wnaeth y DWP ddiwethaf
request-deed-collected = Casglodd y DWP yr hyn roeddech yn ei rannu.
request-deed-refused = Ceisiodd y DWP gasglu. Chafodd ddim byd.
request-deed-erased = Mae’r DWP yn dweud ei bod wedi dileu’r hyn a gasglodd.
request-deed-kept = Mae’r DWP yn dweud ei bod yn cadw’r hyn a gasglodd.
request-deed-sufficient = Mae’r DWP yn dweud bod yr hyn a gafodd yn ddigon.
request-deed-insufficient = Mae’r DWP yn dweud nad yw’r hyn a gafodd yn ddigon. Does dim rhaid i chi anfon mwy.
request-deed-closed = Caeodd y DWP y cais hwn.

request-complete-heading = Dweud wrth y DWP na ddaw dim byd mwy
request-complete-offer = Nid yw’r DWP yn cael gwybod beth a gadwoch yn breifat. Felly efallai y bydd yn aros am fwy. Gallwch ddweud wrthi fod eich ateb yn gyflawn. Does dim rhaid i chi.
request-complete-tell = Dweud wrth y DWP fod fy ateb yn gyflawn
request-complete-told = Rydych wedi dweud wrth y DWP fod eich ateb yn gyflawn.
request-complete-untell = Tynnu hyn yn ôl
request-not-me = Nid yw hwn amdanaf i
request-not-me-what = Ydy’r cais hwn am rywun arall? Yna byddwn yn ei dynnu oddi ar eich rhestr. Nid ydym yn dweud dim byd wrth y DWP am hynny.
request-not-me-button = Nid yw hwn amdanaf i: tynnwch ef oddi ar fy rhestr
request-quote = Os ydych yn ffonio neu’n ysgrifennu am hyn, rhowch y cyfeirnod

# Beth mae pobl yn ei ddweud eu hunain.
request-words-heading = Eich geiriau eich hun
request-words-text = Gallwch ddweud sut mae hyn yn effeithio arnoch, neu ofyn i rywun sy’n eich helpu. Does dim rhaid i chi.
request-words-link = Ysgrifennu, neu weld beth fyddai’n helpu
request-words-closed = Gallwch ddarllen o hyd yr hyn a ysgrifennoch.
request-words-closed-link = Darllen eich geiriau eich hun
request-marked-heading = Eitemau rydych wedi nodi eu bod yn anghywir
request-marked = { $line }, nodwyd ar { $date }.
request-marked-link = Gweld yr eitem hon
