# A Welsh speaker has still to confirm every string in this file.
# Cyfrinair, sesiynau, iaith.

account-title = Eich cyfrif
account-heading = Eich cyfrif
account-name = Enw
account-email = E-bost
account-nhs = Rhif GIG
account-details = Eich manylion
account-details-wrong = Oes rhywbeth o’i le yma? Dywedwch wrth y bobl sy’n rhedeg Sayso. [Sut i gysylltu â nhw](help).
account-records = O ble mae eich cofnodion yn cael eu darllen
account-password-heading = Newid eich cyfrinair
account-current = Eich cyfrinair presennol
account-new = Eich cyfrinair newydd
account-new-hint = Defnyddiwch { $min } nod neu fwy. Mae tri neu bedwar gair nad ydynt yn perthyn i’w gilydd yn dda.
account-change = Newid fy nghyfrinair
account-changed = Mae eich cyfrinair wedi’i newid. Rydym wedi allgofnodi eich dyfeisiau eraill.
account-sessions-heading = Lle rydych wedi mewngofnodi
account-sessions-text = Oes dyfais nad ydych yn ei hadnabod? Allgofnodwch hi, a newidiwch eich cyfrinair.
account-session-device = { $device ->
    [both] { $browser } ar { $system }
    [browser] { $browser }
    [system] { $system }
   *[other] Dyfais nad ydym yn ei hadnabod
  }
account-session-this = Dyma lle rydych chi nawr.
account-session-since = Wedi mewngofnodi ers { $since }. Defnyddiwyd ddiwethaf ar { $used }.
account-session-end = Ei hallgofnodi
account-session-end-for = : { $device }, ers { $since }
account-session-ended = Mae’r ddyfais honno wedi’i hallgofnodi.
account-session-unknown = Roedd y ddyfais honno wedi’i hallgofnodi’n barod. Does dim byd arall i’w wneud.
account-everywhere = Allgofnodi ar bob dyfais
account-everywhere-text = Gallwch hefyd allgofnodi ar bob un ar unwaith. Mae hynny’n eich allgofnodi yma hefyd.
account-language-heading = Iaith
account-language = Pa iaith ydych chi ei heisiau?
account-language-en = English (Saesneg)
account-language-cy = Cymraeg
account-language-save = Cadw fy iaith
account-error-current-empty = Teipiwch eich cyfrinair fel y mae nawr
account-error-current-wrong = Nid dyna eich cyfrinair. Teipiwch ef eto
account-error-new-empty = Teipiwch gyfrinair newydd
account-error-new-short = Rhaid i’ch cyfrinair newydd fod â { $min } nod neu fwy
account-error-new-long = Rhaid i’ch cyfrinair newydd fod â { $max } nod neu lai
account-error-new-same = Rhaid i’ch cyfrinair newydd fod yn wahanol i’r hen un
account-error-new-common = Mae llawer o bobl yn defnyddio’r cyfrinair hwnnw, felly mae’n hawdd ei ddyfalu. Dewiswch un arall
account-error-wait = Bu gormod o gynigion. Arhoswch am { $minutes } o funudau, yna rhowch gynnig arall arni
account-error-wait-one = Bu gormod o gynigion. Arhoswch am 1 munud, yna rhowch gynnig arall arni
