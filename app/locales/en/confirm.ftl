# The page where a decision is confirmed.

confirm-title = Confirm your decision
confirm-back = Back to what would be sent
confirm-heading = Confirm your decision
confirm-lead = Nothing changes until you confirm.
confirm-who = Who decides
confirm-who-you = You, { $name }
confirm-gets = Who would get it
confirm-gets-nobody = Nobody. Nothing is sent.
confirm-stops = Sharing stops
confirm-stops-date = At the end of { $date }, or on any day before that if you say so.
confirm-stops-none = It can be collected until { $date }, or until you stop sharing.
confirm-stops-nothing = There is nothing to stop. You share nothing.
confirm-file = What is in the file
confirm-file-again = Look again
confirm-share-heading = { $count ->
    [0] You share nothing
    [one] You share this 1
   *[other] You share these { $count }
  }
confirm-private-heading = { $count ->
    [0] You keep nothing private
    [one] You keep this 1 private
   *[other] You keep these { $count } private
  }
confirm-none-shared = None of the things that were asked for.
confirm-none-private = You share all that was asked for.
confirm-private-part = You keep a part private
confirm-private-part-text = You do not share all that was asked for.
confirm-digest-heading = The fingerprint of the file
confirm-digest-text = You confirm this file and no other. If your record changes before you confirm, we stop and ask you again.
confirm-mind-heading = If you change your mind
confirm-mind-text = You can stop sharing at any time, on one page. Then nobody can collect any more. DWP may keep and use what it has.
confirm-mind-nothing = You can decide again while the request is open.
confirm-password = Your password
confirm-password-hint = We ask again, so that nobody else can decide for you.
confirm-button = Share these { $share }, keep { $private } private
confirm-button-one = Share this 1, keep { $private } private
confirm-button-all = { $share ->
    [one] Share this 1
   *[other] Share all { $share }
  }
confirm-button-part = Share what I chose
confirm-button-none = Share nothing
confirm-change = Change my answers

confirm-error-empty = Type your password
confirm-error-wrong = That is not your password. Type it again
confirm-error-changed = Your record has changed since you looked. Nothing has been decided. Look again at what would be sent
confirm-error-answered = Your answers changed while you looked. Nothing new has been decided. Look again at what would be sent
confirm-error-kept = The page you looked at is too old. Nothing has been decided. Look again at what would be sent
confirm-look-again = See what would be sent
confirm-file-value = { $entries }, { $size }.
confirm-file-none = Nothing. There is no file.
confirm-error-wait = There were too many tries. Wait for { $minutes } minutes, then try again
confirm-error-wait-one = There were too many tries. Wait for 1 minute, then try again
