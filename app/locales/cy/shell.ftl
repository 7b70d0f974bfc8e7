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
shell-accessibility = Hygyrchedd
shell-helpline = Eisiau siarad? Ffoniwch { $number }.
shell-not-dwp = Nid yw Sayso yn rhan o’r DWP. Nid yw’n penderfynu pa fudd-daliadau a gewch.
shell-session = Rydych wedi mewngofnodi fel { $name }. Os na wnewch chi ddim byd, byddwn yn eich allgofnodi am { $time }. Mae eich dewisiadau wedi’u cadw.
