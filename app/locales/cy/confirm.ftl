# A Welsh speaker has still to confirm every string in this file.
# Y dudalen lle mae penderfyniad yn cael ei gadarnhau.

confirm-title = Cadarnhau eich penderfyniad
confirm-back = Yn ôl i beth fyddai’n cael ei anfon
confirm-heading = Cadarnhau eich penderfyniad
confirm-lead = Does dim byd yn newid nes i chi gadarnhau.
confirm-who = Pwy sy’n penderfynu
confirm-who-you = Chi, { $name }
confirm-gets = Pwy fyddai’n cael y ffeil
confirm-gets-nobody = Neb. Does dim byd yn cael ei anfon.
confirm-stops = Pryd mae’r rhannu’n dod i ben
confirm-stops-date = Ar ddiwedd { $date }, neu ar unrhyw ddiwrnod cyn hynny os dywedwch chi.
confirm-stops-none = Gellir ei gasglu tan { $date }, neu nes i chi roi’r gorau i rannu.
confirm-stops-nothing = Does dim byd i ddod i ben. Nid ydych yn rhannu dim byd.
confirm-file = Beth sydd yn y ffeil
confirm-file-again = Edrych eto
confirm-share-heading = { $count ->
    [0] Nid ydych yn rhannu dim byd
    [one] Rydych yn rhannu’r 1 hwn
   *[other] Rydych yn rhannu’r { $count } hyn
  }
confirm-private-heading = { $count ->
    [0] Nid ydych yn cadw dim byd yn breifat
    [one] Rydych yn cadw’r 1 hwn yn breifat
   *[other] Rydych yn cadw’r { $count } hyn yn breifat
  }
confirm-none-shared = Dim un o’r pethau y gofynnwyd amdanynt.
confirm-none-private = Rydych yn rhannu popeth y gofynnwyd amdano.
confirm-private-part = Rydych yn cadw rhan yn breifat
confirm-private-part-text = Nid ydych yn rhannu popeth y gofynnwyd amdano.
confirm-digest-heading = Ôl bys y ffeil
confirm-digest-text = Rydych yn cadarnhau’r ffeil hon a dim un arall. Os bydd eich cofnod yn newid cyn i chi gadarnhau, byddwn yn stopio ac yn gofyn i chi eto.
confirm-mind-heading = Os newidiwch eich meddwl
confirm-mind-text = Gallwch roi’r gorau i rannu ar unrhyw adeg, ar un dudalen. Yna ni all neb gasglu mwy. Caiff y DWP gadw a defnyddio’r hyn sydd ganddi.
confirm-mind-nothing = Gallwch benderfynu eto tra bydd y cais ar agor.
confirm-password = Eich cyfrinair
confirm-password-hint = Rydym yn gofyn eto, fel na all neb arall benderfynu drosoch.
confirm-button = Rhannu’r { $share } hyn, cadw { $private } yn breifat
confirm-button-one = Rhannu’r 1 hwn, cadw { $private } yn breifat
confirm-button-all = { $share ->
    [one] Rhannu’r 1 hwn
   *[other] Rhannu pob un o’r { $share }
  }
confirm-button-part = Rhannu beth ddewisais i
confirm-button-none = Peidio â rhannu dim byd
confirm-change = Newid fy atebion

confirm-error-empty = Teipiwch eich cyfrinair
confirm-error-wrong = Nid dyna eich cyfrinair. Teipiwch ef eto
confirm-error-changed = Mae eich cofnod wedi newid ers i chi edrych. Does dim byd wedi’i benderfynu. Edrychwch eto ar beth fyddai’n cael ei anfon
confirm-error-answered = Newidiodd eich atebion tra oeddech yn edrych. Does dim byd newydd wedi’i benderfynu. Edrychwch eto ar beth fyddai’n cael ei anfon
confirm-error-kept = Mae’r dudalen y gwnaethoch edrych arni yn rhy hen. Does dim byd wedi’i benderfynu. Edrychwch eto ar beth fyddai’n cael ei anfon
confirm-look-again = Gweld beth fyddai’n cael ei anfon
confirm-file-value = { $entries }, { $size }.
confirm-file-none = Dim byd. Does dim ffeil.
confirm-error-wait = Bu gormod o gynigion. Arhoswch am { $minutes } o funudau, yna rhowch gynnig arall arni
confirm-error-wait-one = Bu gormod o gynigion. Arhoswch am 1 munud, yna rhowch gynnig arall arni
