# Everything that happened about a person, in words.

history-title = History
history-heading = Your history
history-lead = This is everything that has happened about you in Sayso, newest first. Nobody can change it or take lines out without being found out.
history-lead-part = This is a part of your history, newest first. Nobody can change it or take lines out without being found out.
history-filter-label = Show
history-filter-all = Everything
history-filter-you = What you did
history-filter-asker = What DWP did
history-filter-helpers = What your helpers did
history-filter-sayso = What Sayso did
history-time = Your history as a picture
history-time-weeks = Each bar is a week. The higher the bar, the more happened in that week.
history-time-months = Each bar is a month. The higher the bar, the more happened in that month.
history-time-title = What happened, and who did it
history-time-description = From { $first } to { $last }. { $sides } The table says the same.
history-time-description-day = On { $day }. { $sides } The table says the same.
history-time-lane = { $who }: { $count }
history-time-table = See the picture as a table
history-time-caption-weeks = How much happened in each week, newest first
history-time-caption-months = How much happened in each month, newest first
history-time-week = Week from
history-time-month = Month
history-time-you = You
history-time-asker = DWP
history-time-helpers = Helpers
history-time-sayso = Sayso
history-none = Nothing here yet.
history-older = See older lines
history-newer = See the newest lines
history-shown = ({ $shown } of { $total } shown)
history-shown-part = ({ $shown } shown)
history-receipt = Receipt { $code }
history-said = What was said: “{ $words }”
history-times = { $count ->
    [one] It happened once.
   *[other] It happened { $count } times, the last time at { $last }.
  }
history-news-first = This is the first time that you look here. Next time this page says what has happened since.
history-news-none = **Nothing about you has changed** since you last looked, on { $at }.
history-news-some = { $count ->
    [one] **1 thing has happened** since you last looked, on { $at }. It is marked “New”.
   *[other] **{ $count } things have happened** since you last looked, on { $at }. They are marked “New”.
  } Your own visits to this page do not count.
history-new = New
history-proof = Proof
history-proof-of = of what happened at { $at }
history-each-time = Each time, with proof
history-proof-title = Proof of a line
history-proof-back = Back to your history
history-proof-log = In the public log
history-proof-there = This is line { $number } of the public log of Sayso. Nobody can change it or take it out without being found out. The log does not show what the line says.
history-proof-file = Download the proof
history-proof-careful = The file says what happened. Give it only to people who may know that.
history-proof-check = How to check it
history-proof-check-how = Anybody can check the file on their own computer with the program “sayso”. They need no internet, and they do not have to trust us:
history-proof-check-key = The last part is the public key of the log “{ $origin }”. It is best to have the key from somebody other than us, such as an advice charity that watches the log.
history-proof-check-others = The file is a C2SP tlog-proof. Other programs read it too.
history-proof-soon = This line is not in the public log yet. It will be there in a few seconds.
history-proof-again = Look again
history-asker-unknown = Whoever asked
history-times-title = Each time it happened
history-times-older = See earlier times

history-event-request-received = { $who } **asked** for { $count ->
    [0] things
    [one] 1 thing
   *[other] { $count } things
  } from your record. This is request { $reference }.
history-event-request-viewed = { $by ->
    [you] You **looked at** request { $reference }.
   *[helper] { $name }, who acts for you, **looked at** request { $reference }.
  }
history-event-source-permitted = You **let Sayso read** { $source }.
history-event-source-stopped = You **stopped Sayso** from reading { $source }.
history-event-record-read = Sayso **read** { $source }, for request { $reference }.
history-event-record-not-read = Sayso **could not read** { $source }, for request { $reference }. { $why ->
    [no-record] There is no record of you there.
    [unreachable] No answer came, or it took too long.
    [busy] Sayso was very busy.
    [other-person] What came was about somebody else, and was thrown away.
    [wrong] What came was not right, or not all of it, and was thrown away.
   *[fault] Something went wrong on our side.
  } Nothing was sent.
history-event-draft-saved = { $by ->
    [you] You chose **“not now”** for request { $reference }. Nothing was decided.
   *[helper] { $name }, who acts for you, chose **“not now”** for request { $reference }. Nothing was decided.
  }
history-event-preview-made = { $by ->
    [you] You **looked at** what would be sent under request { $reference }.
   *[helper] { $name }, who acts for you, **looked at** what would be sent under request { $reference }.
  }
history-event-letter-opened = { $by ->
    [you] You **opened a letter** of your record, to choose about request { $reference }.
   *[helper] { $name }, who acts for you, **opened a letter** of your record, to choose about request { $reference }.
  }
history-event-decision-shared = { $by ->
    [you] You **decided** on request { $reference }.
   *[helper] { $name }, who acts for you, **decided** on request { $reference }.
  } { $share ->
    [one] The 1 thing is shared.
   *[other] All { $share } things are shared.
  }
history-event-decision-refused = { $by ->
    [you] You **decided** on request { $reference }. You share nothing.
   *[helper] { $name }, who acts for you, **decided** on request { $reference }. Nothing is shared.
  }
history-event-decision-part = { $by ->
    [you] You **decided** on request { $reference }. You share { $share } and keep { $private } private.
   *[helper] { $name }, who acts for you, **decided** on request { $reference }. { $share } shared, { $private } kept private.
  }
history-event-withdrawn = { $by ->
    [you] You **stopped sharing** { $count ->
        [one] 1 thing
       *[other] { $count } things
      } under request { $reference }. We destroyed our copy.
   *[helper] { $name }, who acts for you, **stopped sharing** { $count ->
        [one] 1 thing
       *[other] { $count } things
      } under request { $reference }. We destroyed our copy.
  }
history-event-withdrawn-by-operator = You asked us by phone or letter. We **stopped sharing** { $count ->
    [one] 1 thing
   *[other] { $count } things
  } under request { $reference }. Our note of it is { $evidence }.
history-event-collected = { $who } **collected** what you shared under request { $reference }: { $count ->
    [one] 1 entry
   *[other] { $count } entries
  }. The fingerprint is the same as on your receipt.
history-event-collection-denied = { $who } **tried to collect** under request { $reference }. The answer was **no**.
history-event-checked-permit = { $who } asked if it may have { $count ->
    [one] “{ $thing }”
   *[other] { $count } things
  } under request { $reference }. The answer was **yes**.
history-event-checked-deny = { $who } asked if it may have { $count ->
    [one] “{ $thing }”
   *[other] { $count } things
  } under request { $reference }. The answer was **no**.
history-event-checked-unknown = { $who } asked if it may have { $count ->
    [one] something
   *[other] { $count } things
  } that nobody can ask for, under request { $reference }. The answer was **no**.
history-reason = { $reason ->
    [not-asked] The reason: it is not part of the request.
    [request-closed] The reason: the request is closed.
    [not-decided] The reason: you had not decided.
    [withdrawn] The reason: you stopped sharing.
    [refused] The reason: you said “Do not share”.
    [expired] The reason: sharing had ended.
    [paused] The reason: sharing was paused, until you look again.
    [nothing-recorded] The reason: your record had nothing of this kind.
   *[other] There was more than one reason.
  }
history-reason-of = “{ $thing }”. { $words }
history-reason-hidden = DWP was not told the reason.
history-event-request-closed = { $who } **closed** request { $reference }. { $reason ->
    [decided] It says that it has decided.
    [no-longer-needed] It says that it does not need this any more.
    [replaced] It sent a new request in its place.
   *[sent-in-error] It says that it sent the request by mistake.
  } Nobody can collect under it now.
history-event-request-closed-by-itself = Request { $reference } **closed** by itself, because its time was over. Nobody can collect under it now.
history-event-erasure-erased = { $who } says that it has **erased** what it collected on { $date }, under request { $reference }.
history-event-erasure-kept = { $who } says that it **keeps** what it collected on { $date }, under request { $reference }.
history-event-outcome-sufficient = { $who } says that it had **enough** to decide, with what you shared under request { $reference }.
history-event-outcome-insufficient = { $who } says that it did **not have enough** to decide, under request { $reference }.
history-point = { $point }: { $code ->
    [missing] it was missing
    [out-of-date] it was too old
    [unclear] it was not clear
   *[not-about-effect] it did not say how this affects you
  }
history-event-signed-in = You **signed in** with { $device ->
    [both] { $browser } on { $system }
    [browser] { $browser }
    [system] { $system }
   *[other] a device we do not know
  }.
history-event-sign-in-failed = Somebody **typed a wrong password** for your account. It may have been you.
history-event-signed-out-everywhere = You **signed out** on all your devices.
history-event-session-ended = You **signed out** another device.
history-event-password-changed = You **changed your password**.
history-event-account-activated = You **opened your account**.
history-event-activation-issued = We made a **new code** for you, to open your account or choose a new password.
history-event-person-added = We checked who you are, and **added you** to Sayso.
history-event-person-corrected = We **corrected** your details.
history-event-history-viewed = { $by ->
    [you] You **looked at** this history.
    [operator] Somebody who runs Sayso **looked at** this history.
   *[helper] { $name }, who acts for you, **looked at** this history.
  }
history-event-receipt-viewed = { $by ->
    [you] You **opened** receipt { $code }.
   *[helper] { $name }, who acts for you, **opened** receipt { $code }.
  }
history-event-letter-made = { $by ->
    [you] You **downloaded a letter** about request { $reference }.
   *[helper] { $name }, who acts for you, **downloaded a letter** about request { $reference }.
  } { $letter ->
    [stop-practice] It is for your practice: you do not agree.
    [correction] It is for your practice: an entry is wrong.
    [more-time] It is for DWP: you need more time.
    [withdraw-form] It is for DWP: you take back a consent.
    [subject-access] It is for DWP: you want a copy of what it holds.
   *[objection] It is for DWP: you object.
  } We did not send it.
history-event-not-me = You said that request { $reference } is **not about you**. { $who } was not told.
history-event-nothing-more-told = You told { $who } that **nothing more** will come for request { $reference }.
history-event-expired = { $why ->
    [end-date] Sharing under request { $reference } **ended** on the date that you set. Nobody can collect it now.
   *[collect-within] The time to collect under request { $reference } is **over**. Nobody can collect it now.
  }
history-event-paused = { $why ->
    [restored] Sayso was restored from a safe copy. So sharing under request { $reference } is **paused** until you confirm again.
    [rules-changed] The rules that protect you have changed. They would now keep back some of what you share under request { $reference }. So it is **paused** until you look again.
    [died] We were told that you had died. So sharing under request { $reference } is **paused** until you confirm again.
    [operator] The people who run Sayso **paused** sharing under request { $reference } until you confirm again.
   *[fault] We could not check what you share under request { $reference }. So it is **paused** until you look again.
  }
history-event-rechecked = The rules that protect you have changed. We **checked** what you share under request { $reference }: all of it still fits. You do not have to do anything.
history-event-erasure-asked = We **asked** { $who } to erase what it collected under request { $reference }.
history-event-record-imported = Your health record was **added** to Sayso: { $count ->
    [one] 1 entry
   *[other] { $count } entries
  }.
history-event-died = We were told that you had **died**. We ended all sign-ins and paused all sharing.
history-event-death-corrected = The news that you had died was **a mistake**. You can sign in again. Sharing stays paused until you confirm it.
history-event-words-finished = You **finished words of your own** for request { $reference }.
history-event-words-taken-back = You **took back words of your own** for request { $reference }.
history-event-helper-invited = You **made a link** for somebody who helps you, for request { $reference }.
history-event-helper-link-ended = You **ended a link** for somebody who helps you, for request { $reference }.
history-event-helper-answered = Somebody with your link **sent you what they wrote**, for request { $reference }.
history-event-helper-words-deleted = You **deleted what somebody who helps you wrote**, for request { $reference }.
history-event-answers-imported = { $count ->
    [one] 1 answer
   *[other] { $count } answers
  } by a professional **came in** for request { $reference }. Nobody else was told.
history-event-entry-marked-wrong = You **marked an entry as wrong**, for request { $reference }.
history-event-entry-mark-taken-away = You **took away a mark** that an entry is wrong, for request { $reference }.
history-event-more-may-come = You told { $who } that **more may come** for request { $reference }.
history-sent-before = It sent the request on { $date }. We could tell only later that it is about you.
history-event-copy-kept = You **kept a copy of your own** of what you agreed to share under request { $reference }.
history-event-copy-viewed = { $by ->
    [you] You **opened your own copy** of what you agreed to share under request { $reference }.
    [operator] Somebody who runs Sayso **opened your copy** of what you agreed to share under request { $reference }.
   *[helper] { $name }, who acts for you, **opened your copy** of what you agreed to share under request { $reference }.
  }
history-event-copy-deleted = You **deleted your own copy** of what you agreed to share under request { $reference }. That takes nothing back from DWP.
history-event-standing-read = { $who } **looked up** how request { $reference } stands.
