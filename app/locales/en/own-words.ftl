# The claimant's own words about one question.

own-words-back = Back to your own words
own-words-lead = Write as you would tell a friend. Say only what is true for you.
own-words-label = How this affects you, day to day
own-words-most = You can write up to 4,000 letters and signs.
own-words-left = { $left ->
    [0] There is no room for more.
   *[other] When this page opened, there was room for { $room } more.
  }
own-words-prompt-good = What is a good day like?
own-words-prompt-bad = What is a bad day like?
own-words-prompt-often = How often are your bad days?
own-words-prompt-help = What help do you need, and from whom?
own-words-was-finished = This is finished. You can still change it. If you save it as a draft, it stays here until you finish it again.
own-words-finish = Save as finished
own-words-save = Save as a draft
own-words-not-sent = Nothing is sent from this page. Your words go only if you share them, and you see them first.
own-words-delete = Delete what you wrote
own-words-delete-how = Empty the box and save it as a draft. Then nothing of it is kept here.
own-words-error-missing = Write something first. An empty box cannot be finished
own-words-error-long = This is too long. Take out { $by ->
    [one] 1 letter or sign
   *[more] { $count } letters or signs
  }
