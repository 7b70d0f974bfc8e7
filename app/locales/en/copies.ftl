# The claimant's own copies of what they agreed to share.

copies-title = Your own copies
copies-back = Your receipts
copies-lead = Here are the copies that you chose to keep of what you agreed to share.
copies-who = Your copies are for you only. We give them to nobody: not to DWP, and not to the people who run Sayso.
copies-none = You keep no copies. While a file can be collected, you can keep one from the page of its request or its receipt.
copies-of = Copy for request { $reference }
copies-asker = The request came from { $asker }
copies-kept = Kept on { $at }, about { $size }
copies-not-back = Deleting your copy takes nothing back from DWP. It may keep and use what it collected.
copies-deleted = Your copy is deleted. Nothing of it is left here.
copies-gone = This file is not there any more, so no copy was kept. Sharing was stopped or has ended, or you answered again.
copies-link = Your own copies of what you agreed to share

copy-title = Your own copy
copy-back = Your own copies
copy-lead = This is the very file that you agreed to share under this request. Only you can see it here.
copy-kept = Kept on
copy-asker = The request came from
copy-file = File
copy-file-value = { $entries }, { $size }
copy-download = Download the file
copy-inside = What is in it
copy-about = What else the file says
copy-digest = Fingerprint of the file
copy-digest-same = It is the same as on your receipt. So the file is the same.
copy-delete-heading = Delete this copy
copy-delete-what = It goes at once, and for good.
copy-delete = Delete this copy

copy-offer-heading = Your own copy
copy-offer = You can keep a copy of what you share. Your copy stays here until you delete it, even if you stop sharing. Only you can see it.
copy-offer-stop = Make it before you stop sharing. After that it is too late.
copy-keep = Keep a copy for me
copy-have = You keep [a copy](copy) of what was shared.
