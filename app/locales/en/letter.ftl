# Letters that help. The claimant sends them, or not. A lawyer must confirm these texts before a live service.

letters-title = Letters that help
letters-back = Back to the request
letters-lead = We write the letter. You send it, or not. We never send it for you.
letters-stop = You do not need a letter to stop sharing. [Stop sharing here](stop).
letters-practice = To your GP practice
letters-dwp = To DWP
letters-stop-practice = Tell your practice that you do not agree
letters-stop-practice-when = This helps when you do not want your practice to send DWP what you do not share here.
letters-correction = Ask your practice to put an entry right
letters-correction-when = This helps when an entry in your record is wrong.
letters-more-time = Ask DWP for more time
letters-more-time-when = This helps when you cannot send a form or papers by DWP’s date, or when you are late.
letters-withdraw-form = Take back the consent on a DWP form
letters-withdraw-form-when = This helps when you agreed on a form that DWP may ask your practice, and now you want to see each request first.
letters-subject-access = Ask DWP for a copy of what it holds
letters-subject-access-when = This helps when you want to see what DWP holds about you, and where it came from.
letters-objection = Object to how DWP uses your health information
letters-objection-when = This helps when that use is hard on you, for a reason of your own. DWP may say no, and must say why.
letters-limits = A letter to your practice does not limit the SR1 form, fit notes, care, or anything you or your representative ask them to send.
letters-reports = The Access to Medical Reports Act 1988 does not cover reports for DWP. So no letter here uses it.

letter-back = All letters
letter-lead = You can send this letter. We never send it for you.
letter-how = Print this page, or download the letter as text. Fill in what stands in [square brackets]. Change what you like, and sign it.
letter-sharing = You share some of this now, and the letter says so. If you want to share nothing, [stop sharing](stop) first.
letter-fields = { $fields ->
    [one] You can leave this empty. Write at most { $most } letters and signs. We do not keep what you type here.
   *[other] You can leave these empty and fill them in by hand. Write at most { $most } letters and signs in each. We do not keep what you type here.
  }
letter-field-entry = Which entry is wrong? With its date, if it has one
letter-field-wrong = What is wrong, and what would be right?
letter-field-needs-time = What do you need more time for?
letter-field-until = Until when?
letter-field-reason = Why do you need more time?
letter-field-form = Which form was it? Its name, and when you signed it
letter-field-about = Is there something that you want to see most?
letter-field-hard = Why is it hard on you?
letter-error-long = “{ $label }”: write at most { $most } letters and signs. Now there are { $count }
letter-language = The letter’s language
letter-language-practice = Your practice may read English only.
letter-language-dwp = DWP takes letters in Welsh too.
letter-in-english = English
letter-in-welsh = Welsh
letter-update = Bring the letter up to date
letter-update-language = Show the letter in this language
letter-download = Download as text
letter-history = When you download it, your history says so. It never says what is in it.
letter-label = The letter

letter-text-address = [your address]
letter-text-practice = [name and address of your GP practice]
letter-text-to-dwp = Department for Work and Pensions (DWP)
letter-text-dwp = [the address on DWP’s letter to you]
letter-text-dear-practice = Dear GP practice,
letter-text-dear-dwp = Dear Sir or Madam,
letter-text-request = Request: { $reference }, of { $date }
letter-text-nhs = NHS number: { $number }
letter-text-nino = National Insurance number: { $number }
letter-text-born = Date of birth: { $date }
letter-text-month = Please answer within one month (Article 12 of the UK GDPR).
letter-text-go-on = Please go on with my claim. I still answer your questions and report changes.
letter-text-close = Yours faithfully,
letter-text-sign = [your signature]

letter-stop-subject = DWP’s request for my health record
letter-stop-asked = { $asker } has asked for information from my health record.
letter-stop-stopped = On { $date } I stopped sharing it through Sayso. That is the service where I answer such requests.
letter-stop-refused = On { $date } I said in Sayso that I do not share it. That is the service where I answer such requests.
letter-stop-over = On { $date } I answered in Sayso. That is the service where I answer such requests. I share none of that information any more.
letter-stop-sharing = I share what I agree to through Sayso. That is the service where I answer such requests. I do not agree to more.
letter-stop-undecided = I have not agreed to it.
letter-stop-no = I do not agree to you sending DWP, or anybody who works for it, information from my record for this request.
letter-stop-nothing-else = Please send DWP, or anybody who works for it, nothing else from my record for this request.
letter-stop-duty = My permission is what the duty of confidentiality asks for. Without it you should not send the information. There are four exceptions: a law, a court order, an overriding public interest, or the best interests of a person who cannot decide.
letter-stop-england = In England you may rely on DWP’s word that I agree only while you have no reason to believe that I do not (GP contract, regulation 80(2)). This letter is such a reason.
letter-stop-tell = If you think that you must send something all the same, please tell me first. Please say which law or reason it is.
letter-stop-limits = This letter is about this request only. It does not limit SR1, fit notes, care, or anything I or my representative ask you to send.

letter-correction-subject = Please put right an entry in my record
letter-correction-seen = I have seen this entry in my health record:
letter-correction-entry-space = [the entry, with its date]
letter-correction-wrong = What is wrong with it, and what would be right:
letter-correction-wrong-space = [what is wrong, and what would be right]
letter-correction-ask = Please put it right. I ask for this under Article 16 of the UK GDPR.
letter-correction-note = If you do not agree that it is wrong, please tell me why. Please also keep this letter in my record, beside the entry.
letter-correction-limits = This letter is about this entry only. It does not limit SR1, fit notes, care, or anything I or my representative ask you to send.

letter-time-subject = Please give me more time
letter-time-asked = On { $asked } { $asker } asked me through Sayso for information from my health record, and for an answer by { $by }.
letter-time-asked-words = On { $asked } { $asker } asked me a question through Sayso, and asked for an answer by { $by }.
letter-time-need = I need more time for { $what }. Please give me until { $until }.
letter-time-what-space = [the form or the papers]
letter-time-until-space = [date]
letter-time-reason = My reason is:
letter-time-reason-space = [your reason]
letter-time-good = If my time is over already, please take this as my good reason for being late.
letter-time-free = What I share through Sayso is for me to choose. If there is nothing there, that is not evidence about me, and not a failure to take part.
letter-time-confirm = Please tell me the new date in writing.

letter-form-subject = I withdraw the consent on my form
letter-form-space = [name of the form, and when you signed it]
letter-form-withdraw = On this form I agreed that you may ask those who treat me for information: { $form }. From { $date } I withdraw that consent.
letter-form-meaning = You no longer have my permission to get information about me from my GP practice, or from others who treat me. The duty of confidentiality asks for that permission. Please do not tell them that I agree.
letter-form-basis = I know that you use my data for your public task and under social security law, and not by consent (Articles 6(1)(e) and 9(2)(b) of the UK GDPR). This letter is about my permission to those who hold my record.
letter-form-ask = If you need something from my health record, please ask through Sayso. There I see each request, and I answer it myself.
letter-form-keep = I know that you may keep and use what you already have.
letter-form-limits = This does not limit SR1, fit notes, care, or anything I or my representative ask others to send you.

letter-access-subject = A copy of the data that you hold about me
letter-access-ask = Please send me a copy of the personal data that you hold about me. I ask for this under Article 15 of the UK GDPR.
letter-access-include = Please include all that belongs to request { $reference }, and all that you got from my health record.
letter-access-most = I want to see this most:
letter-access-also = Please also tell me where the data came from, who has had it, what you use it for, and how long you keep it.
letter-access-proof = If you need to know more to be sure who I am, please ask me soon.

letter-object-subject = I object to how you use my health information
letter-object-ask = I object to your use of health information about me for this request. I can, because you rely on your public task (Articles 6(1)(e) and 21 of the UK GDPR).
letter-object-reason = My reason, from my own situation, is:
letter-object-reason-space = [your reason]
letter-object-limit = Please do not use it while you look at my objection (Article 18 of the UK GDPR).
letter-object-refuse = I know that you may say no. Then please tell me why, in writing.
