# A Welsh speaker has still to confirm every string in this file.
# Faint mae’r ffeil yn ei ddweud am bob cwestiwn. I’r hawlydd yn unig; rhaid iddo beidio â phwyso ar neb.

gauge-heading = Faint mae eich ffeil yn ei ddweud am bob cwestiwn
gauge-from = Mae hyn yn cyfrif beth fyddai’n mynd gyda’r atebion rydych wedi’u ticio hyd yn hyn.
gauge-not-yet = Ar ôl i chi ddewis beth i’w rannu, gallwn ddweud yma faint mae eich ffeil yn ei ddweud am bob cwestiwn.
gauge-honest = Dim ond i’ch helpu chi mae hyn. Does dim rhaid i chi ychwanegu dim, a does dim yn dilyn os na wnewch chi. Nid yw’r DWP byth yn ei weld.
gauge-covered = Wedi’i gynnwys: { $n ->
    [one] mae 1 eitem yn y ffeil am hyn.
   *[other] mae { $n } eitem yn y ffeil am hyn.
  }
gauge-thin = Prin: { $n ->
    [one] dim ond 1 eitem yn y ffeil sydd am hyn.
   *[other] mae { $n } eitem yn y ffeil am hyn, ond maen nhw’n hen, neu ddim yn dweud sut mae’n effeithio ar eich dyddiau.
  }
gauge-missing = Dim: does dim eitem yn y ffeil am hyn.
gauge-help = Os ydych am ychwanegu rhywbeth, byddai hyn yn helpu:
gauge-help-own = eich geiriau eich hun am hyn
gauge-help-helper = geiriau rhywun sy’n eich helpu
gauge-help-recent = rhywbeth o’r ddwy flynedd ddiwethaf
gauge-help-effect = rhywbeth sy’n dweud sut mae’n effeithio ar eich dyddiau
gauge-short-covered = wedi’i gynnwys
gauge-short-thin = prin
gauge-short-missing = dim
gauge-short = { $title }: { $level }
gauge-words = Eich geiriau eich hun, a beth fyddai’n helpu
