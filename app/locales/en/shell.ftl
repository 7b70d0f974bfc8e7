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
shell-verify = Check a receipt
shell-accessibility = Accessibility
shell-helpline = Need to talk? Call { $number }.
shell-not-dwp = Sayso is not part of DWP. It does not decide what benefits you get.
shell-session = You are signed in as { $name }. If you do nothing, we sign you out at { $time }. What you have saved stays saved.
shell-exit = Exit this page
shell-exit-how = To leave this site at once, press the Shift key three times, or use this link.
shell-exit-more = { $n ->
    [one] Shift: press it 1 more time to leave
   *[other] Shift: press it { $n } more times to leave
  }
shell-ending-title = You will be signed out soon
shell-ending-lead = { $n ->
    [one] You have done nothing for a while. In 1 minute we sign you out, to keep your record safe.
   *[other] You have done nothing for a while. In { $n } minutes we sign you out, to keep your record safe.
  }
shell-ending-saved = Need more time? Choose to stay. What you typed on this page is still here.
shell-ending-stay = Stay signed in
