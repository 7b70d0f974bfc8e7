# A Welsh speaker has still to confirm every string in this file.
# Signing in, being signed out, a forgotten password.
sign-in-title = Mewngofnodi
sign-in-email = Cyfeiriad e-bost
sign-in-password = Cyfrinair
sign-in-forgotten = Nid wyf yn gwybod fy nghyfrinair
sign-in-code = Mae gen i lythyr gyda chod, a dim cyfrif eto
sign-in-never = Fyddwn ni byth yn gofyn am eich cyfrinair dros y ffôn, mewn e-bost na neges destun.
sign-in-error-wrong = Nid yw’r cyfeiriad e-bost a’r cyfrinair yn cyd-fynd. Gwiriwch y ddau a rhowch gynnig arall arni
sign-in-error-email = Teipiwch eich cyfeiriad e-bost
sign-in-error-password = Teipiwch eich cyfrinair
sign-in-ended = Wnaethoch chi ddim byd am gyfnod. Felly fe wnaethon ni eich allgofnodi, i gadw eich cofnod yn ddiogel. Chafodd dim byd ei anfon. Mewngofnodwch i fynd ymlaen.
sign-in-ended-typed = Nid yw’r hyn a deipioch ar goll. Bydd yno eto ar ôl i chi fewngofnodi.

signed-out-title = Wedi allgofnodi
signed-out-heading = Rydych wedi allgofnodi
signed-out-lead = Mae eich cyfrif yno o hyd. I’w weld, mewngofnodwch eto.
signed-out-saved = Mae’r hyn rydych yn ei rannu yn dal i gael ei rannu, a’r hyn sy’n breifat yn aros yn breifat.
signed-out-again = Mewngofnodi eto
