# Questions people ask, where to get advice, and numbers for when somebody is not safe.

help-title = Help
help-heading = Help
help-lead = You have the say over what DWP may learn from your health record. Here are the questions that people ask most.
help-contents = On this page

help-money-heading = Will my money stop?
help-money-no = Saying no here is not itself a reason to stop your money. Nor is changing your mind later.
help-money-decide = But DWP decides with what it has. If that shows too little, you may get less, or nothing. Each request says what can happen if you say no. So you may want to send more yourself.
help-money-form = Sayso is not your form. Send your form back by DWP’s date. If you miss that date, it can cost you money.
help-money-truth = You choose what your record says to DWP. You must still answer DWP truthfully and report changes.

help-anyway-heading = Can they see it anyway?
help-anyway-sayso = Through Sayso, no. If you do not say yes, Sayso sends nothing. It does not say why. To DWP, “no” and “there is nothing” look the same.
help-anyway-other = But DWP can also use what it has, what you send, and what others may tell it by law. A letter from a health professional is one example.
help-anyway-practice = Your GP practice should not send your record to DWP if you do not agree. There are limits: a law, a court order, a strong public interest, or what is best for somebody who cannot decide.
help-anyway-seen = You can see each time that somebody asked, and what we answered, in your history.

help-cannot-heading = What if I cannot do this?
help-cannot-time = You can stop at any point. Press “Not now” first. That keeps what you chose, so that you can go on later. Nothing is sent until you confirm.
help-cannot-somebody = Somebody you trust can sit with you and read it to you. Keep your password to yourself.
help-cannot-nothing = If you do nothing, nothing is sent. DWP is not told that you did nothing.
help-cannot-stop = Do you want to stop sharing, but cannot sign in? Tell the people who run Sayso, by phone or letter. They can stop it for you. They can never say yes for you. [How to reach them](reach).
help-reach-heading = How do I reach the people who run Sayso?
help-cannot-contact = You can reach them here: { $contact }
help-cannot-unknown = They are the people who sent you the letter with your code.

help-see-heading = Can I see it before it goes?
help-see-text = Yes. You see each entry, and the file itself, before you confirm. You can leave entries out. That is our promise. It is not a right that a law gives you.
help-wrong-heading = What if my record is wrong?
help-wrong-text = Ask your GP practice to put it right. Until then, you can leave that entry out.
help-rules-heading = How does Sayso sort my record?
help-rules-how = A computer sorts it, with fixed rules. It reads the codes and the words in each entry. It looks for signs of private things, such as mental health.
help-rules-held = It can hold back too much. We tried it on 19 test records that other people made. Of each 100 entries with nothing private in them, it held back about 3.
help-rules-limit = It can also miss things. In those records it missed none. But we also made up 58 short notes that it had not seen. It missed 11 of them. So about one in five may get past it when the words are unusual.
help-rules-blind = It cannot read pictures or scans. It reads English and Welsh only. It cannot guess what somebody may work out from a date, a place or a doctor’s name. It does not know when your record is wrong.
help-rules-own = For gender recognition, fertility treatment, and where somebody comes from, there is no public list of UK codes that we may use. We made our own word lists. Sayso never sends what they find.
help-rules-reason = You can see what is held back, and why. For example: it is not recognised, it is about somebody else, or it has no date. There is one exception. If your record itself marks something as not to be shared, we tell you that and no more.
help-rules-look = So please look at each entry before you confirm. You can leave out any of them. This is version 2 of the rules.
help-letters-heading = What about letters in my record?
help-letters-choice = Each letter is a choice of its own. You see what it is, its date and who sent it. It goes only if you say “Share” for that very letter.
help-letters-scan = We cannot read a scan or a picture. You can share one only after you have opened it.
help-letters-ready = We can also write letters for you to send. For example: to ask your practice to put something right, or to tell it that you changed your mind. You find them with the request they are about.
help-mind-heading = Can I change my mind?
help-mind-text = Yes, at any time, on one page. It takes effect at once. DWP can get no more. It may keep and use what it has.
help-pressure-heading = What if somebody pushes me to say yes?
help-pressure-text = Then it is not a real yes. You can stop sharing at once. You do not have to say why.
help-fingerprint-heading = What is a fingerprint?
help-fingerprint-text = It is a long number that a computer makes from a file. If one letter of the file changes, the number changes. So you can check that the file that was sent is the one that you saw.
help-end-heading = What about the end of life?
help-end-text = Sayso never asks for that, and never sends it. There is a form for it, called SR1. A doctor or nurse can help you with it.
help-not-me-heading = What if a request is not about me?
help-not-me-text = Open the request and say that it is not about you. Then it goes from your list. Whoever asked is not told.

help-advice-heading = Where to get advice
help-advice-text = Advice from these people is free. They are not part of DWP, and not part of Sayso.

help-leaflet = Do you want to tell somebody about Sayso? Here is [one sheet to print](leaflet).
help-safe-heading = If you are not safe
help-safe-emergency = We are not an emergency service.
help-safe-list = You can also call these numbers:
help-safe-phone = Does somebody look at your phone? A helpline can tell you how to hide that you were here.
help-advice-citizens = [Citizens Advice](citizens). Help with benefits, forms and appeals.
help-advice-law = [Law centres](law). Legal help for people who cannot pay for a lawyer.
help-advice-local = [Advicelocal](local). Type your postcode, and it finds advice near you.
help-safe-999 = In danger now? Call [999](emergency). If you cannot speak, press 55.
help-safe-national = National Domestic Abuse Helpline: [0808 2000 247](national)
help-safe-wales = Live Fear Free (Wales): [0808 80 10 800](wales)
help-safe-men = Men’s Advice Line: [0808 801 0327](men)
