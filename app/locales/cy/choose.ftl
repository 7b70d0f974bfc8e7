# A Welsh speaker has still to confirm every string in this file.
choose-title = Dewis beth i’w rannu
choose-back = Yn ôl i’r cais
choose-lead = { $n ->
    [one] Mae { $asker } yn gofyn am yr 1 peth hwn. Gallwch newid eich ateb cyn i chi gadarnhau, ac wedyn.
    [two] Mae { $asker } yn gofyn am y 2 beth hyn. Atebwch fesul un. Gallwch newid unrhyw ateb cyn i chi gadarnhau, ac wedyn.
    [few] Mae { $asker } yn gofyn am y { $n } pheth hyn. Atebwch fesul un. Gallwch newid unrhyw ateb cyn i chi gadarnhau, ac wedyn.
    [many] Mae { $asker } yn gofyn am y { $n } pheth hyn. Atebwch fesul un. Gallwch newid unrhyw ateb cyn i chi gadarnhau, ac wedyn.
   *[other] Mae { $asker } yn gofyn am y { $n } peth hyn. Atebwch fesul un. Gallwch newid unrhyw ateb cyn i chi gadarnhau, ac wedyn.
  }
choose-reason = Maen nhw’n dweud: { $reason }
choose-entries = { $n ->
    [0] Does dim byd amdano yn eich cofnod.
    [one] Mae 1 eitem amdano yn eich cofnod.
   *[other] Mae { $n } eitem amdano yn eich cofnod.
  }
choose-care = { $n ->
    [one] Un sydd angen mwy o feddwl
   *[other] { $n } sydd angen mwy o feddwl
  }
choose-care-why = { $n ->
    [one] Mae llawer o bobl am gadw hwn yn breifat. Felly rydym yn gofyn amdano wrth ei enw. Nid yw byth yn rhan o ateb arall.
   *[other] Mae llawer o bobl am gadw’r rhain yn breifat. Felly rydym yn gofyn am bob un wrth ei enw. Nid yw byth yn rhan o ateb arall.
  }
choose-end = Pryd ddylai’r rhannu stopio?
choose-end-hint = Does dim rhaid i chi roi dyddiad. Mae’r rhannu’n stopio ohono’i hun ar { $date }, os atebwch heddiw. Mae’r diwrnod a rowch ar gyfer popeth rydych yn ei rannu. Ar ôl y diwrnod hwnnw ni all y DWP gael dim byd mwy.
choose-end-example = Er enghraifft, { $example }
choose-day = Diwrnod
choose-month = Mis
choose-year = Blwyddyn
choose-tally = Eich atebion hyd yma
choose-left = Eto i’w hateb
choose-not-sent = Does dim byd yn cael ei anfon o’r dudalen hon.
choose-update = Diweddaru’r crynodeb hwn
choose-stale = Nid oeddem yn gallu diweddaru hyn. Pwyswch “Diweddaru’r crynodeb hwn”.
choose-preview = Gweld beth fyddai’n cael ei anfon
choose-not-now = Dim nawr: cadw a dod yn ôl
choose-later = Mae “Dim nawr” yn cadw eich atebion yma. Does dim byd yn cael ei anfon. Mae’r DWP yn gofyn i chi ateb erbyn { $date }.
choose-later-open = Mae “Dim nawr” yn cadw eich atebion yma. Does dim byd yn cael ei anfon. Gallwch ateb cyhyd â bod y cais hwn ar agor.
choose-error-unanswered = Dywedwch a ydych am rannu “{ $title }”
choose-error-date = Ysgrifennwch y dyddiad gorffen gyda diwrnod, mis a blwyddyn, fel { $example }
choose-error-date-real = Nid yw’r dyddiad gorffen yn ddyddiad go iawn. Gwiriwch y diwrnod a’r mis
choose-error-date-past = Rhaid i’r dyddiad gorffen fod yn ddiwrnod sydd i ddod
choose-summary-nothing = Gyda’r atebion hyn, ni fyddai dim byd yn cael ei anfon.
choose-summary-unread = Nid ydym wedi darllen eich cofnod eto, felly ni allwn ddweud faint fyddai’n cael ei anfon. Byddwch yn gweld y cyfan ar y dudalen nesaf.
choose-summary-failed = Nid oeddem yn gallu darllen eich cofnod nawr, felly ni allwn ddweud faint fyddai’n cael ei anfon. Mae eich atebion yn dal ar y dudalen hon. Chafodd dim byd ei anfon. Ymhen ychydig funudau, pwyswch “Diweddaru’r crynodeb hwn”.
choose-summary-shared = { $n ->
    [0] { $title }: ni fyddai dim byd yn cael ei anfon.
    [one] { $title }: byddai 1 eitem yn cael ei hanfon.
   *[other] { $title }: byddai { $n } eitem yn cael eu hanfon.
  }
choose-summary-missed = { $n ->
    [one] Mae 1 eitem o “{ $title }” hefyd o dan { $under }. Dim ond os ydych yn rhannu hynny hefyd y bydd yn mynd.
   *[other] Mae { $n } eitem o “{ $title }” hefyd o dan { $under }. Dim ond os ydych yn rhannu hynny hefyd y byddant yn mynd.
  }
choose-summary-never = { $n ->
    [one] Mae 1 eitem o “{ $title }” hefyd o dan { $under }. Wnaeth neb ofyn am hynny. Felly mae’r eitem yn aros yn breifat.
   *[other] Mae { $n } eitem o “{ $title }” hefyd o dan { $under }. Wnaeth neb ofyn am hynny. Felly mae’r eitemau’n aros yn breifat.
  }
choose-part = Rhannu rhan o hyn yn unig
choose-part-of = : { $title }
choose-part-dates = Maen nhw’n gofyn am { $from } hyd at { $to }. Gallwch rannu cyfnod byrrach. Os gadewch ddyddiad yn wag, eu dyddiad nhw sy’n cyfrif. Mae beth sy’n dal i fynd ymlaen yn cael ei rannu hefyd, hyd yn oed os dechreuodd cyn hynny.
choose-part-from = O’r diwrnod hwn
choose-part-to = Hyd at y diwrnod hwn
choose-part-about = : { $end }, { $title }
choose-part-provider = Pwy gofnododd hyn
choose-part-everybody = Pawb
choose-part-nameless = Lle neu berson heb enw
choose-part-later = Gallwch hefyd rannu dim ond beth gofnododd un lle neu berson. Pwyswch “Diweddaru’r crynodeb hwn” i’w gweld yma.
choose-part-nobody = Nid yw eich cofnod yn dweud pwy gofnododd hyn.
choose-error-narrow-date = “{ $end }”: ysgrifennwch y dyddiad gyda diwrnod, mis a blwyddyn, fel 4{"\u00A0"}3{"\u00A0"}2025, ar gyfer “{ $title }”
choose-error-narrow-order = Ar gyfer “{ $title }”, ni all y diwrnod olaf ddod cyn y diwrnod cyntaf
choose-error-narrow-outside = Ar gyfer “{ $title }”, dewiswch ddiwrnod o fewn y cyfnod maen nhw’n gofyn amdano
choose-summary-letters = { $n ->
    [one] { $title }: byddwch yn penderfynu ar 1 llythyr ar y dudalen nesaf.
    [two] { $title }: byddwch yn penderfynu ar bob un o’r 2 lythyr ar y dudalen nesaf.
   *[other] { $title }: byddwch yn penderfynu ar bob un o’r { $n } llythyr ar y dudalen nesaf.
  }
choose-summary-missed-medicines = { $n ->
    [one] Mae 1 o’ch meddyginiaethau dan { $under }. Dim ond os rhannwch chi hynny hefyd y bydd yn mynd.
   *[other] Mae { $n } o’ch meddyginiaethau dan { $under }. Dim ond os rhannwch chi hynny hefyd y byddan nhw’n mynd.
  }

in-words-title = Cwestiwn mewn geiriau
in-words-lead = Nid yw’n gofyn am ddim byd o’ch cofnod iechyd. Felly does dim byd i’w ddewis yma, ac nid yw Sayso yn anfon dim byd.
in-words-by = Mae’r DWP yn gofyn i chi ateb erbyn { $date }.
in-words-late = Roedd y DWP yn bwriadu penderfynu ar ôl { $date }. Efallai ei bod wedi gwneud hynny. Gallwch ateb o hyd.
in-words-question = Y cwestiwn
in-words-why = Pam, yn eu geiriau nhw
in-words-yourself = Gallwch ateb y DWP eich hun, dros y ffôn neu drwy lythyr. Defnyddiwch y rhif neu’r cyfeiriad ar ei llythyrau, a rhowch y cyfeirnod { $reference }.
in-words-leave = Gallwch ei adael fel y mae yma. Nid yw Sayso yn cyfrif hynny fel “na”. Gall y DWP benderfynu heb eich ateb.
in-words-not-me = Os nad yw amdanoch chi, gallwch ddweud hynny ar dudalen y cais.
in-words-back = Yn ôl i’r cais
