# Password, sessions, language.

account-title = Your account
account-heading = Your account
account-name = Name
account-email = E-mail
account-nhs = NHS number
account-details = Your details
account-details-wrong = Is something wrong here? Tell the people who run Sayso. [How to reach them](help).
account-records = Where your records are read from
account-password-heading = Change your password
account-current = Your password now
account-new = Your new password
account-new-hint = Use { $min } characters or more. Three or four words that do not belong together are good.
account-change = Change my password
account-changed = Your password is changed. We signed out your other devices.
account-sessions-heading = Where you are signed in
account-sessions-text = Is there a device that you do not know? Sign it out, and change your password.
account-session-device = { $device ->
    [both] { $browser } on { $system }
    [browser] { $browser }
    [system] { $system }
   *[other] A device we do not know
  }
account-session-this = This is where you are now.
account-session-since = Signed in since { $since }. Last used { $used }.
account-session-end = Sign it out
account-session-end-for = : { $device }, since { $since }
account-session-ended = That device is signed out.
account-session-unknown = That device was signed out already. There is nothing more to do.
account-everywhere = Sign out on all devices
account-everywhere-text = You can also sign out on all of them at once. That signs you out here too.
account-language-heading = Language
account-language = Which language do you want?
account-language-en = English
account-language-cy = Cymraeg (Welsh)
account-language-save = Save my language
account-error-current-empty = Type your password as it is now
account-error-current-wrong = That is not your password. Type it again
account-error-new-empty = Type a new password
account-error-new-short = Your new password must have { $min } characters or more
account-error-new-long = Your new password must have { $max } characters or fewer
account-error-new-same = Your new password must not be the old one
account-error-new-common = Many people use that password, so it is easy to guess. Choose another one
account-error-wait = There were too many tries. Wait for { $minutes } minutes, then try again
account-error-wait-one = There were too many tries. Wait for 1 minute, then try again
