# What checking a receipt came to. The browser reads this file too, without Fluent: one line each, values, no choices.

check-genuine = This receipt is genuine
check-genuine-text = The portal’s key signed it. Nothing in it has been changed since.
check-wrong = Do not rely on this file
check-wrong-help = Ask whoever gave you the file for a new copy. If that does not help, ask the portal that it comes from.
check-paper-same = It is the receipt on your paper. The number and the fingerprint are the same.
check-paper-other = This is not the receipt on your paper
check-paper-other-text = The file is genuine, but it is another receipt. Ask whoever gave you the paper for the file that belongs to it.

check-proves-heading = What it proves
check-what = What happened
check-who = Who did it
check-when = When
check-request = Request
check-request-value = { $reference }, from { $asker }
check-receipt = Receipt
check-issuer = Issued by
check-kind-decision = A decision about sharing
check-kind-amendment = A decision was changed
check-kind-withdrawal = Sharing was stopped
check-kind-expiry = Sharing came to its end
check-kind-pause = Sharing was paused
check-kind-collection = What was shared was collected
check-kind-erasure-answer = The asker answered about deleting
check-who-claimant = The person it is about
check-who-delegate = Somebody who acts for the person
check-who-requester = The asker
check-who-operator = The people who run the portal, for the person
check-who-portal = The portal itself
check-words-english = The words that were shown, in English
check-words-welsh = The words that were shown, in Welsh
check-items-heading = What was decided
check-item-shared = Shared: { $title }
check-item-not-shared = Not shared: { $title }
check-item-withdrawn = No longer shared: { $title }
check-item-paused = Paused: { $title }
check-item-ended = Sharing ended: { $title }
check-item-collected = Collected: { $title }

check-log-heading = Its place in the log
check-log-none = No proof from the log is with this file. So the file shows only that the portal signed it. A receipt that is downloaded a little later has a proof.
check-log-text = The portal’s public log holds this receipt. It cannot be changed or taken out without being found out.
check-log-name = Log
check-log-line = Line
check-log-line-value = { $line }, in a checkpoint of { $size } lines
check-log-root = Fingerprint of all lines in that checkpoint
check-witness-heading = Who watches the log
check-witness-text = These witnesses have signed the same checkpoint:
check-witness = { $name }, on { $when }
check-witness-none = No witness that is trusted here has signed this checkpoint. So only the portal itself says that its log was not rewritten.
check-witness-unknown = Signatures by keys that are not known here: { $count }. They count for nothing.

check-not-heading = What it does not prove
check-not-newest = It does not show that this is still the newest answer. The person can sign in and see that.
check-digest-heading = Fingerprint of this receipt (SHA-256)
check-number = Its whole number

check-too-large = The file is too large to be a receipt.
check-not-json = This is not the whole file of a receipt, or it was damaged. The fault is in line { $line }, at character { $column }.
check-not-a-receipt = This is not the file of a receipt, or something in it was added or taken away.
check-unknown-schema = This receipt is of a kind that is not known here: { $schema }.
check-signature-shape = The signature is not written as the signature of a receipt is.
check-signature = The signature does not match. The receipt was changed, or a key that you do not trust signed it.
check-log-wrong = The receipt itself is signed. But the proof from the log beside it is not good.
check-no-proof = You asked for a proof from the log, and there is none with this file.
check-proof-unreadable = The proof from the log is damaged. It cannot be read.
check-other-log = The proof is of another log, or nobody you trust signed it. It names this log: { $name }.
check-false-signature = The signature of { $name } on the log’s checkpoint is false.
check-too-few-witnesses = Too few of the witnesses that you trust have signed. You asked for: { $need }. Signed: { $have }.
check-not-in-log = The log’s checkpoint does not hold this receipt.
check-other-event = The proof belongs to another receipt, or to something else in the log.

check-error-nothing = Choose the file of a receipt, or paste what is in it
check-error-both = Choose a file or paste a text, not both
check-error-paper = Type the code or the fingerprint as it is on the paper. The fingerprint is 64 digits and letters, from{"\u00A0"}“a”{"\u00A0"}to{"\u00A0"}“f”
check-error-key = Give the public key as PEM, or as a verifier key
check-error-witness = Give the verifier key of one witness in each line, none twice
check-error-quorum = Give a number that is not more than the number of witnesses

check-paper-says = The code on your paper is of receipt { $receipt }. This is the fingerprint that it must have:
check-paper-next = The code alone proves nothing. Now choose the file of the receipt, and we compare.
