# A Welsh speaker has still to confirm every string in this file.
# Geiriau’r hawlydd ei hun am un cwestiwn.

own-words-back = Yn ôl i’ch geiriau eich hun
own-words-lead = Ysgrifennwch fel petaech yn dweud wrth ffrind. Dywedwch yr hyn sy’n wir i chi, a dim mwy.
own-words-label = Sut mae hyn yn effeithio arnoch, o ddydd i ddydd
own-words-most = Gallwch ysgrifennu hyd at 4,000 o lythrennau ac arwyddion.
own-words-left = { $left ->
    [0] Does dim lle i ragor.
   *[other] Pan agorodd y dudalen hon, roedd lle i { $room } arall.
  }
own-words-prompt-good = Sut beth yw diwrnod da?
own-words-prompt-bad = Sut beth yw diwrnod gwael?
own-words-prompt-often = Pa mor aml mae eich dyddiau gwael?
own-words-prompt-help = Pa help sydd ei angen arnoch, a chan bwy?
own-words-was-finished = Mae hwn wedi’i orffen. Gallwch ei newid o hyd. Os ydych yn ei gadw fel drafft, mae’n aros yma nes i chi ei orffen eto.
own-words-finish = Cadw fel gwaith gorffenedig
own-words-save = Cadw fel drafft
own-words-not-sent = Does dim byd yn cael ei anfon o’r dudalen hon. Dim ond os byddwch yn eu rhannu y bydd eich geiriau’n mynd, ac fe welwch chi nhw yn gyntaf.
own-words-delete = Dileu’r hyn a ysgrifennoch
own-words-delete-how = Gwagiwch y blwch a’i gadw fel drafft. Wedyn does dim ohono’n cael ei gadw yma.
own-words-error-missing = Ysgrifennwch rywbeth yn gyntaf. Ni ellir gorffen blwch gwag
own-words-error-long = Mae hwn yn rhy hir. Tynnwch { $by ->
    [one] 1 llythyren neu arwydd
   *[more] { $count } o lythrennau neu arwyddion
  } allan
