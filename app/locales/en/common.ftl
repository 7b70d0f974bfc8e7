# Lists, and words that several pages share.
list-and = { $vowel ->
   *[no] { $before } and { $last }
    [yes] { $before } and { $last }
  }

common-error = Error:
common-error-title = { $n ->
    [one] There is 1 thing to put right
   *[other] There are { $n } things to put right
  }
common-request = Request { $reference }
common-from = From { $asker }
common-share = Share
common-do-not-share = Do not share
common-still-to-do = What you still have to do
common-not-your-form = This is not your form. Send your form back by DWP’s date.
common-you-choose = You choose what your record says to DWP. You must still answer DWP truthfully and report changes.
common-always = What you see is all that Sayso sends. DWP can also use what it already has, what you send, and what others lawfully tell it, such as a letter from a health professional.

# The standing of one kind of information.
standing-not-decided = Waiting for you: not shared
standing-granted = Sharing until { $date }
standing-refused = You said do not share
standing-expired = Sharing ended on { $date }
standing-withdrawn = You stopped sharing
standing-paused = Paused: please look again
standing-nothing-recorded = You share it; there is nothing about it in your record
standing-request-closed = This request is closed
common-print-large = Show this page in large print
common-print-usual = Show this page in the usual size
common-pages = Pages
common-page-before = Previous page
common-page-after = Next page
common-page-number = Page { $number }
common-page-of = Page { $page } of { $pages }
