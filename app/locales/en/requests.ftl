requests-title = Requests
requests-heading = Your requests
requests-lead = { $n ->
    [0] No request waits for you.
    [one] 1 request waits for you. Until you answer, nothing is sent.
   *[other] { $n } requests wait for you. Until you answer, nothing is sent.
  }
requests-none = Nobody has asked about you yet. When somebody does, you see it here.
requests-waiting = Waiting for you
requests-to-read = For you to read
requests-sharing = What you share now
requests-ended = Answered or over
requests-asks = { $n ->
    [0] A question in words, from { $asker }
    [one] A request for 1 thing, from { $asker }
   *[other] A request for { $n } things, from { $asker }
  }
requests-not-now = You have looked at it, and chose “not now”.
requests-paused-rules = The rules that protect you have changed. So we paused what you share here. Nothing goes until you look and confirm again.
requests-paused-restored = Sayso was restored from a safe copy. So we paused what you share here. Nothing goes until you look and confirm again.
requests-paused-part = You stopped sharing a part of it. Nothing goes until you look at the rest and confirm it.
requests-paused = Something has changed since you decided. Nothing goes until you look again.
requests-asked = Asked on { $date }.
requests-foot = { $n ->
    [0] Waiting for you. Answer **by { $date }**. That is today.
    [one] Waiting for you. Answer **by { $date }**. That is 1 day from now.
   *[other] Waiting for you. Answer **by { $date }**. That is { $n } days from now.
  }
requests-in-words = It asks for nothing from your health record. Nothing is sent.
requests-foot-in-words = There is **nothing to choose** here. Open it to read the question.
requests-foot-late = Waiting for you. DWP meant to decide after **{ $date }**. You can still answer.
requests-foot-paused = Paused: **please look again**.
requests-answered = You answered on { $date }.
requests-stop = Stop sharing
requests-stop-with = with { $asker }
requests-story-sharing = { $all ->
    [one] You share the 1 thing they asked for, until { $date }. They have not collected it.
   *[other] You share { $n } of the { $all } things they asked for, until { $date }. They have not collected { $n ->
        [one] it
       *[other] them
      }.
  }
requests-story-collected = { $all ->
    [one] You share the 1 thing they asked for, until { $date }. They have collected it.
   *[other] You share { $n } of the { $all } things they asked for, until { $date }. They have collected { $n ->
        [one] it
       *[other] them
      }.
  }
requests-story-before = They collected what you shared before. They may keep and use that.
requests-story-nothing-recorded = You said share. There is nothing about it in your record, so nothing can be sent.
requests-story-refused = You said do not share. Nothing was sent.
requests-story-refused-collected = You said do not share. DWP can get no more. It may keep and use what it has.
requests-story-expired = Sharing ended on { $date }. DWP can get no more.
requests-story-withdrawn = You stopped sharing on { $date }. DWP can get no more. It may keep and use what it has.
requests-story-closed = This request was closed on { $date }. You do not need to do anything.
requests-story-closed-undated = This request is closed. You do not need to do anything.
requests-tag-shared = You share { $n }
requests-tag-private = { $n ->
    [one] 1 stays private
   *[other] { $n } stay private
  }
