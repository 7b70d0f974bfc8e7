# The letter to the practice, after sharing was stopped.

letter-title = A letter to your GP practice
letter-back = Back to the receipt
letter-lead = You can send this letter. We never send it for you.
letter-how = Print this page, or copy the words. Change what you like, sign it, and give it to your practice.
letter-dear = To my GP practice
letter-from = I am { $name }, born on { $born }.
letter-nhs-number = My NHS number is { $number }.
letter-stopped = { $asker } asked for information from my health record. The request is { $reference }. On { $date } I stopped sharing it through Sayso.
letter-not-agreed = I do not agree that you send DWP, or anybody who works for it, information from my record about this request. You may not rely on DWP’s word that I agree.
letter-limits = This letter is about this request only. It does not limit SR1, fit notes, care, or anything I or my representative ask you to send.
letter-tell-me = If you think that you must send something all the same, please tell me first, and tell me which law or which reason.
letter-signed = Yours faithfully, { $name }
