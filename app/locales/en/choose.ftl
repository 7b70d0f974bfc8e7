choose-title = Choose what to share
choose-back = Back to the request
choose-lead = { $n ->
    [one] { $asker } asks for this 1 thing. You can change your answer before you confirm, and after.
   *[other] { $asker } asks for these { $n } things. Answer one by one. You can change any answer before you confirm, and after.
  }
choose-reason = They say: { $reason }
choose-entries = { $n ->
    [0] There is nothing about it in your record.
    [one] There is 1 entry about it in your record.
   *[other] There are { $n } entries about it in your record.
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
choose-end-example = For example, { $example }
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
choose-error-date = Write the end date with a day, a month and a year, like { $example }
choose-error-date-real = The end date is not a real date. Check the day and the month
choose-error-date-past = The end date must be a day to come
choose-summary-nothing = With these answers nothing would be sent.
choose-summary-unread = We have not read your record yet, so we cannot say how much would be sent. You see it all on the next page.
choose-summary-failed = We could not read your record just now, so we cannot say how much would be sent. Your answers are still on this page. Nothing was sent. In a few minutes, press “Update this summary”.
choose-summary-shared = { $n ->
    [0] { $title }: nothing would be sent.
    [one] { $title }: 1 entry would be sent.
   *[other] { $title }: { $n } entries would be sent.
  }
choose-summary-missed = { $n ->
    [one] 1 entry of “{ $title }” is also under { $under }. It goes only if you share that too.
   *[other] { $n } entries of “{ $title }” are also under { $under }. They go only if you share that too.
  }
choose-summary-never = { $n ->
    [one] 1 entry of “{ $title }” is also under { $under }. Nobody asked for that. So the entry stays private.
   *[other] { $n } entries of “{ $title }” are also under { $under }. Nobody asked for that. So the entries stay private.
  }
choose-part = Share only part of this
choose-part-of = : { $title }
choose-part-dates = They ask for { $from } to { $to }. You can share a shorter time. If you leave a date empty, theirs counts. What still goes on is shared too, even if it began before.
choose-part-from = From this day
choose-part-to = Up to this day
choose-part-about = : { $end }, { $title }
choose-part-provider = Who recorded it
choose-part-everybody = Everybody
choose-part-nameless = A place or person without a name
choose-part-later = You can also share only what one place or person recorded. Press “Update this summary” to see them here.
choose-part-nobody = Your record does not say who recorded this.
choose-error-narrow-date = “{ $end }”: write the date with a day, a month and a year, like 4{"\u00A0"}3{"\u00A0"}2025, for “{ $title }”
choose-error-narrow-order = For “{ $title }”, the last day must not come before the first day
choose-error-narrow-outside = For “{ $title }”, choose a day in the time that they ask for
choose-summary-letters = { $n ->
    [one] { $title }: you decide on 1 letter on the next page.
   *[other] { $title }: you decide on each of the { $n } letters on the next page.
  }
choose-summary-missed-medicines = { $n ->
    [one] 1 of your medicines is under { $under }. It goes only if you share that too.
   *[other] { $n } of your medicines are under { $under }. They go only if you share that too.
  }

in-words-title = A question in words
in-words-lead = It asks for nothing from your health record. So there is nothing to choose here, and Sayso sends nothing.
in-words-by = DWP asks you to answer by { $date }.
in-words-late = DWP meant to decide after { $date }. It may have done so. You can still answer.
in-words-question = The question
in-words-why = Why, in their words
in-words-yourself = You can answer DWP yourself, by phone or letter. Use the number or address on its letters, and give the reference { $reference }.
in-words-leave = You can leave it as it is here. Sayso does not count that as a “no”. DWP may decide without your answer.
in-words-not-me = If it is not about you, you can say so on the page of the request.
in-words-back = Back to the request
