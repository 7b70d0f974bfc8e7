# A Welsh speaker has still to confirm every string in this file.
activate-title = Agor eich cyfrif
activate-heading = Agor eich cyfrif
activate-lead = Mae angen y cod o’ch llythyr arnoch. Mae’n gweithio unwaith. Os ydych wedi anghofio eich cyfrinair, byddwch yn dewis un newydd yma.
activate-code = Y cod o’ch llythyr
activate-code-hint = Gallwch ddefnyddio priflythrennau neu lythrennau bach. Nid yw bylchau na chysylltnodau o bwys.
activate-email = Cyfeiriad e-bost
activate-email-hint = Byddwch yn mewngofnodi gydag ef. Nid ydym byth yn ysgrifennu mewn e-bost am beth mae cais.
activate-password = Dewiswch gyfrinair
activate-password-hint = Defnyddiwch 12 nod neu fwy. Mae tri neu bedwar gair nad ydynt yn perthyn i’w gilydd yn dda.
activate-button = Agor fy nghyfrif
activate-have-account = Oes gennych chi gyfrif yn barod? [Mewngofnodwch](sign_in).
activate-error-code = Teipiwch y cod fel y mae yn eich llythyr. Os yw wedi’i ddefnyddio neu’n rhy hen, gofynnwch i’r bobl a anfonodd y llythyr am un newydd
activate-error-email = Teipiwch gyfeiriad e-bost, fel enw@example.org
activate-error-password = Dewiswch gyfrinair o 12 nod neu fwy
activate-error-taken = Mae gan gyfrif arall y cyfeiriad e-bost hwnnw. Teipiwch un gwahanol
activate-error-long = Dewiswch gyfrinair o { $most } nod neu lai
activate-error-common = Mae llawer o bobl yn defnyddio’r cyfrinair hwnnw, felly mae’n hawdd ei ddyfalu. Dewiswch un arall
