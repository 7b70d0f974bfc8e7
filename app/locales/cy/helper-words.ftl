# A Welsh speaker has still to confirm every string in this file.
# Beth mae rhywun sydd â dolen yn ei weld. Nid yw’n dweud dim am bwy sy’n gofyn na pham.

helper-words-title = Eich geiriau
helper-words-heading-name = Beth rydych yn ei weld a’i wneud i { $name }
helper-words-heading = Beth rydych yn ei weld a’i wneud i rywun rydych yn ei helpu
helper-words-lead = Mae’r person yn gofyn i chi ysgrifennu hyn. Does dim rhaid i chi.
helper-words-where = At y person rydych yn ei helpu mae eich geiriau’n mynd, dan eich enw chi. Y person hwnnw sy’n penderfynu a ydynt yn mynd ymhellach, a gall eu dileu.
helper-words-name = Eich enw
helper-words-relation = Beth ydych chi i’r person?
helper-words-relation-hint = Megis chwaer, cymydog neu weithiwr cymorth
helper-words-account = Eich geiriau
helper-words-prompt-see = Beth ydych chi’n ei weld ar ddyddiau da ac ar ddyddiau gwael?
helper-words-prompt-do = Beth ydych chi’n ei wneud i’r person?
helper-words-prompt-often = Pa mor aml, ac am ba hyd?
helper-words-some = Ysgrifennwch am yr hyn a wyddoch yn unig. Gallwch adael blychau’n wag. Gallwch ysgrifennu hyd at { $most } o lythrennau ac arwyddion ym mhob blwch.
helper-words-send = Ei anfon at y person
helper-words-once = Gallwch anfon hwn unwaith. Wedyn mae’r ddolen wedi cau.
helper-words-sent = Diolch
helper-words-sent-text = Mae eich geiriau wedi mynd at y person rydych yn ei helpu. Mae’r ddolen wedi cau, a gallwch gau’r dudalen hon.
helper-words-gone = Nid yw’r ddolen hon yn gweithio
helper-words-gone-text = Cafodd ei defnyddio, mae wedi dod i ben, neu mae rhan ohoni ar goll. Gofynnwch am un newydd i’r person a’i rhoddodd i chi.
helper-words-error-name = Ysgrifennwch eich enw
helper-words-error-relation = Ysgrifennwch beth ydych chi i’r person
helper-words-error-words = Ysgrifennwch rywbeth yn un o’r blychau
helper-words-error-long = Mae’r hyn a ysgrifennwyd am “{ $title }” yn rhy hir. Tynnwch { $by ->
    [one] 1 llythyren neu arwydd
   *[more] { $count } o lythrennau neu arwyddion
  } allan
