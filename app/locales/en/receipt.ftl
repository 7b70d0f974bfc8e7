# Receipts: the list, and one of each kind.

receipts-title = Your receipts
receipts-heading = Your receipts
receipts-lead = You get a receipt for each thing that matters: what you said, what was collected, what ended. It proves what happened, and when.
receipts-none = You have no receipts yet. You get one when you decide on a request.
receipts-requests = Go to your requests
receipts-check = Anybody can check a receipt. They do not need to sign in.
receipts-check-link = Check a receipt
receipts-link-code = : receipt { $code }
receipts-line = Request { $reference }, from { $asker }

receipt-title = Receipt { $code }
receipt-back = All receipts
receipt-code = Receipt
receipt-kind-decision = You shared
receipt-kind-part = You shared some and kept some private
receipt-kind-refusal = You shared nothing
receipt-kind-amendment = You changed your answer
receipt-heading-decision = Your decision is recorded
receipt-heading-amendment = Your new answer is recorded
receipt-heading-pause = Sharing was paused
receipt-heading-erased = They say that they erased the file
receipt-heading-kept = They say that they keep the file
receipt-heading-refusal = Your “no” is recorded
receipt-heading-withdrawal = You stopped sharing
receipt-heading-withdrawal-part = You stopped sharing a part of it
receipt-heading-collection = What you shared was collected
receipt-heading-expiry = Sharing ended
receipt-who = Who decided
receipt-who-withdrew = Who stopped it
receipt-who-operator = Sayso, because { $name } asked by phone or letter
receipt-who-collected = Who collected it
receipt-who-answered = Who answered
receipt-why = Why
receipt-why-value = { $why ->
    [part] You stopped sharing a part of it.
    [rules] The rules that protect you have changed. They would now keep back some of it.
    [died] We were told that you had died.
    [restored] Sayso was restored from a safe copy.
    [operator] The people who run Sayso paused it.
   *[fault] We could not check it.
  }
receipt-ended-at = When it ended
receipt-ended-date = It was the last day that you had set.
receipt-ended-within = The time to collect it was over.
receipt-noticed = When we wrote it down
receipt-answer = What they say
receipt-answer-erased = They have erased the file.
receipt-answer-kept = They keep the file.
receipt-answer-words = In their own words
receipt-answer-file = When they collected it
receipt-nhs = NHS number { $number }
receipt-nino = National Insurance number { $number }
receipt-request = Request
receipt-request-value = { $reference }, from { $asker }
receipt-stops = Sharing stops
receipt-stops-date = At the end of { $date }
receipt-stops-empty = Your record has nothing of what you share. So there is nothing to collect.
receipt-stops-until = It can be collected until { $until }.
receipt-stops-past = Sharing stopped
receipt-file = The file
receipt-file-left-out = { $count ->
    [one] You left out 1 entry.
   *[other] You left out { $count } entries.
  }
receipt-shared = Shared: { $count }
receipt-private = Kept private: { $count }
receipt-stopped = Stopped: { $count }
receipt-waits = Waits for you: { $count }
receipt-waited = Waited for you then: { $count }
receipt-ended = Shared until then: { $count }
receipt-sent = Kinds of information in the file: { $count }
receipt-sent-none = Shared, and nothing was there: { $count }
receipt-none = None.
receipt-earlier-heading = What was collected before
receipt-earlier-text = This cannot be undone. DWP may keep and use what it has.
receipt-earlier-none = Nothing was collected before you stopped. So DWP had nothing from this request then.
receipt-digest-heading = Fingerprint of the file (SHA-256)
receipt-digest-same = It is the same as on the page where you saw what would be sent.
receipt-digest-collected = This is the file that was collected.
receipt-digest-waits = This is the file that was paused. While it is paused, nobody can collect it.
receipt-digest-stopped = This is the file that can no longer be collected.
receipt-proof = Proof
receipt-log = The public log
receipt-log-value = This receipt is older than the public log. What happened stands in line { $line } of the log.
receipt-log-waits = This receipt has its line in the log. The public log shows it within a few seconds. Open this page again to see it.
receipt-log-before = This receipt is older than the public log.
receipt-log-public = This receipt has been in the public log since { $date }. It is line { $line }.
receipt-log-witnesses = Signed by these witnesses:
receipt-log-witness = { $name }, on { $date }
receipt-log-no-witness = No witness has signed it yet.
receipt-log-means = Nobody can change it or take it out without being found out.
receipt-log-means-alone = Keep the JSON file. With it, anybody can find out if this line is changed or taken out.
receipt-key = Signed by
receipt-key-value = Sayso, with key { $key }
receipt-language = The signed words
receipt-language-value = { $lang ->
    [cy] They are in Welsh.
   *[en] They are in English.
  }
receipt-words = Read the signed words
receipt-words-text = These sentences stand in the signed file, word for word. They stay in the language in which you read the page then.
receipt-check = How to check it
receipt-check-web = Go to { $address } and choose the JSON file. You do not need to sign in.
receipt-check-program = { $web ->
    [yes] Or use the program “sayso”. It needs no internet:
   *[no] Use the program “sayso”. It needs no internet:
  }
receipt-law-heading = What the law says
receipt-law-duty = Your record is kept in confidence. Without your yes, it should not be sent. But there are limits: a law, a court order, a strong public interest, or what is best for somebody who cannot decide.
receipt-law-basis = DWP does not rely on consent under data law. It relies on its public task and on social security law (UK GDPR Articles 6(1)(e) and 9(2)(b)).
receipt-law-object = So you can object to how DWP uses what it holds about you (Article 21). DWP may say no, and must say why.
receipt-law-pressure = Did somebody push you to say yes? Then it was not a real yes. You can stop sharing at once.
receipt-law-money = Withdrawing is not itself a reason to stop your money.
receipt-letters = Get a whole letter, ready to send
receipt-keep = Keep this receipt
receipt-keep-text = You can print this page. It is made to fit on paper. Your receipts also stay here.
receipt-html = Download the receipt as a page (HTML)
receipt-json = Download the receipt for computers (JSON, signed)
receipt-fhir = Download your decision for health systems (FHIR)
receipt-verify = Check a receipt
receipt-print-how = To print, use the menu of your browser.
receipt-now = What happens now
receipt-now-shared = DWP can collect the file. Each time it does, you will see it in your history.
receipt-now-refused = Nothing is sent. You can decide again while the request is open.
receipt-now-withdrawn = Nobody can collect what you stopped. You can share again while the request is open.
receipt-now-collected = { $who } collected this file. You can stop sharing, so that nobody gets more.
receipt-now-collected-over = DWP may keep and use what it has from this request. It can get no more from it.
receipt-now-paused = Nobody can collect it now. Look at your request to go on.
receipt-now-died = The news that you had died was a mistake, and has been put right. Your sharing stays paused until you confirm it.
receipt-now-answered = We cannot see what they did. You can ask them for a copy of what they hold.
receipt-now-kept = They still have this file. You can object, or ask them for a copy of what they hold. The words for that are below, under “Your rights”.
receipt-now-expired = { $collected ->
    [yes] Nobody can collect it any more. DWP may keep and use what it has. You can share again while the request is open.
   *[no] Nobody can collect it any more. You can share again while the request is open.
  }
receipt-now-over = This is how it was then. You share nothing under this request now.
receipt-now-newer = Something newer has happened. Go to the request to see how it stands now.
receipt-now-request = Go to the request
receipt-now-history = See your history
receipt-stop-text = Have you changed your mind? You can stop sharing at any time. It takes effect at once.
receipt-stop-rest = You can stop sharing the rest too. It takes effect at once.
receipt-stop = Stop sharing
receipt-stop-for = : request { $reference }
receipt-letter = Get a letter to your GP practice about this request
receipt-printed = Printed from { $address }.
receipt-file-value = { $entries }, { $size }
receipt-whose = Whose record
