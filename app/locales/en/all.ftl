# What only paper has, and the file that goes with all receipts.

paper-page = Page
paper-page-of = of
paper-scan = Scan this code with a phone. It opens the page that checks this receipt.
paper-scan-holds = The code holds the receipt’s number and its fingerprint, and nothing else about you.
paper-scan-alternative = A square code to scan. It opens { $address }, the page that checks this receipt.

receipts-all = Download all your receipts as one file (ZIP)
receipt-pdf = Download the receipt to print, for screen readers too (PDF)
receipt-pdf-large = Download the receipt in large print (PDF)
receipt-txt = Download the receipt as plain text (TXT)

all-heading = All your receipts
all-lead = { $count ->
    [one] This is your receipt, as Sayso had it on { $date }.
   *[other] These are your { $count } receipts, as Sayso had them on { $date }.
  }
all-safe = They say what you shared and what you kept private. Keep them in a safe place.
all-files = What each file is
all-json = .json is the signed receipt. Only this file proves anything.
all-html = .html is a page to read in a browser. It needs no internet.
all-txt = .txt is plain text.
all-pdf = .pdf is to print. It works with screen readers.
all-pdf-newest = Only the newest { $count } have a .pdf here. You can download each of the others on its own page.
all-receipts = The receipts, newest first
all-check = How to check a receipt
all-check-web = Go to { $address } and choose the .json file. You do not need to sign in.
all-check-program = Or use the program “sayso”. It needs no internet:
all-check-tools = Or use tools that are not ours: jq, basenc and OpenSSL 3, on Linux. Put the name of the receipt in the first line:
all-key = The file receipt.pub is the public key of Sayso, as it was that day. Somebody who does not trust this file should get the key from Sayso or from an adviser.
