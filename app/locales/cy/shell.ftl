# A Welsh speaker has still to confirm every string in this file.
# The frame of every page.
shell-title = { $title } – Sayso
shell-title-error = Gwall: { $title } – Sayso
shell-skip = Neidio i’r prif gynnwys
shell-home = Sayso: hafan
# Shown on pages in the other language.
shell-language-name = Cymraeg
shell-language-change = Newid i’r Gymraeg
shell-back = Yn ôl
shell-nav-label = Dewislen
shell-nav-requests = Ceisiadau
shell-nav-receipts = Derbynebau
shell-nav-history = Hanes
shell-nav-sources = Cofnodion
shell-nav-account = Cyfrif
shell-sign-out = Allgofnodi
shell-help = Cymorth
shell-privacy = Preifatrwydd
shell-verify = Gwirio derbynneb
shell-accessibility = Hygyrchedd
shell-helpline = Eisiau siarad? Ffoniwch { $number }.
shell-not-dwp = Nid yw Sayso yn rhan o’r DWP. Nid yw’n penderfynu pa fudd-daliadau a gewch.
shell-session = Rydych wedi mewngofnodi fel { $name }. Os na wnewch chi ddim byd, byddwn yn eich allgofnodi am { $time }. Mae’r hyn rydych wedi’i gadw yn aros.
shell-exit = Gadael y dudalen hon
shell-exit-how = I adael y wefan hon ar unwaith, pwyswch y fysell Shift deirgwaith, neu defnyddiwch y ddolen hon.
shell-exit-more = { $n ->
    [one] Shift: pwyswch 1 waith eto i adael
    [two] Shift: pwyswch 2 waith eto i adael
   *[other] Shift: pwyswch { $n } gwaith eto i adael
  }
shell-ending-title = Byddwch yn cael eich allgofnodi cyn hir
shell-ending-lead = { $n ->
    [one] Nid ydych wedi gwneud dim ers tro. Mewn 1 munud byddwn yn eich allgofnodi, i gadw eich cofnod yn ddiogel.
    [two] Nid ydych wedi gwneud dim ers tro. Mewn 2 funud byddwn yn eich allgofnodi, i gadw eich cofnod yn ddiogel.
   *[other] Nid ydych wedi gwneud dim ers tro. Mewn { $n } munud byddwn yn eich allgofnodi, i gadw eich cofnod yn ddiogel.
  }
shell-ending-saved = Angen mwy o amser? Dewiswch aros. Mae’r hyn a deipioch ar y dudalen hon yma o hyd.
shell-ending-stay = Aros wedi mewngofnodi
