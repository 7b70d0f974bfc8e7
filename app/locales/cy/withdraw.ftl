# A Welsh speaker has still to confirm every string in this file.
# Y dudalen lle mae rhannu’n cael ei stopio.

withdraw-title = Rhoi’r gorau i rannu
withdraw-back = Yn ôl i’r cais
withdraw-heading = Rhoi’r gorau i rannu
withdraw-lead = Ticiwch beth rydych eisiau rhoi’r gorau i’w rannu gyda { $asker }. Mae’n dod i rym ar unwaith.
withdraw-which = Beth ydych chi eisiau rhoi’r gorau i’w rannu?
withdraw-which-hint = Ticiwch un neu fwy. Gallwch dicio pob un.
withdraw-which-hint-one = Ticiwch ef i roi’r gorau i’w rannu.
withdraw-stops-heading = Beth sy’n stopio
withdraw-stops-collect = Ni all y DWP gael mwy o’r hyn rydych yn ei dicio.
withdraw-stops-destroy = Rydym yn dinistrio ein copi o’r hyn y gellid ei gasglu o hyd.
withdraw-stops-copy = Gallwch [gadw copi i chi’ch hun](copy) yn gyntaf.
withdraw-stops-rest = Os ticiwch chi rai ond nid pob un, mae’r gweddill yn aros. Byddwn yn dangos y ffeil lai i chi. Dim ond os cadarnhewch chi hi y bydd yn mynd.
withdraw-undone-heading = Beth na ellir ei ddadwneud
withdraw-undone-keep = Caiff y DWP gadw a defnyddio’r hyn sydd ganddi.
withdraw-undone-none = Does dim byd wedi’i gasglu eto. Felly does gan y DWP ddim byd o’r cais hwn.
withdraw-undone-list = Casglwyd hyn cyn nawr:
withdraw-undone-item = { $n ->
    [one] { $date }, gan { $who }: { $entries }
    [two] Dwywaith rhwng { $date } a { $last }, gan { $who }: { $entries } bob tro
   *[other] { $n } gwaith rhwng { $date } a { $last }, gan { $who }: { $entries } bob tro
  }
withdraw-undone-ask = Rydym yn gofyn i’r DWP ddileu’r hyn a gasglodd, neu ddweud pam mae’r gyfraith yn mynnu ei bod yn ei gadw. Fe welwch yr ateb yn eich hanes.
withdraw-told-heading = Beth sy’n cael ei ddweud wrth y DWP
withdraw-told-nothing = Nid yw’r DWP yn cael gwybod dim. Os bydd yn gofyn, does dim iddi ei gael. Does dim rhaid i chi ddweud pam.
withdraw-told-erase = Rydym yn gofyn i’r DWP ddileu’r hyn a gasglodd. O hynny gall weld eich bod wedi stopio, neu’n rhannu llai. Does dim rhaid i chi ddweud pam.
withdraw-money = Nid yw tynnu’n ôl ynddo’i hun yn rheswm i stopio eich arian.
withdraw-again = Gallwch rannu eto yn nes ymlaen, tra bydd y cais ar agor.
withdraw-button = Rhoi’r gorau i rannu’r hyn rwyf wedi’i dicio
withdraw-button-one = Rhoi’r gorau i rannu hwn
withdraw-keep = Dal i rannu
withdraw-error-none = Ticiwch o leiaf un peth rydych eisiau rhoi’r gorau i’w rannu
withdraw-error-gone = Nid ydych yn rhannu hwnnw mwyach. Edrychwch ar y rhestr eto

withdraw-nothing-heading = Does dim byd i’w stopio
withdraw-nothing-text = Nid ydych yn rhannu dim byd dan y cais hwn. Ni all neb gasglu dim byd.
withdraw-nothing-link = Mynd i’r cais

withdraw-letter-text = Nid ydym yn dweud wrth eich meddygfa. Gallwch chi wneud hynny: anfonwch lythyr ati am y cais hwn. Nid yw’r llythyr yn cyfyngu ar y ffurflen SR1, nodiadau ffitrwydd, gofal, nac unrhyw beth rydych chi neu eich cynrychiolydd yn gofyn iddi ei anfon.
withdraw-remaining-text = { $count ->
    [one] Wnaethoch chi ddim rhoi’r gorau i rannu hwn. Mae’n aros nes i chi gadarnhau’r ffeil lai. Tan hynny, ni all neb ei gasglu.
    [two] Wnaethoch chi ddim rhoi’r gorau i rannu’r 2 beth hyn. Maen nhw’n aros nes i chi gadarnhau’r ffeil lai. Tan hynny, ni all neb eu casglu.
    [few] Wnaethoch chi ddim rhoi’r gorau i rannu’r 3 pheth hyn. Maen nhw’n aros nes i chi gadarnhau’r ffeil lai. Tan hynny, ni all neb eu casglu.
    [many] Wnaethoch chi ddim rhoi’r gorau i rannu’r 6 pheth hyn. Maen nhw’n aros nes i chi gadarnhau’r ffeil lai. Tan hynny, ni all neb eu casglu.
   *[other] Wnaethoch chi ddim rhoi’r gorau i rannu’r { $count } peth hyn. Maen nhw’n aros nes i chi gadarnhau’r ffeil lai. Tan hynny, ni all neb eu casglu.
  }
withdraw-remaining-look = Edrych ar y ffeil lai
withdraw-remaining-confirm = Mynd ymlaen i gadarnhau’r ffeil lai
