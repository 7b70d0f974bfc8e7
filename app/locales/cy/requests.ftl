# A Welsh speaker has still to confirm every string in this file.
requests-title = Ceisiadau
requests-heading = Eich ceisiadau
requests-lead = { $n ->
    [0] Does dim cais yn aros amdanoch.
    [one] Mae 1 cais yn aros amdanoch. Nes i chi ateb, does dim byd yn cael ei anfon.
    [two] Mae 2 gais yn aros amdanoch. Nes i chi ateb, does dim byd yn cael ei anfon.
    [few] Mae { $n } chais yn aros amdanoch. Nes i chi ateb, does dim byd yn cael ei anfon.
    [many] Mae { $n } chais yn aros amdanoch. Nes i chi ateb, does dim byd yn cael ei anfon.
   *[other] Mae { $n } cais yn aros amdanoch. Nes i chi ateb, does dim byd yn cael ei anfon.
  }
requests-none = Does neb wedi gofyn amdanoch eto. Pan fydd rhywun yn gofyn, byddwch yn ei weld yma.
requests-waiting = Yn aros amdanoch
requests-to-read = I chi ei ddarllen
requests-sharing = Beth rydych yn ei rannu nawr
requests-ended = Wedi’u hateb neu ar ben
requests-asks = { $n ->
    [0] Cwestiwn mewn geiriau, gan { $asker }
    [one] Cais am 1 peth, gan { $asker }
    [two] Cais am 2 beth, gan { $asker }
    [few] Cais am { $n } pheth, gan { $asker }
    [many] Cais am { $n } pheth, gan { $asker }
   *[other] Cais am { $n } peth, gan { $asker }
  }
requests-not-now = Rydych wedi edrych arno, a dewis “dim nawr”.
requests-paused-rules = Mae’r rheolau sy’n eich diogelu wedi newid. Felly rydym wedi oedi’r hyn rydych yn ei rannu yma. Does dim byd yn mynd nes i chi edrych a chadarnhau eto.
requests-paused-restored = Cafodd Sayso ei adfer o gopi diogel. Felly rydym wedi oedi’r hyn rydych yn ei rannu yma. Does dim byd yn mynd nes i chi edrych a chadarnhau eto.
requests-paused-part = Fe wnaethoch chi roi’r gorau i rannu rhan ohono. Does dim byd yn mynd nes i chi edrych ar y gweddill a’i gadarnhau.
requests-paused = Mae rhywbeth wedi newid ers i chi benderfynu. Does dim byd yn mynd nes i chi edrych eto.
requests-asked = Gofynnwyd ar { $date }.
requests-foot = { $n ->
    [0] Yn aros amdanoch. Atebwch **erbyn { $date }**. Heddiw yw hynny.
    [one] Yn aros amdanoch. Atebwch **erbyn { $date }**. Mae hynny ymhen 1 diwrnod.
    [two] Yn aros amdanoch. Atebwch **erbyn { $date }**. Mae hynny ymhen 2 ddiwrnod.
   *[other] Yn aros amdanoch. Atebwch **erbyn { $date }**. Mae hynny ymhen { $n } diwrnod.
  }
requests-in-words = Nid yw’n gofyn am ddim byd o’ch cofnod iechyd. Does dim byd yn cael ei anfon.
requests-foot-in-words = Does **dim byd i’w ddewis** yma. Agorwch ef i ddarllen y cwestiwn.
requests-foot-late = Yn aros amdanoch. Roedd y DWP yn bwriadu penderfynu ar ôl **{ $date }**. Gallwch ateb o hyd.
requests-foot-paused = Wedi’i oedi: **edrychwch eto**.
requests-answered = Fe wnaethoch chi ateb ar { $date }.
requests-stop = Rhoi’r gorau i rannu
requests-stop-with = gyda { $asker }
requests-story-sharing = { $all ->
    [one] Rydych yn rhannu’r 1 peth y gofynnon nhw amdano, tan { $date }. Dydyn nhw ddim wedi’i gasglu.
   *[other] Rydych yn rhannu { $n } o’r { $all ->
        [two] 2 beth
        [few] 3 pheth
        [many] 6 pheth
       *[other] { $all } peth
      } y gofynnon nhw amdanynt, tan { $date }. Dydyn nhw ddim { $n ->
        [one] wedi’i gasglu
       *[other] wedi’u casglu
      }.
  }
requests-story-collected = { $all ->
    [one] Rydych yn rhannu’r 1 peth y gofynnon nhw amdano, tan { $date }. Maen nhw wedi’i gasglu.
   *[other] Rydych yn rhannu { $n } o’r { $all ->
        [two] 2 beth
        [few] 3 pheth
        [many] 6 pheth
       *[other] { $all } peth
      } y gofynnon nhw amdanynt, tan { $date }. Maen nhw { $n ->
        [one] wedi’i gasglu
       *[other] wedi’u casglu
      }.
  }
requests-story-before = Fe wnaethon nhw gasglu’r hyn roeddech yn ei rannu o’r blaen. Cân nhw gadw a defnyddio hwnnw.
requests-story-nothing-recorded = Fe ddywedoch chi: rhannu. Does dim byd amdano yn eich cofnod, felly does dim byd i’w anfon.
requests-story-refused = Fe ddywedoch chi “peidio â rhannu”. Chafodd dim byd ei anfon.
requests-story-refused-collected = Fe ddywedoch chi “peidio â rhannu”. Ni all y DWP gael mwy. Caiff gadw a defnyddio’r hyn sydd ganddi.
requests-story-expired = Daeth y rhannu i ben ar { $date }. Ni all y DWP gael mwy.
requests-story-withdrawn = Fe wnaethoch chi roi’r gorau i rannu ar { $date }. Ni all y DWP gael mwy. Caiff gadw a defnyddio’r hyn sydd ganddi.
requests-story-closed = Cafodd y cais hwn ei gau ar { $date }. Does dim angen i chi wneud dim byd.
requests-story-closed-undated = Mae’r cais hwn wedi cau. Does dim angen i chi wneud dim byd.
requests-tag-shared = Rydych yn rhannu { $n }
requests-tag-private = { $n ->
    [one] Mae 1 yn aros yn breifat
   *[other] Mae { $n } yn aros yn breifat
  }
