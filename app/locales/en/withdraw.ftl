# The page where sharing is stopped.

withdraw-title = Stop sharing
withdraw-back = Back to the request
withdraw-heading = Stop sharing
withdraw-lead = Tick what you want to stop sharing with { $asker }. It takes effect at once.
withdraw-which = What do you want to stop sharing?
withdraw-which-hint = Tick one or more. You can tick all.
withdraw-which-hint-one = Tick it to stop sharing it.
withdraw-stops-heading = What stops
withdraw-stops-collect = DWP can get no more of what you tick.
withdraw-stops-destroy = We destroy our copy of what could still be collected.
withdraw-stops-copy = You can [keep a copy for yourself](copy) first.
withdraw-stops-rest = If you tick some but not all, the rest waits. We show you the smaller file. It goes only if you confirm it.
withdraw-undone-heading = What cannot be undone
withdraw-undone-keep = DWP may keep and use what it has.
withdraw-undone-none = Nothing has been collected yet. So DWP has nothing from this request.
withdraw-undone-list = This was collected before:
withdraw-undone-item = { $n ->
    [one] { $date }, by { $who }: { $entries }
   *[other] { $n } times between { $date } and { $last }, by { $who }: each time { $entries }
  }
withdraw-undone-ask = We ask DWP to erase what it collected, or to say why the law makes it keep it. You will see the answer in your history.
withdraw-told-heading = What DWP is told
withdraw-told-nothing = DWP is told nothing. If it asks, there is nothing for it to get. You do not have to say why.
withdraw-told-erase = We ask DWP to erase what it collected. From that it can tell that you stopped, or that you share less. You do not have to say why.
withdraw-money = Withdrawing is not itself a reason to stop your money.
withdraw-again = You can share again later, while the request is open.
withdraw-button = Stop sharing what I ticked
withdraw-button-one = Stop sharing this
withdraw-keep = Keep sharing
withdraw-error-none = Tick at least one thing that you want to stop sharing
withdraw-error-gone = You do not share that any more. Look at the list again

withdraw-nothing-heading = There is nothing to stop
withdraw-nothing-text = You share nothing under this request. Nobody can collect anything.
withdraw-nothing-link = Go to the request

withdraw-letter-text = We do not tell your practice. You can: send it a letter about this request. The letter does not limit the SR1 form, fit notes, care, or anything you or your representative ask them to send.
withdraw-remaining-text = { $count ->
    [one] You did not stop sharing this. It waits until you confirm the smaller file. Until then, nobody can collect it.
   *[other] You did not stop sharing these { $count } things. They wait until you confirm the smaller file. Until then, nobody can collect them.
  }
withdraw-remaining-look = Look at the smaller file
withdraw-remaining-confirm = Go on to confirm the smaller file
