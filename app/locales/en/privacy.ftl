# What Sayso keeps, why, and the law, said correctly.

privacy-title = Privacy
privacy-heading = Privacy
privacy-lead = Sayso keeps what you decide, and the proof of it. It does not keep your health record, unless there is no other place to read it from.

privacy-who-heading = Who runs Sayso
privacy-who-controller = { $controller } runs this Sayso. It decides how your data is used here. The law calls it the controller.
privacy-who-contact = You can reach them here: { $contact }
privacy-who-officer = The data protection officer: { $officer }
privacy-who-guardian = The Caldicott Guardian, who looks after health records: { $guardian }
privacy-who-no-contact = They have not said here how to reach them. They must do that before real people use it.
privacy-who-no-officer = They have not said here who their data protection officer is. They must do that before real people use it.
privacy-who-no-guardian = They have not said here who their Caldicott Guardian is. They must do that before real people use it.
privacy-who-unknown = The people who run this Sayso have not said here who they are. They must do that before real people use it. Until then, do not put real data in.

privacy-keep-heading = What we keep
privacy-keep-you = Who you are: name, date of birth, postcode, National Insurance number, NHS number, e-mail.
privacy-keep-requests = What was asked for, by whom, and what you answered.
privacy-keep-words = What you write yourself, and what helpers and professionals write for you. You can delete your own words and your helpers’.
privacy-keep-proof = Fingerprints of files, and your receipts. A fingerprint does not show what is in a file.
privacy-keep-copies = Copies of what you agreed to share, where you chose to keep one. They are for you only. You can delete them.
privacy-keep-history = Your history: who looked, who asked, and what the answer was.
privacy-keep-sign-in = When you signed in, and on what kind of device.
privacy-keep-sealed = What these say about you is sealed, under keys made for you alone. The people who run Sayso hold the keys.

privacy-not-heading = What happens with your health record
privacy-not-record = We read your record where it is, when you look at a request. We do not keep it after that.
privacy-not-preview = The file that you look at before you decide is kept sealed for 24 hours.
privacy-not-sent = The file that you confirm is kept sealed until you stop sharing, until sharing ends, or until it can no longer be collected. Then its key is destroyed, and nobody can open it.
privacy-not-embedded = Some records are kept inside Sayso, where there is no other source. They are sealed too.

privacy-erase-heading = If you want us to erase your data
privacy-erase-text = Ask the people who run Sayso. They destroy your key. Then nobody can read what Sayso kept about you. DWP may keep what it has. The public log stays whole. It does not say who you are.

privacy-cookies-heading = Cookies
privacy-cookies-text = We use three. One keeps you signed in. One keeps your language. One is set when you choose “Exit this page”, and lasts 10 minutes. We do not watch what you do, and nobody else does here.

privacy-law-heading = The law that DWP relies on
privacy-law-basis = Under UK GDPR, DWP relies on its public task (Article 6(1)(e)) and on social security law (Article 9(2)(b)). It does not rely on consent.
privacy-law-yes = So what is your yes for? It is for the duty of confidence. Your record is kept in confidence. If you do not agree, your practice should not send it. There are limits: a law, a court order, a strong public interest, or what is best for somebody who cannot decide.
privacy-law-pressure = A yes that somebody pushed you into is not a yes.
privacy-law-england = In England, a practice may take DWP’s word that you agreed. It may do so only while it has no reason to think that you do not agree (GP contract, regulation 80(2)). So we offer you a letter to your practice when you stop sharing.
privacy-law-reports = The Access to Medical Reports Act 1988 does not cover reports for DWP. You see the file first, because we promise it. It is not a right under that Act.
privacy-law-never = We choose not to carry some things at all. They are gender recognition, fertility treatment, and where somebody comes from. End of life has its own form, SR1.

privacy-sayso-heading = The law that we rely on
privacy-sayso-basis = The people who run this Sayso say: { $basis }
privacy-sayso-unknown = The people who run this Sayso have not said this yet. They must do so before real people use it.

privacy-rights-heading = Your rights
privacy-rights-see = You can ask for a copy of what DWP or we hold about you.
privacy-rights-correct = You can ask us, DWP or your practice to put right what is wrong.
privacy-rights-limit = You can ask that data is not used while a question about it is open.
privacy-rights-object = You can object to how DWP uses your data (Article 21). You can do so because DWP relies on its public task. DWP may say no, and must say why.
privacy-rights-stop = You can stop sharing at any time. DWP can get no more. It may keep and use what it has. Withdrawing is not itself a reason to stop your money.
privacy-checked = A lawyer must check this page before Sayso goes live.
privacy-rights-complain = You can complain to the [Information Commissioner](commissioner).
