# One request. The law must be confirmed by a lawyer before a live service.
request-title = Request { $reference }
request-back = All requests
request-heading = { $n ->
    [0] A question in words
    [one] A request for 1 thing from your health record
   *[other] A request for { $n } things from your health record
  }
request-when-open = Answer by { $date }. If you do not answer, nothing is sent.
request-when-in-words-by = DWP asks you to answer by { $date }. There is nothing to choose here, and Sayso sends nothing. If you leave it, Sayso does not count that as a “no”.
request-when-in-words = There is nothing to choose here. Sayso sends nothing for this request.
request-when-late = DWP meant to decide after { $date }. It may have done so. You can still answer while this request is open. If you do not answer, nothing is sent.
request-when-closed = This request was closed on { $date }. Nothing more can be sent for it.
request-when-closed-undated = This request is closed. Nothing more can be sent for it.
request-when-answered = You answered on { $date }. You can change your answer while this request is open.
request-paused-rules = The rules that protect you have changed. They would now keep back some of what you share here. So we paused it: nothing goes. Look and confirm again, or leave it as it is.
request-paused-restored = Sayso was restored from a safe copy. So we paused what you share here: nothing goes. Look and confirm again, or leave it as it is.
request-paused-part = You stopped sharing a part of this. So we paused the rest: nothing goes. Look at the rest and confirm it, or leave it as it is.
request-paused = Something has changed since you decided. So we paused what you share here: nothing goes. Look and confirm again, or leave it as it is.
request-look-again = Look again
request-choose = Choose what to share
request-not-now = Not now
request-stop = Stop sharing
request-change = Change my answer
request-see-receipt = See your receipt
request-said-not-now = You said “not now”. Your answers so far are saved. Nothing is sent.
request-follows = This request follows an earlier one, [{ $reference }](other).
request-replaces = This request takes the place of an earlier one, [{ $reference }](other). That one is closed.
request-replaced-by = A newer request took the place of this one: [{ $reference }](other).

request-way-heading = Where this request is now
request-way-asked = Asked
request-way-decide = You decide
request-way-decide-by = by { $date }
request-way-decide-late = You still can.
request-way-decide-over = This request is over.
request-way-decided = You decided
request-way-sent = Sent
request-way-sent-done = Sent
request-way-sent-if = Only if you say yes.
request-way-sent-can = They can collect it.
request-way-sent-paused = Paused: nothing goes.
request-way-sent-no = Nothing can be sent.
request-way-used = Used
request-way-used-done = Used
request-way-used-how = They decide with it.
request-way-used-enough = They say it was enough.
request-way-used-short = They say it was not enough.
request-way-used-no = There is nothing to use.
request-way-kept = Kept
request-way-kept-collection = At most { $span }.
request-way-kept-interest = At most { $span } after your claim ends.
request-way-kept-no = There is nothing to keep.
request-way-deleted = Deleted

request-who-heading = Who asks, and why
request-who = Who asks
request-who-value = { $role }, { $asker }
request-purpose = What for
request-purpose-value = { $purpose }: { $benefit }
request-why = Why, in their words
request-question = Their question
request-recipients = Who will see it
request-recipients-only = They say that nobody else will see it.
request-keep = How long they keep it
request-keep-collection = At most { $span } from the day they collect it. Then they must delete it.
request-keep-interest = At most { $span } after your claim has ended, with any appeal. Then they must delete it.
request-collect = When they can collect it
request-collect-value = Within { $span } of your answer. After that they can get nothing more.
request-years = { $n ->
    [one] 1{"\u00A0"}year
   *[other] { $n }{"\u00A0"}years
  }
request-months = { $n ->
    [one] 1{"\u00A0"}month
   *[other] { $n }{"\u00A0"}months
  }
request-days = { $n ->
    [one] 1{"\u00A0"}day
   *[other] { $n }{"\u00A0"}days
  }
request-asked-on = Asked on

request-items-heading = What they ask for
request-items-lead = You decide on each one. You do not have to share any.
request-items-none = Nothing from your health record. It asks a question in words, and you can read it above.
request-in-words = What you can do
request-points = It helps to decide: { $points }.
request-from-to = From { $from } to { $to }.
request-from = From { $from } to now.
request-to = Up to { $to }.
request-alone = We ask you about this one by itself.

request-no-heading = What happens if I say no

request-law-heading = The law in plain words
request-law-basis = DWP does not rely on your consent to use your information. It relies on its public task and on social security law. These are Articles 6(1)(e) and 9(2)(b) of the UK GDPR.
request-law-confidence = Your practice must keep what it knows about you private. This is the duty of confidentiality. Your permission lets it send these things. Without it, the practice should not send them. There are four exceptions: a law, a court order, a strong public interest, or the best interests of a person who cannot decide.
request-law-pressure = A yes under pressure is not permission. You can say no, and you can take time.
request-law-practice = In England, a practice may trust DWP’s word that you agree. It may do so only while it has no reason to think that you do not. If you stop sharing, we offer you a letter to your practice about this request only.
request-law-promise = You see it first. You can ask for corrections and add your own words. This is our promise. It is not a right in law: the Access to Medical Reports Act 1988 does not cover reports for DWP.
request-law-stop = You can stop sharing at any time. It stops what has not been collected. DWP may keep and use what it has. To stop sharing is not itself a reason to stop your money.
request-law-rights = You can object to what DWP does. DWP may refuse, and must say why. You can ask DWP for a copy, have it put right, limit its use, or complain. Give the reference **{ $reference }** when you write. [How to do each of these](privacy).
request-letters = Do you want to write to your practice or to DWP? We have [letters that help](letters), ready to print.

request-deeds-heading = What DWP has done since it asked
request-deeds-none = Nothing yet.
request-deeds-none-closed = Nothing.
request-deed-checked-no = { $n ->
    [one] DWP asked if it may have something. The answer was no.
   *[other] DWP asked if it may have something. The last answer was no.
  }
request-deed-checked-yes = { $n ->
    [one] DWP asked if it may have something. The answer was yes for { $available ->
        [one] 1 thing
       *[other] { $available } things
      }.
   *[other] DWP asked if it may have something. The last answer was yes for { $available ->
        [one] 1 thing
       *[other] { $available } things
      }.
  }
request-deed-times = It did so { $n } times between { $first } and { $last }.
request-deeds-older = Show what DWP did before this
request-deeds-newest = Show what DWP did last
request-deed-collected = DWP collected what you shared.
request-deed-refused = DWP tried to collect. It got nothing.
request-deed-erased = DWP says that it has deleted what it had collected.
request-deed-kept = DWP says that it keeps what it had collected.
request-deed-sufficient = DWP says that what it got is enough.
request-deed-insufficient = DWP says that what it got is not enough. You do not have to send more.
request-deed-closed = DWP closed this request.

request-complete-heading = Tell DWP that nothing more will come
request-complete-offer = DWP does not learn what you kept private. So it may wait for more. You can tell it that your answer is complete. You do not have to.
request-complete-tell = Tell DWP that my answer is complete
request-complete-told = You told DWP that your answer is complete.
request-complete-untell = Take this back
request-not-me = This is not about me
request-not-me-what = Is this request about somebody else? Then we take it off your list. We tell DWP nothing about it.
request-not-me-button = This is not about me: take it off my list
request-quote = If you call or write about this, give the reference

# What people say themselves.
request-words-heading = Your own words
request-words-text = You can say how this affects you, or ask somebody who helps you. You do not have to.
request-words-link = Write, or see what would help
request-words-closed = You can still read what you wrote.
request-words-closed-link = Read your own words
request-marked-heading = Entries that you marked as wrong
request-marked = { $line }, marked on { $date }.
request-marked-link = See this entry
