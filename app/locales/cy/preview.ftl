# A Welsh speaker has still to confirm every string in this file.
# Y dudalen sy’n dangos beth yn union fyddai’n cael ei anfon.

preview-title = Gweld beth fyddai’n cael ei anfon
preview-back = Yn ôl i’ch atebion
preview-heading = Dyma beth fyddai’n cael ei anfon
preview-heading-nothing = Fyddai dim byd yn cael ei anfon
preview-entries = { $count ->
    [one] 1 eitem
   *[other] { $count } eitem
  }
preview-groups = { $count ->
    [one] 1 grŵp
   *[other] { $count } grŵp
  }
preview-lead = Byddai { $entries } mewn { $groups } yn mynd at { $asker }. Dim ond os byddwch yn cadarnhau y bydd hyn yn mynd.
preview-nothing-refused = Fe ddywedoch chi “peidio â rhannu” bob tro. Felly does dim ffeil, a does dim byd yn mynd at { $asker }.
preview-nothing-empty = O’r hyn rydych yn ei rannu, does dim byd i’w anfon. Felly does dim ffeil, a does dim byd yn mynd at { $asker }.
preview-nothing-next = Gallwch gadarnhau eich atebion o hyd. Yna fe gewch dderbynneb. Os na fyddwch yn cadarnhau, does dim byd yn newid.
preview-nothing-same = Ni all { $asker } weld pam. Yr un ateb mae’n ei gael â phan nad ydych wedi edrych eto.

preview-changed-heading = Mae eich cofnod wedi newid
preview-changed-text = Newidiodd ar ôl i chi edrych ddiwethaf. Does dim byd newydd wedi’i benderfynu. Mae’r dudalen hon yn dangos y ffeil newydd. Edrychwch arni eto.
preview-changed-added = { $count ->
    [one] Mae hon yn newydd
   *[other] Mae’r rhain yn newydd
  }
preview-changed-gone = { $count ->
    [one] Mae hon wedi mynd
   *[other] Mae’r rhain wedi mynd
  }
preview-changed-file = Mae’r ffeil wedi newid
preview-changed-rules = Does dim eitem newydd, a does dim un wedi mynd. Gall eitem ddweud rhywbeth arall nawr, neu gall ein rheolau fod wedi newid. Felly mae gan y ffeil ôl bys newydd.

preview-details = Dangos popeth sy’n mynd gyda’r eitem hon
preview-details-for = : { $line }
preview-number = Eitem { $number } yn y ffeil
preview-leave-out = Gadael hon allan
preview-leave-out-for = : { $line }
preview-leave-out-help = Ticiwch beth rydych eisiau ei adael allan. Yna diweddarwch y dudalen hon.
preview-change-help = Wnaethoch chi dicio neu ateb rhywbeth? Yna diweddarwch y dudalen hon.
preview-not-kept = Wnaethoch chi dicio neu ateb rhywbeth? Diweddarwch y dudalen hon yn gyntaf. Os na wnewch chi, ni fydd yn cael ei gadw.
preview-again-heading = Edrychwch eto
preview-again-ticks = Rydym wedi cadw beth wnaethoch chi ei dicio neu ei ateb.
preview-again-older = Roedd y dudalen y daethoch ohoni yn hŷn na’r hyn rydym yn ei gadw i chi.
preview-again-next = Dyma beth fyddai’n cael ei anfon nawr. Edrychwch arno. Yna ewch ymlaen.
preview-kept-with = Neu ewch ymlaen ar ddiwedd y dudalen hon. Yna bydd beth wnaethoch chi ei dicio neu ei ateb yn mynd gyda chi. Nid yw’r rhan fwyaf o’r dolenni a’r botymau eraill yn ei gadw.
preview-update = Diweddaru beth fyddai’n cael ei anfon
preview-put-back = Rhoi’n ôl
preview-put-back-for = : { $line }
preview-left-heading = Beth rydych wedi’i adael allan
preview-left-text = { $count ->
    [one] Nid yw’r eitem hon yn y ffeil.
   *[other] Nid yw’r rhain yn y ffeil.
  }

preview-why-heading = Beth sy’n cael ei adael allan, a pham
preview-why-nothing = Does dim byd yn eich cofnod yn cael ei adael allan.
preview-why-private = Dim ond chi sy’n gallu gweld y rhestr hon. Nid yw’r ffeil yn dangos bod unrhyw beth wedi’i adael allan.
preview-why-private-no-file = Dim ond chi sy’n gallu gweld y rhestr hon.
preview-why-no = Fe ddywedoch chi “peidio â rhannu”.
preview-why-no-count = { $count ->
    [one] Fe ddywedoch chi “peidio â rhannu”. Mae 1 eitem yn aros yn breifat.
   *[other] Fe ddywedoch chi “peidio â rhannu”. Mae { $count } eitem yn aros yn breifat.
  }
preview-why-needs = { $count ->
    [one] Mae 1 eitem yma hefyd dan { $others }. Dim ond os rhannwch chi hynny hefyd y bydd yn mynd.
   *[other] Mae { $count } eitem yma hefyd dan { $others }. Dim ond os rhannwch chi hynny hefyd y byddan nhw’n mynd.
  }
preview-why-needs-medicines = { $count ->
    [one] Mae 1 o’ch meddyginiaethau hefyd dan { $others }. Dim ond os rhannwch chi hynny hefyd y bydd yn mynd.
   *[other] Mae { $count } o’ch meddyginiaethau hefyd dan { $others }. Dim ond os rhannwch chi hynny hefyd y byddan nhw’n mynd.
  }
preview-why-needs-unasked = { $count ->
    [one] Mae 1 eitem yma hefyd dan { $others }. Wnaeth neb ofyn am hynny, felly mae’n aros yn breifat.
   *[other] Mae { $count } eitem yma hefyd dan { $others }. Wnaeth neb ofyn am hynny, felly maen nhw’n aros yn breifat.
  }
preview-why-left-out-link = Gweld beth rydych wedi’i adael allan
preview-why-dates = { $count ->
    [one] Mae hi o’r cyfnod cyn neu ar ôl y dyddiadau y gofynnwyd amdanynt.
   *[other] Maen nhw o’r cyfnod cyn neu ar ôl y dyddiadau y gofynnwyd amdanynt.
  }
preview-why-chosen-dates = { $count ->
    [one] Mae hi o’r cyfnod cyn neu ar ôl y dyddiadau a ddewisoch.
   *[other] Maen nhw o’r cyfnod cyn neu ar ôl y dyddiadau a ddewisoch.
  }
preview-why-other-provider = { $count ->
    [one] Fe ddewisoch beth gofnododd un lle neu berson. Nid ganddyn nhw y daeth hi, neu nid yw eich cofnod yn dweud pwy a’i cofnododd.
   *[other] Fe ddewisoch beth gofnododd un lle neu berson. Nid ganddyn nhw y daethon nhw, neu nid yw eich cofnod yn dweud pwy a’u cofnododd.
  }
preview-why-letter = { $count ->
    [one] Llythyr yw hi. Dim ond os byddwch yn dewis ei rannu y bydd yn mynd.
   *[other] Llythyrau ydyn nhw. Dim ond os byddwch yn dewis ei rannu y bydd pob un yn mynd.
  }
preview-why-no-date = { $count ->
    [one] Does dim dyddiad arni. Ni allwn ddweud a yw hi o’r cyfnod y gofynnwyd amdano.
   *[other] Does dim dyddiad arnyn nhw. Ni allwn ddweud a ydyn nhw o’r cyfnod y gofynnwyd amdano.
  }
preview-why-not-recognised = { $count ->
    [one] Ni allem ddweud beth yw hi. Felly nid ydym yn ei hanfon.
   *[other] Ni allem ddweud beth ydyn nhw. Felly nid ydym yn eu hanfon.
  }
preview-why-somebody-else = { $count ->
    [one] Mae’n sôn am rywun arall hefyd.
   *[other] Maen nhw’n sôn am rywun arall hefyd.
  }
preview-why-mistake = { $count ->
    [one] Mae eich cofnod yn dweud ei bod wedi’i rhoi i mewn drwy gamgymeriad.
   *[other] Mae eich cofnod yn dweud eu bod wedi’u rhoi i mewn drwy gamgymeriad.
  }
preview-why-never = { $count ->
    [one] Mae o fath nad yw Sayso byth yn ei anfon at neb.
   *[other] Maen nhw o fath nad yw Sayso byth yn ei anfon at neb.
  }
preview-why-not-asked = { $count ->
    [one] Mae o fath na wnaeth neb ofyn amdano.
   *[other] Maen nhw o fath na wnaeth neb ofyn amdano.
  }
preview-why-not-read = { $count ->
    [one] Ni allwn ei darllen. Gall fod yn llun o dudalen. Os gallwch ei hagor yma, gallwch ddewis ei rhannu.
   *[other] Ni allwn eu darllen. Gallan nhw fod yn lluniau o dudalennau. Os gallwch agor un yma, gallwch ddewis ei rhannu.
  }
preview-why-marked = { $count ->
    [one] Mae eich cofnod yn nodi na ddylid ei rhannu.
   *[other] Mae eich cofnod yn nodi na ddylid eu rhannu.
  }
preview-why-notes = Nodiadau hir
preview-why-notes-text = { $count ->
    [one] Rydym wedi torri’r nodyn hir o 1 eitem.
   *[other] Rydym wedi torri’r nodiadau hir o { $count } eitem.
  }

preview-file-heading = Y ffeil fyddai’n cael ei hanfon
preview-file-name = Enw
preview-file-size = Maint
preview-fingerprint-text = Os bydd un llythyren o’r ffeil yn newid, bydd yr ôl bys yn newid. Cymharwch ef fesul rhes â’r un ar eich derbynneb.
preview-json = Gweld y ffeil fel mae cyfrifiadur yn ei darllen
preview-json-note = Rydym wedi ychwanegu toriadau llinell, er mwyn i chi allu ei darllen. Does dim rhai yn y ffeil ei hun.
preview-json-label = Y ffeil
preview-download = Lawrlwytho’r ffeil ({ $size })
preview-check = Gwirio’r ôl bys eich hun
preview-check-text = Lawrlwythwch y ffeil. Agorwch y lle ar eich cyfrifiadur lle rydych yn teipio gorchmynion. Ewch i’r ffolder sydd â’r ffeil, a theipiwch:
preview-check-linux = Ar Linux
preview-check-mac = Ar Mac
preview-check-windows = Ar Windows
preview-check-then = Fe welwch 64 o lythrennau a rhifau. Rhaid iddyn nhw fod yr un fath â’r rhain:
preview-kept = Rydym yn cadw’r dudalen hon i chi tan { $until }. Ar ôl hynny byddwn yn ei gwneud eto o’ch cofnod.
preview-wrong = Oes rhywbeth o’i le? Gofynnwch i’ch meddygfa ei gywiro. Yna dewch yn ôl. Tan hynny, gallwch ei adael allan.
preview-wrong-mark = Oes rhywbeth o’i le? Dewiswch “Dweud bod hyn yn anghywir” o dan yr eitem. Nes iddo gael ei gywiro, gallwch ei adael allan.
preview-next = Mynd ymlaen i gadarnhau
preview-next-nothing = Mynd ymlaen i gadarnhau nad ydych yn rhannu dim byd
preview-change = Newid fy atebion

preview-error-none-ticked = Ticiwch neu atebwch rywbeth yn gyntaf, yna diweddarwch y dudalen hon
preview-error-unknown = Nid yw’r eitem honno ar y dudalen hon mwyach. Edrychwch ar y dudalen eto, yna ticiwch beth rydych eisiau ei adael allan
preview-quoted = “{ $title }”
preview-size = { $bytes } beit (tua { $about })
preview-size-small = { $bytes } beit
preview-fingerprint = Ei hôl bys (SHA-256).
preview-why-left-out = { $count ->
    [one] Rydych wedi’i gadael allan.
   *[other] Rydych wedi’u gadael allan.
  }
preview-why-notes-share = { $count ->
    [one] Rydym wedi torri’r nodyn hir o 1 eitem. Dim ond os rhannwch chi “{ $title }” hefyd y bydd y nodyn yn mynd.
   *[other] Rydym wedi torri’r nodiadau hir o { $count } eitem. Dim ond os rhannwch chi “{ $title }” hefyd y bydd y nodiadau’n mynd.
  }
preview-why-not-needed = { $count ->
    [one] Enw person, lle neu feddyginiaeth yw hi. Nid oes ei hangen ar ddim byd yn y ffeil.
   *[other] Enwau pobl, lleoedd neu feddyginiaethau ydyn nhw. Nid oes eu hangen ar ddim byd yn y ffeil.
  }
preview-why-nothing-left = { $count ->
    [one] Ni chaniateir anfon dim byd ynddi.
   *[other] Ni chaniateir anfon dim byd ynddyn nhw.
  }
preview-asked-first = { $count ->
    [one] Rydym yn gofyn i chi am hon
   *[other] Rydym yn gofyn i chi am y rhain
  }
preview-asked-first-text = { $count ->
    [one] Gall hon olygu mwy nag un peth. Dim ond os dywedwch chi hynny yma y bydd yn mynd.
   *[other] Gall y rhain olygu mwy nag un peth. Dim ond os dywedwch chi hynny yma y bydd pob un yn mynd.
  }
preview-put-in = Anfon hon hefyd
preview-put-in-for = : { $line }
preview-smaller = Rydych wedi rhoi’r gorau i rannu rhai pethau. Mae hynny wedi’i wneud. Dyma’r ffeil lai, gyda’r gweddill. Mae’n aros nes i chi ei chadarnhau. Tan hynny, ni all neb ei chasglu.
preview-back-whole = Yn ôl i bopeth fyddai’n cael ei anfon
preview-inside = Beth sydd ar y dudalen hon
preview-waiting = { $count ->
    [one] 1 yn aros am eich ateb
   *[other] { $count } yn aros am eich ateb
  }
preview-find = Dod o hyd i eitem
preview-find-hint = Teipiwch air, blwyddyn neu enw. Nid yw’n cael ei gadw yng nghyfeiriad y dudalen hon.
preview-find-button = Chwilio
preview-found = { $count ->
    [0] Does dim eitem yn y ffeil gyda “{ $words }”.
    [one] Mae “{ $words }” mewn 1 eitem yn y ffeil.
   *[other] Mae “{ $words }” mewn { $count } eitem yn y ffeil.
  }
preview-print = Pob eitem fel un rhestr
preview-print-about = , i’w hargraffu
preview-see-all = { $count ->
    [one] Gweld 1 eitem
   *[other] Gweld pob un o’r { $count } eitem
  }
preview-see-all-of = : { $title }
preview-no-year = Dim dyddiad
preview-here = Pam mae hon yma?
preview-here-for = : { $line }
preview-here-item = Fe ddywedoch chi “rhannu” am “{ $title }”. Mae { $asker } yn gofyn amdano. Maen nhw’n dweud: { $reason }
preview-here-points = Mae’n helpu i benderfynu: { $points }.
preview-here-needed = Mae eitemau eraill yn y ffeil yn enwi hon. Felly mae’n mynd gyda nhw.
preview-here-chosen = Fe ddywedoch chi ie i’r union eitem hon.
preview-plain = Mewn geiriau syml (nid yn y ffeil):
preview-plain-origin = Daw’r geiriau syml o’r NHS A to Z of health writing (Open Government Licence v3.0). Saesneg ydyn nhw. Nid ydyn nhw yn y ffeil.
preview-letters = Llythyrau, fesul un
preview-letters-count = { $count ->
    [one] 1 llythyr
   *[other] { $count } llythyr
  }
preview-letters-text = Dywedwch am bob llythyr a ydych eisiau ei rannu. Yna diweddarwch y dudalen hon. Mae llythyr heb ateb yn aros yn breifat.
preview-letter-scan = Ni all Sayso ddarllen hwn. Gall fod yn llun o dudalen. Agorwch ef yn gyntaf. Yna gallwch ddewis.
preview-letter-opened = Ni all Sayso ddarllen hwn. Rydych wedi’i agor.
preview-letter-elsewhere = Ni all Sayso ddangos hwn i chi, am nad yw ei dudalennau yn eich cofnod. Felly mae’n aros yn breifat.
preview-letter-details = Dangos popeth mae eich cofnod yn ei ddweud am y llythyr hwn
preview-letter-open = Agor y llythyr hwn
preview-letter-open-part = Agor rhan { $number } o’r llythyr hwn
preview-letter-open-for = : { $line }
preview-letter-again = Rwyf wedi’i agor: dangos y dewis i mi
preview-see-all-letters = Gweld pob un o’r { $count } llythyr
preview-narrowed = Rydych yn rhannu llai nag y maen nhw’n gofyn amdano
preview-narrowed-between = Dim ond o { $from } hyd at { $to }.
preview-narrowed-from = Dim ond o { $from } ymlaen.
preview-narrowed-to = Dim ond hyd at { $to }.
preview-narrowed-provider = Dim ond beth gofnododd un lle neu berson.
preview-time = Beth fyddai’n cael ei anfon, fesul blwyddyn
preview-time-text = Mae pob bar yn flwyddyn. Po uchaf y bar, y mwyaf o eitemau a ddechreuodd yn y flwyddyn honno.
preview-time-title = Beth fyddai’n cael ei anfon, fesul blwyddyn
preview-time-description = { $most ->
    [one] O { $first } i { $last }. Does dim blwyddyn gyda mwy nag 1 eitem. Mae’r tabl yn dweud yr un peth.
   *[other] O { $first } i { $last }. Does dim blwyddyn gyda mwy na { $most } eitem. Mae’r tabl yn dweud yr un peth.
  }
preview-time-table = Gweld y llun fel tabl
preview-time-caption = Eitemau fesul blwyddyn, y diweddaraf yn gyntaf
preview-time-year = Blwyddyn
preview-time-count = Eitemau
preview-json-title = Y ffeil fel mae cyfrifiadur yn ei darllen
preview-download-all = Lawrlwytho’r ffeil gyfan
preview-stopped = Gweld derbynneb y pethau y rhoesoch y gorau i’w rhannu
preview-error-not-opened = Agorwch lythyr na all Sayso ei ddarllen cyn dewis ei rannu
preview-error-find = Teipiwch air i chwilio amdano
preview-mark-wrong = Dweud bod hyn yn anghywir
preview-mark-wrong-for = : { $line }
