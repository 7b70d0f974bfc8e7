# Receipts: the list, and one of each kind.

receipts-title = Your receipts
receipts-heading = Your receipts
receipts-lead = You get a receipt for each thing that matters: what you said, what was collected, what ended. It proves what happened, and when.
receipts-none = You have no receipts yet. You get one when you decide on a request.
receipts-requests = Go to your requests
receipts-check = Anybody can check a receipt. They do not need to sign in.
receipts-check-link = Check a receipt
receipts-line = Request { $reference }, from { $asker }

receipt-title = Receipt { $code }
receipt-back = All receipts
receipt-code = Receipt
receipt-kind-decision = You shared
receipt-kind-part = You shared some and kept some private
receipt-kind-refusal = You shared nothing
receipt-kind-withdrawal = You stopped sharing
receipt-kind-collection = It was collected
receipt-kind-expiry = Sharing ended
receipt-kind-amendment = You changed your answer
receipt-kind-pause = Sharing was paused
receipt-kind-erased = They say that they erased it
receipt-kind-kept = They say that they keep it
receipt-heading-decision = Your decision is recorded
receipt-heading-amendment = Your new answer is recorded
receipt-heading-pause = Sharing was paused
receipt-heading-erased = They say that they erased the file
receipt-heading-kept = They say that they keep the file
receipt-heading-refusal = Your “no” is recorded
receipt-heading-withdrawal = You stopped sharing
receipt-heading-collection = What you share was collected
receipt-heading-expiry = Sharing ended
receipt-who = Who decided
receipt-who-withdrew = Who stopped it
receipt-who-helper = { $helper }, who acts for { $name }
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
receipt-ended-date = It was the last day that you had set.
receipt-ended-within = The time to collect it was over.
receipt-noticed = We noticed it
receipt-answer = What they say
receipt-answer-erased = They have erased the file.
receipt-answer-kept = They keep the file.
receipt-answer-words = In their own words
receipt-answer-file = They had collected it
receipt-nhs = NHS number { $number }
receipt-nino = National Insurance number { $number }
receipt-request = Request
receipt-request-value = { $reference }, from { $asker }
receipt-stops = Sharing stops
receipt-stops-date = At the end of { $date }
receipt-stops-empty = Your record has nothing of what you share. So there is nothing to collect.
receipt-stops-until = It can be collected until { $until }
receipt-stops-nothing = Nothing is shared
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
receipt-ended = Shared until then: { $count }
receipt-sent = In the file: { $count }
receipt-sent-none = Shared, and nothing was there: { $count }
receipt-none = None.
receipt-earlier-heading = What was collected before
receipt-earlier-text = This cannot be undone. DWP may keep and use what it has.
receipt-earlier-none = Nothing was collected before you stopped. DWP has nothing from this request.
receipt-digest-heading = Fingerprint of the file (SHA-256)
receipt-digest-same = It is the same as on the page where you saw what would be sent.
receipt-digest-collected = This is the file that was collected.
receipt-digest-waits = This is the file that waits. Nobody can collect it.
receipt-digest-stopped = This is the file that can no longer be collected.
receipt-proof = Proof
receipt-log = The public log
receipt-log-value = Line { $line }. Nobody can change it or take it out without being found out.
receipt-log-waits = It has its line in the log. The public log shows it within a few seconds. Open this page again to see it.
receipt-log-before = This receipt is older than the public log.
receipt-log-public = This receipt has been in the public log since { $date }. It is line { $line }.
receipt-log-witnesses = Signed by these witnesses:
receipt-log-witness = { $name }, on { $date }
receipt-log-no-witness = No witness has signed it yet.
receipt-log-means = Nobody can change it or take it out without being found out.
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
receipt-law-duty = Your record is held in trust. Without your yes, it should not be sent. But there are limits: a law, a court order, a strong public interest, or what is best for somebody who cannot decide.
receipt-law-basis = DWP does not rely on consent under data law. It relies on its public task and on social security law (UK GDPR Articles 6(1)(e) and 9(2)(b)).
receipt-law-object = So you can object to how DWP uses it (Article 21). DWP may say no, and must say why.
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
receipt-now-shared = DWP can collect the file from now on. When it does, you will see it in your history.
receipt-now-refused = Nothing is sent. You can decide again while the request is open.
receipt-now-withdrawn = Nobody can collect what you stopped. You can share again while the request is open.
receipt-now-collected = DWP has this file. You can stop sharing, so that it gets no more.
receipt-now-paused = Nobody can collect it now. Look at your request to go on.
receipt-now-answered = We cannot see what they did. You can ask them for a copy of what they hold.
receipt-now-expired = Nobody can collect it any more. You can share again while the request is open.
receipt-now-request = Go to the request
receipt-now-history = See your history
receipt-stop-text = Have you changed your mind? You can stop sharing at any time. It takes effect at once.
receipt-stop-rest = You can stop sharing the rest too. It takes effect at once.
receipt-stop = Stop sharing
receipt-stop-for = : request { $reference }
receipt-letter = Get a letter to your GP practice about this request
receipt-printed = Printed from { $address }.
receipt-file-value = { $entries }, { $size }.
receipt-whose = Whose record
