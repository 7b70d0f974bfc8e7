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
paper-heading-withdrawal = Receipt: you stopped sharing
paper-share = You share
paper-stopped = You stopped sharing
paper-paused = Paused until you confirm again
paper-private = Stays private
paper-request = The request
paper-asker = Who asked
paper-recipients = Who may see what is sent
paper-answer = Answer number
paper-last-day = The last day of sharing
paper-until = It can be collected until
paper-before = What had been collected before
paper-before-none = Nothing had been collected. DWP can get nothing more from Sayso under this answer.
paper-no-more = DWP can get no more. It may keep and use what it has. Withdrawing is not itself a reason to stop your money.
paper-file = The file you confirmed
paper-file-text = This number (SHA-256) belongs to that one file and no other.
paper-law = What the law says
paper-law-basis = DWP uses health information for its public task and under social security law. It is not your consent in the sense of data protection law.
paper-law-confidence = Your permission is what the duty of confidentiality asks for. Without it, the practice should not send the information. There are four exceptions: a law, a court order, a strong public interest, or the best interests of a person who cannot decide.
paper-check = How to check this receipt
paper-receipt = Receipt
paper-issuer = Issued by
paper-signed = SHA-256 of the signed file
paper-language = This page and the signed words are in English.
paper-command = Download the signed file from Sayso and type:
