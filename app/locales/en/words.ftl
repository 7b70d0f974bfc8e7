# All that people say themselves about a request.

words-title = Your own words
words-back = Back to the request
words-lead = You can say how your health affects you from day to day. You do not have to.
words-asked = What you finish here goes to DWP only if you share “{ $item }”. You see it first, with all the rest.
words-not-asked = In this request, DWP did not ask for your own words, so they cannot go from here. You can still write them, print them, and send them with your form.
words-closed = This request is closed. You can still see your own words, all on one page.
words-closed-none = This request is closed. You did not write anything here.
words-decided = You have answered already. What you write here does not change that. New words go only after you look and confirm again.
words-points-heading = The questions that DWP has to answer
words-none = You have not written about this.
words-draft = You have a draft of { $n ->
    [one] 1 letter
   *[other] { $n } letters and signs
  }. It goes nowhere until you say that it is finished.
words-finished = You have finished this. It goes if you share “{ $item }”.
words-finished-stays = You have finished this, but it cannot go as it is.
words-finished-print = You have finished this. You can print it.
words-closed-unwritten = You did not write about this.
words-closed-finished = You finished this.
words-closed-draft = You have a draft of this. You did not finish it.
words-write = Write about this
words-change = Read or change this
words-about = ({ $title })
words-needs-also = Your words mention something that belongs to “{ $title }”. They go only if you share that too, or you can change them.
words-question-needs-also = All that is written about this question belongs to “{ $title }”. It goes only if you share that too.
words-matter-not-asked = Your words mention “{ $title }”. DWP did not ask about that in this request, so these words cannot go from here. You can change them, or write them on your form.
words-never = Your words mention something that Sayso never sends. You can change them, or write them on your form.
words-helper-heading = The words of somebody who helps you
words-helper-asked = Somebody who helps you can say what they see and do. They do not have to sign up.
words-helper-not-asked = In this request, DWP did not ask for the words of somebody who helps you. If somebody wants to say something, it can go with your form.
words-helper-link = Ask somebody who helps you
words-helper = { $name } ({ $relation }), { $date }
words-answers-heading = Answers by a professional
words-answers-lead = These came in for this request. You see them before you decide, and they go only if you share them.
words-answers = { $who }, { $date }: { $n ->
    [one] 1 answer
   *[other] { $n } answers
  }
words-on = See what would be sent
words-on-choose = Choose what to share
words-print = See your words on one page, to print
words-print-title = Your words, to print
words-print-how = Print this page, or copy the words. You can send them with your form. Nothing is sent from this page.
words-print-from = { $name }, { $date }. About DWP’s request { $reference }.
