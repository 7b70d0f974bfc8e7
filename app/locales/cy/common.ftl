# A Welsh speaker has still to confirm every string in this file.
# Dates, times, lists, and words that several pages share.
list-and = { $vowel ->
   *[no] { $before } a { $last }
    [yes] { $before } ac { $last }
  }

common-error = Gwall:
common-error-title = { $n ->
    [one] Mae 1 peth i’w gywiro
    [two] Mae 2 beth i’w cywiro
    [few] Mae { $n } pheth i’w cywiro
    [many] Mae { $n } pheth i’w cywiro
   *[other] Mae { $n } peth i’w cywiro
  }
common-request = Cais { $reference }
common-from = Gan { $asker }
common-share = Rhannu
common-do-not-share = Peidio â rhannu
common-still-to-do = Beth mae’n rhaid i chi ei wneud o hyd
common-not-your-form = Nid eich ffurflen chi yw hon. Anfonwch eich ffurflen yn ôl erbyn dyddiad y DWP.
common-you-choose = Chi sy’n dewis beth mae eich cofnod yn ei ddweud wrth y DWP. Rhaid i chi ateb y DWP yn onest o hyd a rhoi gwybod am newidiadau.
common-always = Yr hyn a welwch yw’r cyfan y mae Sayso yn ei anfon. Gall y DWP hefyd ddefnyddio’r hyn sydd ganddi’n barod, yr hyn rydych chi’n ei anfon, a’r hyn y mae eraill yn ei ddweud wrthi’n gyfreithlon, fel llythyr gan weithiwr iechyd proffesiynol.

# The standing of one kind of information.
standing-not-decided = Yn aros amdanoch: heb ei rannu
standing-granted = Yn cael ei rannu tan { $date }
standing-refused = Fe ddywedoch chi “peidio â rhannu”
standing-expired = Daeth y rhannu i ben ar { $date }
standing-withdrawn = Rydych wedi rhoi’r gorau i rannu
standing-paused = Wedi’i oedi: edrychwch eto
standing-nothing-recorded = Rydych yn ei rannu; does dim byd amdano yn eich cofnod
standing-request-closed = Mae’r cais hwn wedi cau
common-print-large = Dangos y dudalen hon mewn print bras
common-print-usual = Dangos y dudalen hon yn y maint arferol
common-pages = Tudalennau
common-page-before = Y dudalen flaenorol
common-page-after = Y dudalen nesaf
common-page-number = Tudalen { $number }
common-page-of = Tudalen { $page } o { $pages }
