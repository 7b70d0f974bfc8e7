# A Welsh speaker has still to confirm every string in this file.
activate-title = Agor eich cyfrif
activate-heading = Agor eich cyfrif
activate-lead = Mae angen y cod o’ch llythyr arnoch. Mae’n gweithio unwaith.
activate-code = Y cod o’ch llythyr
activate-code-hint = Nid yw priflythrennau, llythrennau bach, bylchau na llinellau o bwys.
activate-email = Cyfeiriad e-bost
activate-email-hint = Byddwch yn mewngofnodi gydag ef. Nid ydym byth yn ysgrifennu mewn e-bost am beth mae cais.
activate-password = Dewiswch gyfrinair
activate-password-hint = O leiaf 12 nod. Mae tri neu bedwar gair nad ydynt yn perthyn i’w gilydd yn dda.
activate-button = Agor fy nghyfrif
activate-have-account = Oes gennych chi gyfrif yn barod? [Mewngofnodwch](sign_in).
activate-error-code = Teipiwch y cod fel y mae yn eich llythyr. Os yw wedi’i ddefnyddio neu’n rhy hen, gofynnwch am un newydd
activate-error-email = Teipiwch gyfeiriad e-bost, fel enw@example.org
activate-error-password = Dewiswch gyfrinair o 12 nod o leiaf
activate-error-taken = Mae gan gyfrif arall y cyfeiriad e-bost hwnnw. Teipiwch un gwahanol
activate-error-long = Dewiswch gyfrinair o { $most } nod ar y mwyaf
activate-error-common = Mae llawer o bobl yn defnyddio’r cyfrinair hwnnw, felly mae’n hawdd ei ddyfalu. Dewiswch un arall
