# The page that shows exactly what would be sent.

preview-title = See what would be sent
preview-back = Back to your answers
preview-heading = This is what would be sent
preview-heading-nothing = Nothing would be sent
preview-entries = { $count ->
    [one] 1 entry
   *[other] { $count } entries
  }
preview-groups = { $count ->
    [one] 1 group
   *[other] { $count } groups
  }
preview-lead = { $entries } in { $groups } would go to { $asker }. This goes only if you confirm it.
preview-nothing-refused = You said “do not share” each time. So there is no file, and nothing goes to { $asker }.
preview-nothing-empty = From what you share, there is nothing to send. So there is no file, and nothing goes to { $asker }.
preview-nothing-next = You can still confirm your answers. Then you get a receipt. If you do not confirm, nothing changes.
preview-nothing-same = { $asker } cannot see why. It gets the same answer as when you have not looked yet.

preview-changed-heading = Your record has changed
preview-changed-text = It changed after you last looked. Nothing new has been decided. This page shows the new file. Please look at it again.
preview-changed-added = { $count ->
    [one] This is new
   *[other] These are new
  }
preview-changed-gone = { $count ->
    [one] This is gone
   *[other] These are gone
  }
preview-changed-file = The file has changed
preview-changed-rules = No entry is new or gone. An entry may say something else now, or our rules may have changed. So the file has a new fingerprint.

preview-details = Show all that goes with this entry
preview-details-for = : { $line }
preview-number = Entry { $number } in the file
preview-leave-out = Leave this out
preview-leave-out-for = : { $line }
preview-leave-out-help = Tick what you want to leave out. Then update this page.
preview-change-help = Did you tick or answer something? Then update this page.
preview-not-kept = Did you tick or answer something? Update this page first. If you do not, it is not kept.
preview-again-heading = Please look again
preview-again-ticks = We kept what you ticked or answered.
preview-again-older = The page that you came from was older than what we keep for you.
preview-again-next = This is what would be sent now. Look at it. Then go on.
preview-kept-with = Or go on at the end of this page. Then what you ticked or answered goes along. Most other links and buttons do not keep it.
preview-update = Update what would be sent
preview-put-back = Put back
preview-put-back-for = : { $line }
preview-left-heading = What you left out
preview-left-text = { $count ->
    [one] This is not in the file.
   *[other] These are not in the file.
  }

preview-why-heading = What is left out, and why
preview-why-nothing = Nothing in your record is left out.
preview-why-private = Only you can see this list. The file does not show that anything was left out.
preview-why-private-no-file = Only you can see this list.
preview-why-no = You said “do not share”.
preview-why-no-count = { $count ->
    [one] You said “do not share”. 1 entry stays private.
   *[other] You said “do not share”. { $count } entries stay private.
  }
preview-why-needs = { $count ->
    [one] 1 entry here is also under { $others }. It goes only if you share that too.
   *[other] { $count } entries here are also under { $others }. They go only if you share that too.
  }
preview-why-needs-medicines = { $count ->
    [one] 1 of your medicines is also under { $others }. It goes only if you share that too.
   *[other] { $count } of your medicines are also under { $others }. They go only if you share that too.
  }
preview-why-needs-unasked = { $count ->
    [one] 1 entry here is also under { $others }. Nobody asked for that, so it stays private.
   *[other] { $count } entries here are also under { $others }. Nobody asked for that, so they stay private.
  }
preview-why-left-out-link = See what you left out
preview-why-dates = { $count ->
    [one] It is from before or after the dates that were asked for.
   *[other] They are from before or after the dates that were asked for.
  }
preview-why-chosen-dates = { $count ->
    [one] It is from before or after the dates you chose.
   *[other] They are from before or after the dates you chose.
  }
preview-why-other-provider = { $count ->
    [one] You chose what one place or person recorded. This is not from them, or your record does not say who recorded it.
   *[other] You chose what one place or person recorded. These are not from them, or your record does not say who recorded them.
  }
preview-why-letter = { $count ->
    [one] It is a letter. It goes only if you choose to share it.
   *[other] They are letters. Each one goes only if you choose to share it.
  }
preview-why-no-date = { $count ->
    [one] It has no date. We cannot tell if it is from the time that was asked for.
   *[other] They have no date. We cannot tell if they are from the time that was asked for.
  }
preview-why-not-recognised = { $count ->
    [one] We could not tell what it is. So we do not send it.
   *[other] We could not tell what they are. So we do not send them.
  }
preview-why-somebody-else = { $count ->
    [one] It is about somebody else too.
   *[other] They are about somebody else too.
  }
preview-why-mistake = { $count ->
    [one] Your record says that it was put in by mistake.
   *[other] Your record says that they were put in by mistake.
  }
preview-why-never = { $count ->
    [one] It is of a kind that Sayso never sends to anybody.
   *[other] They are of a kind that Sayso never sends to anybody.
  }
preview-why-not-asked = { $count ->
    [one] It is of a kind that nobody asked for.
   *[other] They are of a kind that nobody asked for.
  }
preview-why-not-read = { $count ->
    [one] We cannot read it. It may be a picture of a page. If you can open it here, you can choose to share it.
   *[other] We cannot read them. They may be pictures of pages. If you can open one here, you can choose to share it.
  }
preview-why-marked = { $count ->
    [one] Your record marks it as not to be shared.
   *[other] Your record marks them as not to be shared.
  }
preview-why-notes = Long notes
preview-why-notes-text = { $count ->
    [one] We cut the long note out of 1 entry.
   *[other] We cut the long notes out of { $count } entries.
  }

preview-file-heading = The file that would be sent
preview-file-name = Name
preview-file-size = Size
preview-fingerprint-text = If one letter of the file changes, the fingerprint changes. Check it row by row with the one on your receipt.
preview-json = See the file as a computer reads it
preview-json-note = We added line breaks, so that you can read it. The file has none.
preview-json-label = The file
preview-download = Download the file ({ $size })
preview-check = Check the fingerprint yourself
preview-check-text = Download the file. Open the place on your computer where you type commands. Go to the folder with the file, and type:
preview-check-linux = On Linux
preview-check-mac = On a Mac
preview-check-windows = On Windows
preview-check-then = You will see 64 letters and numbers. They must be the same as these:
preview-kept = We keep this page for you until { $until }. After that we make it again from your record.
preview-wrong = Is something wrong? Ask your practice to correct it. Then come back. Until then, you can leave it out.
preview-wrong-mark = Is something wrong? Choose “Say that this is wrong” under the entry. Until it is put right, you can leave it out.
preview-next = Go on to confirm
preview-next-nothing = Go on to confirm that you share nothing
preview-change = Change my answers

preview-error-none-ticked = Tick or answer something first, then update this page
preview-error-unknown = That entry is not on this page any more. Look at the page again, then tick what you want to leave out
preview-quoted = “{ $title }”
preview-size = { $bytes } bytes (about { $about })
preview-size-small = { $bytes } bytes
preview-fingerprint = Its fingerprint (SHA-256).
preview-why-left-out = { $count ->
    [one] You left this out.
   *[other] You left these out.
  }
preview-why-notes-share = { $count ->
    [one] We cut the long note out of 1 entry. The note goes only if you share “{ $title }” too.
   *[other] We cut the long notes out of { $count } entries. The notes go only if you share “{ $title }” too.
  }
preview-why-not-needed = { $count ->
    [one] It is the name of a person, a place or a medicine. Nothing in the file needs it.
   *[other] They are names of people, places or medicines. Nothing in the file needs them.
  }
preview-why-nothing-left = { $count ->
    [one] Nothing in it may be sent.
   *[other] Nothing in them may be sent.
  }
preview-asked-first = { $count ->
    [one] We ask you about this one
   *[other] We ask you about these
  }
preview-asked-first-text = { $count ->
    [one] This can mean more than one thing. It goes only if you say so here.
   *[other] These can mean more than one thing. Each one goes only if you say so here.
  }
preview-put-in = Send this too
preview-put-in-for = : { $line }
preview-smaller = You stopped sharing some things. That is done. This is the smaller file, with the rest. It waits until you confirm it. Until then, nobody can collect it.
preview-back-whole = Back to all that would be sent
preview-inside = What is on this page
preview-waiting = { $count ->
    [one] 1 waits for your answer
   *[other] { $count } wait for your answer
  }
preview-find = Find an entry
preview-find-hint = Type a word, a year or a name. It is not kept in the address of this page.
preview-find-button = Find
preview-found = { $count ->
    [0] No entry in the file has “{ $words }”.
    [one] 1 entry in the file has “{ $words }”.
   *[other] { $count } entries in the file have “{ $words }”.
  }
preview-print = All entries as one list
preview-print-about = , to print
preview-see-all = { $count ->
    [one] See 1 entry
   *[other] See all { $count } entries
  }
preview-see-all-of = : { $title }
preview-no-year = No date
preview-here = Why is this here?
preview-here-for = : { $line }
preview-here-item = You said “share” to “{ $title }”. { $asker } asks for it. They say: { $reason }
preview-here-points = It helps to decide: { $points }.
preview-here-needed = Other entries in the file name this one. So it goes with them.
preview-here-chosen = You said yes to this very one.
preview-plain = In plain words (not in the file):
preview-plain-origin = Plain words come from the NHS A to Z of health writing (Open Government Licence v3.0). They are not in the file.
preview-letters = Letters, one by one
preview-letters-count = { $count ->
    [one] 1 letter
   *[other] { $count } letters
  }
preview-letters-text = Say for each letter if you want to share it. Then update this page. A letter that you do not answer stays private.
preview-letter-scan = Sayso cannot read this one. It may be a picture of a page. Open it first. Then you can choose.
preview-letter-opened = Sayso cannot read this one. You have opened it.
preview-letter-elsewhere = Sayso cannot show you this one, because its pages are not in your record. So it stays private.
preview-letter-details = Show all that your record says about this letter
preview-letter-open = Open this letter
preview-letter-open-part = Open part { $number } of this letter
preview-letter-open-for = : { $line }
preview-letter-again = I have opened it: show me the choice
preview-see-all-letters = See all { $count } letters
preview-narrowed = You share less than they ask for
preview-narrowed-between = Only from { $from } to { $to }.
preview-narrowed-from = Only from { $from } on.
preview-narrowed-to = Only up to { $to }.
preview-narrowed-provider = Only what one place or person recorded.
preview-time = What would be sent, year by year
preview-time-text = Each bar is a year. The higher the bar, the more entries began in that year.
preview-time-title = What would be sent, by year
preview-time-description = { $most ->
    [one] From { $first } to { $last }. No year has more than 1 entry. The table says the same.
   *[other] From { $first } to { $last }. No year has more than { $most } entries. The table says the same.
  }
preview-time-table = See the picture as a table
preview-time-caption = Entries by year, newest first
preview-time-year = Year
preview-time-count = Entries
preview-json-title = The file as a computer reads it
preview-download-all = Download the whole file
preview-stopped = See the receipt of what you stopped
preview-error-not-opened = Open a letter that Sayso cannot read before you choose to share it
preview-error-find = Type a word to look for
preview-mark-wrong = Say that this is wrong
preview-mark-wrong-for = : { $line }
