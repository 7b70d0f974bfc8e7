choose-title = Choose what to share
choose-back = Back to the request
choose-lead = { $n ->
    [one] { $asker } asks for this 1 thing. You can change your answer before you confirm, and after.
   *[other] { $asker } asks for these { $n } things. Answer one by one. You can change any answer before you confirm, and after.
  }
choose-reason = They say: { $reason }
choose-entries = { $n ->
    [0] Your record has nothing in it.
    [one] There is 1 entry in your record.
   *[other] There are { $n } entries in your record.
  }
choose-care = { $n ->
    [one] One that needs more thought
   *[other] { $n } that need more thought
  }
choose-care-why = { $n ->
    [one] Many people want to keep this private. So we ask about it by its name. It is never part of another answer.
   *[other] Many people want to keep these private. So we ask about each one by its name. It is never part of another answer.
  }
choose-end = When should sharing stop?
choose-end-hint = You do not have to give a date. Sharing stops by itself on { $date }, if you answer today. The day you give is for all the things you share. After that day DWP can get nothing more.
choose-end-example = For example, 4 3 2027
choose-day = Day
choose-month = Month
choose-year = Year
choose-tally = Your answers so far
choose-left = Still to answer
choose-not-sent = Nothing is sent from this page.
choose-update = Update this summary
choose-stale = We could not bring this up to date. Press “Update this summary”.
choose-preview = See what would be sent
choose-not-now = Not now: save and come back
choose-later = “Not now” keeps your answers here. Nothing is sent. DWP asks you to answer by { $date }.
choose-later-open = “Not now” keeps your answers here. Nothing is sent. You can answer as long as this request is open.
choose-error-unanswered = Say if you want to share “{ $title }”
choose-error-date = Write the end date with a day, a month and a year, like 4 3 2027
choose-error-date-past = The end date must be a day to come
choose-summary-nothing = With these answers nothing would be sent.
choose-summary-unread = We have not read your record yet, so we cannot say how much would be sent. You see it all on the next page.
choose-summary-shared = { $n ->
    [0] { $title }: your record has nothing that would be sent.
    [one] { $title }: 1 entry would be sent.
   *[other] { $title }: { $n } entries would be sent.
  }
choose-summary-missed = { $n ->
    [one] 1 entry of “{ $title }” is also under { $under }. It goes only if you share that too.
   *[other] { $n } entries of “{ $title }” are also under { $under }. They go only if you share that too.
  }
choose-summary-never = { $n ->
    [one] 1 entry of “{ $title }” is also under { $under }. DWP did not ask for that. So the entry stays private.
   *[other] { $n } entries of “{ $title }” are also under { $under }. DWP did not ask for that. So the entries stay private.
  }
