# A Welsh speaker has still to confirm every string in this file.
# Dweud bod rhywbeth yn y cofnod yn anghywir.

wrong-title = Dweud bod hyn yn anghywir
wrong-back = Yn ôl i’r hyn fyddai’n cael ei anfon
wrong-entry = Yr eitem
wrong-lead = Dywedwch beth sy’n anghywir. Rydym yn gwneud llythyr i’ch meddygfa gyda’ch geiriau. Chi sy’n dewis a ydych am ei anfon.
wrong-what = Beth sy’n anghywir, a beth fyddai’n gywir?
wrong-what-hint = 2,000 o lythrennau ac arwyddion ar y mwyaf
wrong-meanwhile = Beth ddylai ddigwydd i’r eitem nes ei bod wedi’i chywiro?
wrong-leave-out = Ei gadael allan o’r hyn sy’n cael ei anfon
wrong-wait = Aros: peidio â phenderfynu dim nawr
wrong-send = Ei hanfon, gyda datganiad gennyf i
wrong-statement = Eich datganiad
wrong-statement-hint = Dim ond os ydych yn anfon yr eitem gyda datganiad. Mae’r datganiad yn mynd os ydych yn rhannu “{ $item }”.
wrong-statement-not-asked = Yn y cais hwn, ni ofynnodd y DWP am eich geiriau eich hun, felly ni all datganiad fynd gyda’r eitem. Gallwch ei ysgrifennu ar eich ffurflen.
wrong-mark = Nodi ei bod yn anghywir
wrong-law = Ein haddewid ni yw y cewch weld yr eitem yn gyntaf a gofyn am gywiriadau. Mae’r hawl i gael cywiro ffeithiau anghywir yn y gyfraith: Erthygl 16 o GDPR y DU.
wrong-done-title = Rydych wedi nodi bod hon yn anghywir
wrong-done-leave-out = Mae’r eitem yn aros allan o’r hyn sy’n cael ei anfon.
wrong-done-wait = Does dim wedi’i benderfynu. Mae’r cais yn aros amdanoch.
wrong-done-statement = Mae’r eitem yn mynd gyda’ch datganiad, os ydych yn rhannu’r ddau.
wrong-letter-heading = Llythyr i’ch meddygfa
wrong-letter-reads = Mae’r llythyr yn gofyn i’ch meddygfa gywiro’r eitem. Darllenwch ef, argraffwch ef, llofnodwch ef.
wrong-letter-month = Rhaid i’r feddygfa ateb o fewn mis.
wrong-letter-note = Os nad ydynt yn cytuno, gallwch ofyn iddynt roi eich barn chi wrth ymyl yr eitem.
wrong-letter = Gwneud y llythyr
wrong-on-preview = Gweld beth fyddai’n cael ei anfon
wrong-on-requests = Mynd i’ch ceisiadau
wrong-unmark = Tynnu’r marc hwn i ffwrdd
wrong-error-missing = Ysgrifennwch beth sy’n anghywir
wrong-error-meanwhile = Dewiswch beth ddylai ddigwydd i’r eitem
wrong-error-statement = Ysgrifennwch eich datganiad, neu dewiswch rywbeth arall
