# A receipt: the sentences that are signed, and the page to print. The law must be confirmed by a lawyer before a live service.

signed-decided = { $by ->
    [helper] On { $date } somebody who acts for you answered request { $reference } from { $asker }.
   *[you] On { $date } you answered request { $reference } from { $asker }.
  }
signed-withdrew = { $by ->
    [operator] On { $date } Sayso stopped sharing for you under request { $reference } from { $asker }, because you asked by phone or letter.
    [helper] On { $date } somebody who acts for you stopped sharing under request { $reference } from { $asker }.
   *[you] On { $date } you stopped sharing under request { $reference } from { $asker }.
  }
signed-amended = { $by ->
    [helper] On { $date } somebody who acts for you changed your answer to request { $reference } from { $asker }.
   *[you] On { $date } you changed your answer to request { $reference } from { $asker }.
  }
signed-instead = This answer takes the place of the one before.
signed-ended = On { $date } sharing under request { $reference } from { $asker } ended by itself.
signed-ended-date = That was the end of { $date }, the last day that you had set.
signed-ended-within = The time in which it could be collected was over.
signed-ended-no-more = Nobody can collect it any more. DWP may keep and use what it has.
signed-noticed = Sayso noticed this and wrote it down on { $date }.
signed-over = You shared this until then: { $titles }.
signed-was-paused = On { $date } sharing under request { $reference } from { $asker } was paused.
signed-pause-why = { $why ->
    [part] The reason: you stopped sharing a part of it.
    [rules] The reason: the rules that protect you have changed. They would now keep back some of it.
    [died] The reason: Sayso was told that the person had died.
    [restored] The reason: Sayso was restored from a safe copy.
    [operator] The reason: the people who run Sayso paused it.
   *[fault] The reason: Sayso could not check it.
  }
signed-paused-until = Until then nobody can collect it.
signed-collected = On { $date } { $asker } collected what you share under request { $reference }.
signed-entries = { $count ->
    [one] The file has 1 entry.
   *[other] The file has { $count } entries.
  }
signed-sent = It has something about: { $titles }.
signed-sent-none = You shared this too, and your record had nothing of it: { $titles }.
signed-collected-after = DWP may keep and use this file. You can stop sharing, so that it gets no more.
signed-answered = On { $date } { $asker } answered Sayso about request { $reference }.
signed-answered-file = It is about the file that was collected on { $collected }.
signed-erased = It says that it has erased the file.
signed-kept = It says that it keeps the file.
signed-statement = Its own words: “{ $statement }”
signed-answered-after = Sayso cannot see what { $asker } did. You can ask for a copy of what it holds.
signed-nothing = You share nothing. Nothing is sent.
signed-shared = You share: { $titles }.
signed-stopped = You stopped sharing: { $titles }.
signed-paused = This waits until you confirm it again: { $titles }.
signed-private = You keep private: { $titles }.
signed-only-from-to = only from { $from } to { $to }
signed-only-from = only from { $from }
signed-only-to = only up to { $to }
signed-only-one = only what one person or place recorded
signed-none-recorded = Your record had nothing of this. There is no file, and nothing can be collected.
signed-ends-on = Sharing ends at the end of { $date }.
signed-ends-until = It can be collected until { $until }, and not after that.
signed-before-none = Before that, nothing had been collected.
signed-before = { $count ->
    [one] Before that it had been collected 1 time, on { $last }.
   *[other] Before that it had been collected { $count } times, the last time on { $last }.
  }
signed-no-more = DWP can get no more of what you stopped. It may keep and use what it has.

paper-title = Receipt for request { $reference }
paper-heading-decision = Receipt: what you decided
paper-heading-amendment = Receipt: you changed your answer
paper-heading-expiry = Receipt: sharing ended
paper-heading-pause = Receipt: sharing was paused
paper-heading-collection = Receipt: it was collected
paper-heading-erasure = Receipt: an answer about what was collected
paper-heading-withdrawal = Receipt: you stopped sharing
paper-share = You share
paper-sent = In the file
paper-sent-none = Shared, and your record had nothing of it
paper-ended = Shared until then
paper-stopped = You stopped sharing
paper-paused = Paused until you confirm again
paper-private = Stays private
paper-request = The request
paper-reference = Reference
paper-purpose = What it is for
paper-asker = Who asked
paper-recipients = Who may see what is sent
paper-answer = Answer number
paper-last-day = The last day of sharing
paper-until = It can be collected until
paper-before = What had been collected before
paper-before-none = Nothing had been collected. DWP can get nothing more from Sayso under this answer.
paper-no-more = DWP can get no more. It may keep and use what it has. Withdrawing is not itself a reason to stop your money.
paper-answered = The file it is about
paper-file = The file you confirmed
paper-file-collected = The file that was collected
paper-file-stopped = The file that can no longer be collected
paper-rights = Your rights
paper-rights-text = You can send these texts as they are. They carry the number of the request.
right-access = To see what DWP holds
right-access-text = Please send me a copy of all that you hold about me from request { $reference } (UK GDPR Article 15).
right-rectification = To have it put right
right-rectification-text = What you hold about me from request { $reference } is wrong. Please put it right (UK GDPR Article 16).
right-restriction = To limit how it is used
right-restriction-text = Please do not use what you hold about me from request { $reference } until my question is settled (UK GDPR Article 18).
right-objection = To object
right-objection-text = I object to how you use what you hold about me from request { $reference }. You rely on your public task, so I can (UK GDPR Article 21). If you say no, please tell me why.
right-complaint = To complain
right-complaint-text = I complain about how DWP uses what it holds about me from request { $reference }. To: Information Commissioner, ico.org.uk (UK GDPR Article 77).
paper-file-text = This number (SHA-256) belongs to that one file and no other.
paper-law = What the law says
paper-law-basis = DWP uses health information for its public task and under social security law. It is not your consent in the sense of data protection law.
paper-law-confidence = Your permission is what the duty of confidentiality asks for. Without it, the practice should not send the information. There are four exceptions: a law, a court order, a strong public interest, or the best interests of a person who cannot decide.
paper-law-pressure = A yes under pressure is not permission.
paper-law-keeps = When you stop sharing, DWP may keep and use what it has. Stopping is not itself a reason to stop your money.
paper-check = How to check this receipt
paper-receipt = Receipt
paper-issuer = Issued by
paper-code = Short code
paper-signed = Fingerprint of this receipt (SHA-256)
paper-language = This page and the signed words are in English.
paper-check-web = Go to { $address }. You do not need to sign in.
paper-check-program = Or take the signed file (JSON) and type this. It needs no internet: { $command }
