# A Welsh speaker has still to confirm every string in this file.
# Cwestiynau mae pobl yn eu gofyn, lle i gael cyngor, a rhifau i rywun nad yw’n ddiogel.

help-title = Cymorth
help-heading = Cymorth
help-lead = Chi sy’n dweud beth gaiff y DWP ei ddysgu o’ch cofnod iechyd. Dyma’r cwestiynau mae pobl yn eu gofyn amlaf.
help-contents = Ar y dudalen hon

help-money-heading = A fydd fy arian yn stopio?
help-money-no = Nid yw dweud na yma ynddo’i hun yn rheswm i stopio eich arian. Na newid eich meddwl yn nes ymlaen chwaith.
help-money-decide = Ond mae’r DWP yn penderfynu gyda’r hyn sydd ganddi. Os yw hynny’n dangos rhy ychydig, efallai y cewch lai, neu ddim byd. Mae pob cais yn dweud beth all ddigwydd os dywedwch na. Felly efallai y byddwch eisiau anfon mwy eich hun.
help-money-form = Nid eich ffurflen chi yw Sayso. Anfonwch eich ffurflen yn ôl erbyn dyddiad y DWP. Os collwch chi’r dyddiad hwnnw, gall gostio arian i chi.
help-money-truth = Chi sy’n dewis beth mae eich cofnod yn ei ddweud wrth y DWP. Rhaid i chi ateb y DWP yn onest o hyd a rhoi gwybod am newidiadau.

help-anyway-heading = Allan nhw ei weld beth bynnag?
help-anyway-sayso = Drwy Sayso, na. Os nad ydych yn dweud ie, nid yw Sayso yn anfon dim byd. Nid yw’n dweud pam. I’r DWP, mae “na” a “does dim byd” yn edrych yr un fath.
help-anyway-other = Ond gall y DWP hefyd ddefnyddio’r hyn sydd ganddi, yr hyn rydych chi’n ei anfon, a’r hyn y caiff eraill ei ddweud wrthi yn ôl y gyfraith. Mae llythyr gan weithiwr iechyd proffesiynol yn un enghraifft.
help-anyway-practice = Ni ddylai eich meddygfa anfon eich cofnod at y DWP os nad ydych yn cytuno. Mae terfynau: cyfraith, gorchymyn llys, budd cyhoeddus cryf, neu’r hyn sydd orau i rywun na all benderfynu.
help-anyway-seen = Gallwch weld bob tro y gofynnodd rhywun, a beth oedd ein hateb, yn eich hanes.

help-cannot-heading = Beth os na allaf wneud hyn?
help-cannot-time = Gallwch stopio ar unrhyw bwynt. Pwyswch “Dim nawr” yn gyntaf. Mae hynny’n cadw’r hyn a ddewisoch, fel y gallwch fynd ymlaen yn nes ymlaen. Does dim byd yn cael ei anfon nes i chi gadarnhau.
help-cannot-somebody = Gall rhywun rydych yn ymddiried ynddo eistedd gyda chi a’i ddarllen i chi. Cadwch eich cyfrinair i chi’ch hun.
help-cannot-nothing = Os na wnewch chi ddim byd, does dim byd yn cael ei anfon. Ni ddywedir wrth y DWP na wnaethoch chi ddim byd.
help-cannot-stop = Ydych chi eisiau rhoi’r gorau i rannu, ond yn methu mewngofnodi? Dywedwch wrth y bobl sy’n rhedeg Sayso, dros y ffôn neu drwy lythyr. Gallan nhw ei stopio i chi. Ni allan nhw byth ddweud ie drosoch chi. [Sut i gysylltu â nhw](reach).
help-reach-heading = Sut i gysylltu â’r bobl sy’n rhedeg Sayso?
help-cannot-contact = Gallwch gysylltu â nhw yma: { $contact }
help-cannot-unknown = Y bobl a anfonodd y llythyr gyda’ch cod atoch ydyn nhw.

help-see-heading = Alla i ei weld cyn iddo fynd?
help-see-text = Gallwch. Rydych yn gweld pob eitem, a’r ffeil ei hun, cyn i chi gadarnhau. Gallwch adael eitemau allan. Ein haddewid ni yw hynny. Nid yw’n hawl a roddir gan gyfraith.
help-wrong-heading = Beth os yw fy nghofnod yn anghywir?
help-wrong-text = Gofynnwch i’ch meddygfa ei gywiro. Tan hynny, gallwch adael yr eitem honno allan.
help-rules-heading = Sut mae Sayso yn didoli fy nghofnod?
help-rules-how = Cyfrifiadur sy’n ei ddidoli, gyda rheolau sefydlog. Mae’n darllen y codau a’r geiriau ym mhob eitem. Mae’n chwilio am arwyddion o bethau preifat, fel iechyd meddwl.
help-rules-held = Gall ddal gormod yn ôl. Fe wnaethom ei brofi ar 19 cofnod prawf a wnaed gan bobl eraill. O bob 100 eitem heb ddim byd preifat ynddynt, daliodd tua 3 yn ôl.
help-rules-limit = Gall golli pethau hefyd. Yn y cofnodion hynny ni chollodd ddim. Ond fe wnaethom hefyd lunio 58 nodyn byr nad oedd wedi’u gweld. Collodd 11 ohonynt. Felly gall tua un o bob pump fynd heibio iddo pan fo’r geiriau’n anarferol.
help-rules-blind = Ni all ddarllen lluniau na sganiau. Dim ond Cymraeg a Saesneg y mae’n eu darllen. Ni all ddyfalu beth y gall rhywun ei weithio allan o ddyddiad, lle neu enw meddyg. Nid yw’n gwybod pan fo’ch cofnod yn anghywir.
help-rules-own = Ar gyfer cydnabod rhywedd, triniaeth ffrwythlondeb, ac o ble y daw rhywun, nid oes rhestr gyhoeddus o godau’r DU y cawn ei defnyddio. Fe wnaethom ein rhestrau geiriau ein hunain. Nid yw Sayso byth yn anfon yr hyn y maent yn ei ganfod.
help-rules-reason = Gallwch weld beth sy’n cael ei ddal yn ôl, a pham. Er enghraifft: nid yw’n cael ei adnabod, mae’n ymwneud â rhywun arall, neu nid oes dyddiad arno. Mae un eithriad. Os yw eich cofnod ei hun yn nodi na ddylid rhannu rhywbeth, dywedwn hynny a dim mwy.
help-rules-look = Felly edrychwch ar bob eitem cyn i chi gadarnhau. Gallwch adael unrhyw un ohonynt allan. Dyma fersiwn 2 o’r rheolau.
help-letters-heading = Beth am y llythyrau yn fy nghofnod?
help-letters-choice = Mae pob llythyr yn ddewis ar wahân. Rydych yn gweld beth yw e, ei ddyddiad a phwy a’i hanfonodd. Dim ond os dywedwch chi “Rhannu” am yr union lythyr hwnnw y bydd yn mynd.
help-letters-scan = Ni allwn ddarllen sgan na llun. Dim ond ar ôl ei agor y gallwch chi rannu un.
help-letters-ready = Gallwn hefyd ysgrifennu llythyrau i chi eu hanfon. Er enghraifft: i ofyn i’ch meddygfa gywiro rhywbeth, neu i ddweud wrthi eich bod wedi newid eich meddwl. Maen nhw gyda’r cais y maen nhw’n sôn amdano.
help-mind-heading = Alla i newid fy meddwl?
help-mind-text = Gallwch, ar unrhyw adeg, ar un dudalen. Mae’n dod i rym ar unwaith. Ni all y DWP gael mwy. Caiff gadw a defnyddio’r hyn sydd ganddi.
help-pressure-heading = Beth os bydd rhywun yn pwyso arnaf i ddweud ie?
help-pressure-text = Yna nid yw’n ganiatâd go iawn. Gallwch roi’r gorau i rannu ar unwaith. Does dim rhaid i chi ddweud pam.
help-fingerprint-heading = Beth yw ôl bys?
help-fingerprint-text = Rhif hir y mae cyfrifiadur yn ei wneud o ffeil. Os bydd un llythyren o’r ffeil yn newid, mae’r rhif yn newid. Felly gallwch wirio mai’r ffeil a anfonwyd yw’r un a welsoch.
help-end-heading = Beth am ddiwedd oes?
help-end-text = Nid yw Sayso byth yn gofyn am hynny, nac yn ei anfon. Mae ffurflen ar ei gyfer, o’r enw SR1. Gall meddyg neu nyrs eich helpu gyda hi.
help-not-me-heading = Beth os nad yw cais amdanaf i?
help-not-me-text = Agorwch y cais a dywedwch nad yw amdanoch chi. Yna mae’n mynd o’ch rhestr. Ni ddywedir wrth bwy bynnag a ofynnodd.

help-advice-heading = Lle i gael cyngor
help-advice-text = Mae cyngor gan y rhain am ddim. Nid ydyn nhw’n rhan o’r DWP, na chwaith o Sayso.
help-advice-citizens = [Cyngor ar Bopeth](citizens). Help gyda budd-daliadau, ffurflenni ac apelau.
help-advice-law = [Canolfannau’r gyfraith](law). Help cyfreithiol i bobl na allant dalu am gyfreithiwr.
help-advice-local = [Advicelocal](local). Teipiwch eich cod post, ac mae’n dod o hyd i gyngor yn agos atoch.

help-leaflet = Ydych chi eisiau dweud wrth rywun am Sayso? Dyma [un ddalen i’w hargraffu](leaflet).
help-safe-heading = Os nad ydych yn ddiogel
help-safe-emergency = Nid ydym yn wasanaeth brys.
help-safe-999 = Mewn perygl nawr? Ffoniwch [999](emergency). Os na allwch siarad, pwyswch 55.
help-safe-list = Gallwch hefyd ffonio’r rhifau hyn:
help-safe-national = National Domestic Abuse Helpline: [0808 2000 247](national)
help-safe-wales = Byw Heb Ofn (Cymru): [0808 80 10 800](wales)
help-safe-men = Men’s Advice Line: [0808 801 0327](men)
help-safe-phone = A yw rhywun yn edrych ar eich ffôn? Gall llinell gymorth ddweud wrthych sut i guddio eich bod wedi bod yma.
