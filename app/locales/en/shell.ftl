# The frame of every page.
shell-title = { $title } – Sayso
shell-title-error = Error: { $title } – Sayso
shell-skip = Skip to main content
shell-home = Sayso: home
# Shown on pages in the other language.
shell-language-name = English
shell-language-change = Change to English
shell-back = Back
shell-nav-label = Menu
shell-nav-requests = Requests
shell-nav-receipts = Receipts
shell-nav-history = History
shell-nav-sources = Records
shell-nav-account = Account
shell-sign-out = Sign out
shell-help = Help
shell-privacy = Privacy
shell-accessibility = Accessibility
shell-helpline = Need to talk? Call { $number }.
shell-not-dwp = Sayso is not part of DWP. It does not decide what benefits you get.
shell-session = You are signed in as { $name }. If you do nothing, we sign you out at { $time }. What you have chosen is saved.
