# How much the file says about each question. For the claimant alone; it must never press anybody.

gauge-heading = How much your file says about each question
gauge-from = This counts what would go with the answers you have ticked so far.
gauge-not-yet = Once you have chosen what to share, we can say here how much your file says about each question.
gauge-honest = This is only here to help you. You do not have to add anything, and nothing follows if you do not. DWP never sees it.
gauge-covered = Covered: { $n ->
    [one] 1 entry in the file is about this.
   *[other] { $n } entries in the file are about this.
  }
gauge-thin = A little: { $n ->
    [one] only 1 entry in the file is about this.
   *[other] { $n } entries in the file are about this, but they are old, or do not say how it affects your days.
  }
gauge-missing = Nothing: no entry in the file is about this.
gauge-help = If you want to add something, this would help:
gauge-help-own = your own words about it
gauge-help-helper = the words of somebody who helps you
gauge-help-recent = something from the last two years
gauge-help-effect = something that says how it affects your days
gauge-short-covered = covered
gauge-short-thin = a little
gauge-short-missing = nothing
gauge-short = { $title }: { $level }
gauge-words = Your own words, and what would help
