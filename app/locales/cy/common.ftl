# A Welsh speaker has still to confirm every string in this file.
# Dates, times, lists, and words that several pages share.
date = { $day }{"\u00A0"}{ $month } { $year }
date-long = { $weekday } { $date }
date-and-time = { $date } am { $time }
time-am = { $hour }am
time-pm = { $hour }pm
time-am-minutes = { $hour }:{ $minutes }am
time-pm-minutes = { $hour }:{ $minutes }pm
time-midday = hanner dydd
time-midnight = hanner nos
weekday-monday = dydd Llun
weekday-tuesday = dydd Mawrth
weekday-wednesday = dydd Mercher
weekday-thursday = dydd Iau
weekday-friday = dydd Gwener
weekday-saturday = dydd Sadwrn
weekday-sunday = dydd Sul
month-january = Ionawr
month-february = Chwefror
month-march = Mawrth
month-april = Ebrill
month-may = Mai
month-june = Mehefin
month-july = Gorffennaf
month-august = Awst
month-september = Medi
month-october = Hydref
month-november = Tachwedd
month-december = Rhagfyr
list-and = { $vowel ->
   *[no] { $before } a { $last }
    [yes] { $before } ac { $last }
  }

common-error = Gwall:
common-error-title = { $n ->
    [one] Mae 1 peth i’w gywiro
    [two] Mae 2 beth i’w cywiro
    [few] Mae { $n } pheth i’w cywiro
   *[other] Mae { $n } peth i’w cywiro
  }
common-request = Cais { $reference }
common-share = Rhannu
common-do-not-share = Peidio â rhannu
common-not-your-form = Nid eich ffurflen chi yw hon. Anfonwch eich ffurflen yn ôl erbyn dyddiad y DWP.
common-you-choose = Chi sy’n dewis beth mae eich cofnod yn ei ddweud wrth y DWP. Rhaid i chi ateb y DWP yn onest o hyd a rhoi gwybod am newidiadau.
common-always = Yr hyn a welwch yw’r cyfan y mae Sayso yn ei anfon. Gall y DWP hefyd ddefnyddio’r hyn sydd ganddi’n barod, yr hyn rydych chi’n ei anfon, a’r hyn y mae eraill yn ei ddweud wrtho’n gyfreithlon, fel llythyr gan weithiwr iechyd proffesiynol.

# The standing of one kind of information.
standing-not-decided = Yn aros amdanoch: heb ei rannu
standing-granted = Yn cael ei rannu tan { $date }
standing-refused = Fe ddywedoch chi: peidiwch â rhannu
standing-expired = Daeth y rhannu i ben ar { $date }
standing-withdrawn = Rydych wedi rhoi’r gorau i rannu
standing-paused = Wedi oedi: edrychwch eto
standing-nothing-recorded = Rydych yn ei rannu; does dim byd amdano yn eich cofnod
standing-request-closed = Mae’r DWP wedi cau’r cais hwn
common-print-large = Dangos y dudalen hon mewn print mawr
common-print-usual = Dangos y dudalen hon yn y maint arferol
common-pages = Tudalennau
common-page-before = Y dudalen flaenorol
common-page-after = Y dudalen nesaf
common-page-number = Tudalen { $number }
common-page-of = Tudalen { $page } o { $pages }
