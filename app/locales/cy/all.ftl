# A Welsh speaker has still to confirm every string in this file.
# What only paper has, and the file that goes with all receipts.

paper-page = Tudalen
paper-page-of = o
paper-scan = Sganiwch y cod hwn â ffôn. Mae’n agor y dudalen sy’n gwirio’r dderbynneb hon.
paper-scan-holds = Mae’r cod yn dal rhif y dderbynneb a’i hôl bys, a dim byd arall amdanoch chi.
paper-scan-alternative = Cod sgwâr i’w sganio. Mae’n agor { $address }, y dudalen sy’n gwirio’r dderbynneb hon.

receipts-all = Lawrlwytho eich derbynebau i gyd fel un ffeil (ZIP)
receipt-pdf = Lawrlwytho’r dderbynneb i’w hargraffu, ac ar gyfer darllenwyr sgrin (PDF)
receipt-pdf-large = Lawrlwytho’r dderbynneb mewn print bras (PDF)
receipt-txt = Lawrlwytho’r dderbynneb fel testun plaen (TXT)

all-heading = Eich derbynebau i gyd
all-lead = { $count ->
    [one] Dyma eich derbynneb, fel yr oedd gan Sayso ar { $date }.
   *[other] Dyma eich { $count } o dderbynebau, fel yr oeddent gan Sayso ar { $date }.
  }
all-safe = Maen nhw’n dweud beth wnaethoch chi ei rannu a beth wnaethoch chi ei gadw’n breifat. Cadwch nhw mewn lle diogel.
all-files = Beth yw pob ffeil
all-json = .json yw’r dderbynneb wedi’i llofnodi. Dim ond y ffeil hon sy’n profi unrhyw beth.
all-html = Mae .html yn dudalen i’w darllen mewn porwr. Nid oes angen y rhyngrwyd.
all-txt = Testun plaen yw .txt.
all-pdf = Mae .pdf i’w argraffu. Mae’n gweithio gyda darllenwyr sgrin.
all-pdf-newest = Dim ond y { $count } diweddaraf sydd â .pdf yma. Gallwch lawrlwytho pob un o’r lleill ar ei thudalen ei hun.
all-receipts = Y derbynebau, y diweddaraf yn gyntaf
all-check = Sut i wirio derbynneb
all-check-web = Ewch i { $address } a dewis y ffeil .json. Nid oes angen i chi fewngofnodi.
all-check-program = Neu defnyddiwch y rhaglen “sayso”. Nid oes angen y rhyngrwyd:
all-check-tools = Neu defnyddiwch offer nad ydynt yn eiddo i ni: jq, basenc ac OpenSSL 3, ar Linux. Rhowch enw’r dderbynneb yn y llinell gyntaf:
all-key = Y ffeil receipt.pub yw allwedd gyhoeddus Sayso, fel yr oedd y diwrnod hwnnw. Dylai rhywun nad yw’n ymddiried yn y ffeil hon gael yr allwedd gan Sayso neu gan gynghorydd.
