# A Welsh speaker has still to confirm every string in this file.
# Popeth a ddigwyddodd am berson, mewn geiriau.

history-title = Hanes
history-heading = Eich hanes
history-lead = Dyma bopeth a ddigwyddodd amdanoch chi yn Sayso, y diweddaraf yn gyntaf. Ni all neb ei newid na thynnu llinellau allan heb i hynny ddod i’r golwg.
history-lead-part = Dyma ran o’ch hanes, y diweddaraf yn gyntaf. Ni all neb ei newid na thynnu llinellau allan heb i hynny ddod i’r golwg.
history-filter-label = Dangos
history-filter-all = Popeth
history-filter-you = Beth wnaethoch chi
history-filter-asker = Beth wnaeth y DWP
history-filter-helpers = Beth wnaeth eich cynorthwywyr
history-filter-sayso = Beth wnaeth Sayso
history-time = Eich hanes fel llun
history-time-weeks = Mae pob bar yn wythnos. Po uchaf y bar, y mwyaf a ddigwyddodd yn yr wythnos honno.
history-time-months = Mae pob bar yn fis. Po uchaf y bar, y mwyaf a ddigwyddodd yn y mis hwnnw.
history-time-title = Beth ddigwyddodd, a phwy wnaeth hynny
history-time-description = O { $first } i { $last }. { $sides } Mae’r tabl yn dweud yr un peth.
history-time-description-day = Ar { $day }. { $sides } Mae’r tabl yn dweud yr un peth.
history-time-lane = { $who }: { $count }
history-time-table = Gweld y llun fel tabl
history-time-caption-weeks = Faint ddigwyddodd ym mhob wythnos, y diweddaraf yn gyntaf
history-time-caption-months = Faint ddigwyddodd ym mhob mis, y diweddaraf yn gyntaf
history-time-week = Wythnos o
history-time-month = Mis
history-time-you = Chi
history-time-asker = Y DWP
history-time-helpers = Cynorthwywyr
history-time-sayso = Sayso
history-none = Does dim byd yma eto.
history-older = Gweld llinellau hŷn
history-newer = Gweld y llinellau diweddaraf
history-shown = (yn dangos { $shown } o { $total })
history-shown-part = (yn dangos { $shown })
history-receipt = Derbynneb { $code }
history-said = Beth a ddywedwyd: “{ $words }”
history-times = { $count ->
    [one] Digwyddodd unwaith.
    [two] Digwyddodd ddwywaith, y tro olaf am { $last }.
   *[other] Digwyddodd { $count } gwaith, y tro olaf am { $last }.
  }
history-news-first = Dyma’r tro cyntaf i chi edrych yma. Y tro nesaf bydd y dudalen hon yn dweud beth sydd wedi digwydd ers hynny.
history-news-none = **Does dim byd amdanoch chi wedi newid** ers i chi edrych ddiwethaf, ar { $at }.
history-news-some = { $count ->
    [one] **Mae 1 peth wedi digwydd** ers i chi edrych ddiwethaf, ar { $at }. Mae wedi’i farcio “Newydd”.
    [two] **Mae 2 beth wedi digwydd** ers i chi edrych ddiwethaf, ar { $at }. Maen nhw wedi’u marcio “Newydd”.
    [few] **Mae 3 pheth wedi digwydd** ers i chi edrych ddiwethaf, ar { $at }. Maen nhw wedi’u marcio “Newydd”.
    [many] **Mae 6 pheth wedi digwydd** ers i chi edrych ddiwethaf, ar { $at }. Maen nhw wedi’u marcio “Newydd”.
   *[other] **Mae { $count } peth wedi digwydd** ers i chi edrych ddiwethaf, ar { $at }. Maen nhw wedi’u marcio “Newydd”.
  } Nid yw eich ymweliadau eich hun â’r dudalen hon yn cyfrif.
history-new = Newydd
history-proof = Prawf
history-proof-of = o’r hyn a ddigwyddodd am { $at }
history-each-time = Pob tro, gyda phrawf
history-proof-title = Prawf o linell
history-proof-back = Yn ôl i’ch hanes
history-proof-log = Yn y log cyhoeddus
history-proof-there = Dyma linell { $number } o log cyhoeddus Sayso. Ni all neb ei newid na’i thynnu allan heb i hynny ddod i’r golwg. Nid yw’r log yn dangos beth mae’r llinell yn ei ddweud.
history-proof-file = Lawrlwytho’r prawf
history-proof-careful = Mae’r ffeil yn dweud beth ddigwyddodd. Rhowch hi dim ond i bobl sy’n cael gwybod hynny.
history-proof-check = Sut i’w gwirio
history-proof-check-how = Gall unrhyw un wirio’r ffeil ar eu cyfrifiadur eu hunain gyda’r rhaglen “sayso”. Does dim angen y rhyngrwyd, a does dim rhaid ymddiried ynom ni:
history-proof-check-key = Y rhan olaf yw allwedd gyhoeddus y log “{ $origin }”. Y peth gorau yw cael yr allwedd gan rywun heblaw ni, fel elusen gyngor sy’n gwylio’r log.
history-proof-check-others = C2SP tlog-proof yw’r ffeil. Mae rhaglenni eraill yn ei darllen hefyd.
history-proof-soon = Nid yw’r llinell hon yn y log cyhoeddus eto. Bydd yno ymhen ychydig eiliadau.
history-proof-again = Edrych eto
history-asker-unknown = Pwy bynnag a ofynnodd
history-times-title = Pob tro y digwyddodd
history-times-older = Gweld adegau cynharach

history-event-request-received = **Gofynnodd** { $who } am { $count ->
    [0] bethau
    [one] 1 peth
    [two] 2 beth
    [few] 3 pheth
    [many] 6 pheth
   *[other] { $count } peth
  } o’ch cofnod. Cais { $reference } yw hwn.
history-event-request-viewed = { $by ->
    [you] Fe wnaethoch chi **edrych ar** gais { $reference }.
   *[helper] **Edrychodd** { $name }, sy’n gweithredu ar eich rhan, ar gais { $reference }.
  }
history-event-source-permitted = Fe wnaethoch chi **adael i Sayso ddarllen** { $source }.
history-event-source-stopped = Fe wnaethoch chi **stopio Sayso** rhag darllen { $source }.
history-event-record-read = **Darllenodd** Sayso { $source }, ar gyfer cais { $reference }.
history-event-record-not-read = **Methodd** Sayso â darllen { $source }, ar gyfer cais { $reference }. { $why ->
    [no-record] Does dim cofnod amdanoch chi yno.
    [unreachable] Ddaeth dim ateb, neu fe gymerodd ormod o amser.
    [busy] Roedd Sayso yn brysur iawn.
    [other-person] Roedd yr hyn a ddaeth am rywun arall, a chafodd ei daflu.
    [wrong] Nid oedd yr hyn a ddaeth yn gywir, neu nid oedd yn gyfan, a chafodd ei daflu.
   *[fault] Aeth rhywbeth o’i le ar ein hochr ni.
  } Chafodd dim byd ei anfon.
history-event-draft-saved = { $by ->
    [you] Fe wnaethoch chi ddewis **“dim nawr”** ar gyfer cais { $reference }. Chafodd dim byd ei benderfynu.
   *[helper] Dewisodd { $name }, sy’n gweithredu ar eich rhan, **“dim nawr”** ar gyfer cais { $reference }. Chafodd dim byd ei benderfynu.
  }
history-event-preview-made = { $by ->
    [you] Fe wnaethoch chi **edrych ar** beth fyddai’n cael ei anfon dan gais { $reference }.
   *[helper] **Edrychodd** { $name }, sy’n gweithredu ar eich rhan, ar beth fyddai’n cael ei anfon dan gais { $reference }.
  }
history-event-letter-opened = { $by ->
    [you] Fe wnaethoch chi **agor llythyr** o’ch cofnod, i ddewis am gais { $reference }.
   *[helper] **Agorodd** { $name }, sy’n gweithredu ar eich rhan, lythyr o’ch cofnod, i ddewis am gais { $reference }.
  }
history-event-decision-shared = { $by ->
    [you] Fe wnaethoch chi **benderfynu** ar gais { $reference }.
   *[helper] **Penderfynodd** { $name }, sy’n gweithredu ar eich rhan, ar gais { $reference }.
  } { $share ->
    [one] Mae’r 1 peth yn cael ei rannu.
    [two] Mae’r 2 beth yn cael eu rhannu.
    [few] Mae’r 3 pheth yn cael eu rhannu.
    [many] Mae’r 6 pheth yn cael eu rhannu.
   *[other] Mae’r { $share } peth yn cael eu rhannu.
  }
history-event-decision-refused = { $by ->
    [you] Fe wnaethoch chi **benderfynu** ar gais { $reference }. Nid ydych yn rhannu dim byd.
   *[helper] **Penderfynodd** { $name }, sy’n gweithredu ar eich rhan, ar gais { $reference }. Does dim byd yn cael ei rannu.
  }
history-event-decision-part = { $by ->
    [you] Fe wnaethoch chi **benderfynu** ar gais { $reference }. Rydych yn rhannu { $share } ac yn cadw { $private } yn breifat.
   *[helper] **Penderfynodd** { $name }, sy’n gweithredu ar eich rhan, ar gais { $reference }. Wedi’u rhannu: { $share }. Wedi’u cadw’n breifat: { $private }.
  }
history-event-withdrawn = { $by ->
    [you] Fe wnaethoch chi **roi’r gorau i rannu** { $count ->
        [one] 1 peth
        [two] 2 beth
        [few] 3 pheth
        [many] 6 pheth
       *[other] { $count } peth
      } dan gais { $reference }. Fe wnaethon ni ddinistrio ein copi.
   *[helper] **Rhoddodd** { $name }, sy’n gweithredu ar eich rhan, **y gorau i rannu** { $count ->
        [one] 1 peth
        [two] 2 beth
        [few] 3 pheth
        [many] 6 pheth
       *[other] { $count } peth
      } dan gais { $reference }. Fe wnaethon ni ddinistrio ein copi.
  }
history-event-withdrawn-by-operator = Fe wnaethoch chi ofyn i ni dros y ffôn neu drwy lythyr. Fe wnaethon ni **roi’r gorau i rannu** { $count ->
    [one] 1 peth
    [two] 2 beth
    [few] 3 pheth
    [many] 6 pheth
   *[other] { $count } peth
  } dan gais { $reference }. Ein nodyn ohono yw { $evidence }.
history-event-collected = **Casglodd** { $who } yr hyn roeddech yn ei rannu dan gais { $reference }: { $count ->
    [one] 1 eitem
   *[other] { $count } eitem
  }. Mae’r ôl bys yr un fath ag ar eich derbynneb.
history-event-collection-denied = **Ceisiodd** { $who } **gasglu** dan gais { $reference }. Yr ateb oedd **na**.
history-event-checked-permit = Gofynnodd { $who } a gâi { $count ->
    [one] “{ $thing }”
    [two] 2 beth
    [few] 3 pheth
    [many] 6 pheth
   *[other] { $count } peth
  } dan gais { $reference }. Yr ateb oedd **caiff**.
history-event-checked-deny = Gofynnodd { $who } a gâi { $count ->
    [one] “{ $thing }”
    [two] 2 beth
    [few] 3 pheth
    [many] 6 pheth
   *[other] { $count } peth
  } dan gais { $reference }. Yr ateb oedd **na chaiff**.
history-event-checked-unknown = Gofynnodd { $who } a gâi { $count ->
    [one] rywbeth na all neb ofyn amdano
    [two] 2 beth na all neb ofyn amdanyn nhw
    [few] 3 pheth na all neb ofyn amdanyn nhw
    [many] 6 pheth na all neb ofyn amdanyn nhw
   *[other] { $count } peth na all neb ofyn amdanyn nhw
  }, dan gais { $reference }. Yr ateb oedd **na chaiff**.
history-reason = { $reason ->
    [not-asked] Y rheswm: nid yw’n rhan o’r cais.
    [request-closed] Y rheswm: mae’r cais wedi cau.
    [not-decided] Y rheswm: nid oeddech wedi penderfynu.
    [withdrawn] Y rheswm: roeddech wedi rhoi’r gorau i rannu.
    [refused] Y rheswm: fe ddywedoch chi “Peidio â rhannu”.
    [expired] Y rheswm: roedd y rhannu wedi dod i ben.
    [paused] Y rheswm: roedd y rhannu wedi’i oedi, nes i chi edrych eto.
    [nothing-recorded] Y rheswm: doedd dim byd amdano yn eich cofnod.
   *[other] Roedd mwy nag un rheswm.
  }
history-reason-of = “{ $thing }”. { $words }
history-reason-hidden = Ni ddywedwyd y rheswm wrth y DWP.
history-event-request-closed = **Caeodd** { $who } gais { $reference }. { $reason ->
    [decided] Mae’n dweud ei fod wedi penderfynu.
    [no-longer-needed] Mae’n dweud nad oes angen hyn arno mwyach.
    [replaced] Anfonodd gais newydd yn ei le.
   *[sent-in-error] Mae’n dweud iddo anfon y cais drwy gamgymeriad.
  } Ni all neb gasglu dano nawr.
history-event-request-closed-by-itself = **Caeodd** cais { $reference } ohono’i hun, oherwydd bod ei amser ar ben. Ni all neb gasglu dano nawr.
history-event-erasure-erased = Mae { $who } yn dweud ei fod wedi **dileu** yr hyn a gasglodd ar { $date }, dan gais { $reference }.
history-event-erasure-kept = Mae { $who } yn dweud ei fod yn **cadw** yr hyn a gasglodd ar { $date }, dan gais { $reference }.
history-event-outcome-sufficient = Mae { $who } yn dweud bod ganddo **ddigon** i benderfynu, gyda’r hyn a rannoch chi dan gais { $reference }.
history-event-outcome-insufficient = Mae { $who } yn dweud **nad oedd ganddo ddigon** i benderfynu, dan gais { $reference }.
history-point = { $point }: { $code ->
    [missing] roedd ar goll
    [out-of-date] roedd yn rhy hen
    [unclear] nid oedd yn glir
   *[not-about-effect] nid oedd yn dweud sut mae hyn yn effeithio arnoch
  }
history-event-signed-in = Fe wnaethoch chi **fewngofnodi** gyda { $device ->
    [both] { $browser } ar { $system }
    [browser] { $browser }
    [system] { $system }
   *[other] dyfais nad ydym yn ei hadnabod
  }.
history-event-sign-in-failed = **Teipiodd** rhywun **gyfrinair anghywir** ar gyfer eich cyfrif. Efallai mai chi oedd hynny.
history-event-signed-out-everywhere = Fe wnaethoch chi **allgofnodi** ar bob un o’ch dyfeisiau.
history-event-session-ended = Fe wnaethoch chi **allgofnodi** dyfais arall.
history-event-password-changed = Fe wnaethoch chi **newid eich cyfrinair**.
history-event-account-activated = Fe wnaethoch chi **agor eich cyfrif**.
history-event-activation-issued = Fe wnaethon ni **god newydd** i chi, i agor eich cyfrif neu i ddewis cyfrinair newydd.
history-event-person-added = Fe wnaethon ni wirio pwy ydych chi, a’ch **ychwanegu** at Sayso.
history-event-person-corrected = Fe wnaethon ni **gywiro** eich manylion.
history-event-history-viewed = { $by ->
    [you] Fe wnaethoch chi **edrych ar** yr hanes hwn.
    [operator] **Edrychodd** rhywun sy’n rhedeg Sayso ar yr hanes hwn.
   *[helper] **Edrychodd** { $name }, sy’n gweithredu ar eich rhan, ar yr hanes hwn.
  }
history-event-receipt-viewed = { $by ->
    [you] Fe wnaethoch chi **agor** derbynneb { $code }.
   *[helper] **Agorodd** { $name }, sy’n gweithredu ar eich rhan, dderbynneb { $code }.
  }
history-event-letter-made = { $by ->
    [you] Fe wnaethoch chi **lawrlwytho llythyr** am gais { $reference }.
   *[helper] **Lawrlwythodd** { $name }, sy’n gweithredu ar eich rhan, **lythyr** am gais { $reference }.
  } { $letter ->
    [stop-practice] Mae ar gyfer eich meddygfa: nid ydych yn cytuno.
    [correction] Mae ar gyfer eich meddygfa: mae eitem yn anghywir.
    [more-time] Mae ar gyfer y DWP: mae angen mwy o amser arnoch.
    [withdraw-form] Mae ar gyfer y DWP: rydych yn tynnu cydsyniad yn ôl.
    [subject-access] Mae ar gyfer y DWP: rydych am gael copi o’r hyn sydd ganddi.
   *[objection] Mae ar gyfer y DWP: rydych yn gwrthwynebu.
  } Ni wnaethom ei anfon.
history-event-not-me = Fe ddywedoch chi **nad yw** cais { $reference } **amdanoch chi**. Ni ddywedwyd hynny wrth { $who }.
history-event-nothing-more-told = Fe ddywedoch chi wrth { $who } na fydd **dim byd arall** yn dod ar gyfer cais { $reference }.
history-event-expired = { $why ->
    [end-date] **Daeth** rhannu dan gais { $reference } **i ben** ar y dyddiad a osodoch chi. Ni all neb ei gasglu nawr.
   *[collect-within] Mae’r amser i gasglu dan gais { $reference } **ar ben**. Ni all neb ei gasglu nawr.
  }
history-event-paused = { $why ->
    [restored] Cafodd Sayso ei adfer o gopi diogel. Felly mae rhannu dan gais { $reference } **wedi’i oedi** nes i chi gadarnhau eto.
    [rules-changed] Mae’r rheolau sy’n eich diogelu wedi newid. Bydden nhw nawr yn cadw rhywfaint o’r hyn rydych yn ei rannu dan gais { $reference } yn ôl. Felly mae **wedi’i oedi** nes i chi edrych eto.
    [died] Cawsom wybod eich bod wedi marw. Felly mae rhannu dan gais { $reference } **wedi’i oedi** nes i chi gadarnhau eto.
    [operator] Mae’r bobl sy’n rhedeg Sayso wedi **oedi** rhannu dan gais { $reference } nes i chi gadarnhau eto.
   *[fault] Ni allem wirio beth rydych yn ei rannu dan gais { $reference }. Felly mae **wedi’i oedi** nes i chi edrych eto.
  }
history-event-rechecked = Mae’r rheolau sy’n eich diogelu wedi newid. Fe wnaethon ni **wirio** beth rydych yn ei rannu dan gais { $reference }: mae’r cyfan yn dal i gyd-fynd. Does dim rhaid i chi wneud dim byd.
history-event-erasure-asked = Fe wnaethon ni **ofyn** i { $who } ddileu’r hyn a gasglodd dan gais { $reference }.
history-event-record-imported = Cafodd eich cofnod iechyd ei **ychwanegu** at Sayso: { $count ->
    [one] 1 eitem
   *[other] { $count } eitem
  }.
history-event-died = Cawsom wybod eich bod wedi **marw**. Fe wnaethon ni ddod â phob mewngofnodi i ben ac oedi pob rhannu.
history-event-death-corrected = **Camgymeriad** oedd y newyddion eich bod wedi marw. Gallwch fewngofnodi eto. Mae’r rhannu’n dal wedi’i oedi nes i chi ei gadarnhau.
history-event-words-finished = Fe wnaethoch chi **orffen eich geiriau eich hun** ar gyfer cais { $reference }.
history-event-words-taken-back = Fe wnaethoch chi **dynnu eich geiriau eich hun yn ôl** ar gyfer cais { $reference }.
history-event-helper-invited = Fe wnaethoch chi **wneud dolen** i rywun sy’n eich helpu, ar gyfer cais { $reference }.
history-event-helper-link-ended = Fe wnaethoch chi **gau dolen** i rywun sy’n eich helpu, ar gyfer cais { $reference }.
history-event-helper-answered = **Anfonodd rhywun** sydd â’ch dolen **yr hyn a ysgrifennodd** atoch, ar gyfer cais { $reference }.
history-event-helper-words-deleted = Fe wnaethoch chi **ddileu’r hyn a ysgrifennodd** rhywun sy’n eich helpu, ar gyfer cais { $reference }.
history-event-answers-imported = **Daeth** { $count ->
    [one] 1 ateb
    [two] 2 ateb
    [few] 3 ateb
    [many] 6 ateb
   *[other] { $count } ateb
  } gan weithiwr proffesiynol **i mewn** ar gyfer cais { $reference }. Ni ddywedwyd wrth neb arall.
history-event-entry-marked-wrong = Fe wnaethoch chi **farcio eitem yn anghywir**, ar gyfer cais { $reference }.
history-event-entry-mark-taken-away = Fe wnaethoch chi **dynnu marc** bod eitem yn anghywir, ar gyfer cais { $reference }.
history-event-more-may-come = Fe ddywedoch chi wrth { $who } **y gallai mwy ddod** ar gyfer cais { $reference }.
history-sent-before = Anfonwyd y cais ar { $date }. Dim ond wedyn y gallem weld mai amdanoch chi y mae.
history-event-copy-kept = Fe wnaethoch chi **gadw eich copi eich hun** o’r hyn y cytunoch i’w rannu dan gais { $reference }.
history-event-copy-viewed = { $by ->
    [you] Fe wnaethoch chi **agor eich copi eich hun** o’r hyn y cytunoch i’w rannu dan gais { $reference }.
    [operator] **Agorodd** rhywun sy’n rhedeg Sayso **eich copi** o’r hyn y cytunoch i’w rannu dan gais { $reference }.
   *[helper] **Agorodd** { $name }, sy’n gweithredu ar eich rhan, **eich copi** o’r hyn y cytunoch i’w rannu dan gais { $reference }.
  }
history-event-copy-deleted = Fe wnaethoch chi **ddileu eich copi eich hun** o’r hyn y cytunoch i’w rannu dan gais { $reference }. Nid yw hynny’n cymryd dim yn ôl gan y DWP.
history-event-standing-read = **Edrychodd** { $who } sut mae cais { $reference } yn sefyll.
