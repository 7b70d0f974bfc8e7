# A Welsh speaker has still to confirm every string in this file.
# Beth sy’n gweithio i bwy, beth nad yw eto, ac wrth bwy i ddweud.

accessibility-title = Hygyrchedd
accessibility-heading = Hygyrchedd
accessibility-lead = Rydym am i gymaint o bobl â phosibl allu defnyddio Sayso. Mae llawer ohonyn nhw’n sâl, wedi blino, neu ar hen ffôn.
accessibility-can-heading = Beth allwch chi ei wneud
accessibility-can-zoom = Gwneud tudalen 4 gwaith mor fawr. Does dim byd yn cael ei golli.
accessibility-can-text = Gwneud y testun yn fwy, neu ei osod ymhellach ar wahân.
accessibility-can-keyboard = Ei ddefnyddio â bysellfwrdd yn unig.
accessibility-can-voice = Ei ddefnyddio drwy siarad â’ch dyfais.
accessibility-can-reader = Gwrando arno â darllenydd sgrin.
accessibility-can-dark = Defnyddio lliwiau golau neu dywyll, neu eich rhai eich hun.
accessibility-can-script = Ei ddefnyddio â sgriptiau wedi’u diffodd.
accessibility-can-language = Ei ddefnyddio yn Gymraeg neu yn Saesneg.
accessibility-can-time = Stopio a dod yn ôl yn nes ymlaen. Mae “Dim nawr” yn cadw’r hyn a ddewisoch.
accessibility-how-heading = Pa mor dda mae’n gweithio
accessibility-how-aim = Ein nod yw Canllawiau Hygyrchedd Cynnwys y We 2.2, lefel AA.
accessibility-how-tested = Rydym yn profi pob tudalen â rhaglen bob tro y byddwn yn newid rhywbeth. Nid yw rhaglen yn dod o hyd i bob nam.
accessibility-how-people = Nid yw pobl anabl nac arbenigwyr o’r tu allan wedi’i brofi eto. Felly ni allwn ddweud ei fod yn cyrraedd y safon yn llawn.
accessibility-not-heading = Beth y gwyddom nad yw’n gweithio’n dda eto
accessibility-not-welsh = Rhaid i siaradwr Cymraeg wirio’r holl Gymraeg o hyd.
accessibility-not-record = Mae’r geiriau o’ch cofnod fel yr ysgrifennodd eich meddygfa nhw. Gallan nhw fod yn anodd eu darllen. Maen nhw yn iaith y cofnod.
accessibility-not-file = Mae’r ffeil fel mae cyfrifiadur yn ei darllen yn anodd i bawb. Mae’r un dudalen yn dweud yr un peth mewn geiriau plaen.
accessibility-not-easy = Does dim fersiwn Hawdd ei Deall nac iaith arwyddion eto.
accessibility-tell-heading = Dywedwch wrthym
accessibility-tell-text = Oes rhywbeth nad yw’n gweithio i chi? Oes ei angen arnoch ar ffurf arall, fel print bras? Dywedwch wrthym: { $contact }
accessibility-tell-unknown = Oes rhywbeth nad yw’n gweithio i chi? Oes ei angen arnoch ar ffurf arall, fel print bras? Dywedwch wrth y bobl a anfonodd y llythyr gyda’ch cod atoch.
accessibility-law-heading = Os nad ydym yn helpu
accessibility-law-text = Gall y [Gwasanaeth Cynghori a Chefnogi Cydraddoldeb](service) eich helpu. Mae’n helpu yn Lloegr, yr Alban a Chymru.
