# A Welsh speaker has still to confirm every string in this file.
# O ble y caniateir darllen cofnodion.

sources-title = O ble mae eich cofnodion yn cael eu darllen
sources-heading = O ble mae eich cofnodion yn cael eu darllen
sources-lead = Dim ond lle rydych chi’n caniatáu hynny y mae Sayso yn darllen eich cofnod.
sources-first-heading = Gaiff Sayso ddarllen eich cofnod?
sources-first-text = Cyn i ni allu dangos i chi beth fyddai’n cael ei anfon, rhaid i Sayso edrych ar eich cofnod. Nid yw wedi edrych eto. Nid yw darllen yr un peth â rhannu. Does dim byd yn cael ei anfon at neb.
sources-first-nothing = Os na wnewch chi ddim byd, nid yw Sayso yn darllen eich cofnod, a does dim byd yn cael ei anfon.
sources-does-heading = Beth mae Sayso yn ei wneud â’ch cofnod
sources-does-read = Mae’n darllen eich cofnod pan fyddwch yn edrych ar gais. Mae’n dangos i chi beth sydd ynddo.
sources-does-sort = Mae’n rhoi’r eitemau mewn grwpiau, er mwyn i chi allu dewis.
sources-does-history = Mae’n ysgrifennu pob darlleniad yn eich hanes.
sources-does-keep-here = Mae’n cadw’r cofnod hwn y tu mewn i Sayso, dan sêl, am nad oes lle arall i’w ddarllen ohono. Mae’n cadw beth rydych wedi dewis ei anfon, dan sêl, nes na ellir ei gasglu mwyach.
sources-not-heading = Beth nad yw Sayso yn ei wneud
sources-not-keep = Nid yw’n cadw eich cofnod iechyd. Mae’n cadw beth rydych wedi dewis ei anfon, dan sêl, nes na ellir ei gasglu mwyach.
sources-not-send = Nid yw’n anfon dim byd nes i chi gadarnhau.
sources-not-tell = Nid yw’n dweud dim wrth y DWP pan fydd yn darllen. Felly nid yw darllen yn dangos i’r DWP beth sydd yn eich cofnod, nac a oes gennych chi un.
sources-not-change = Nid yw’n newid dim byd yn eich cofnod.
sources-list-heading = Eich cofnodion
sources-none = Does dim cofnod y gall Sayso ei ddarllen eto. Rhaid i’r bobl sy’n rhedeg Sayso gysylltu un.
sources-state-never = Nid ydych wedi gadael i Sayso ddarllen hwn.
sources-state-permitted = Rydych yn gadael i Sayso ddarllen hwn ers { $since }.
sources-state-stopped = Fe wnaethoch chi stopio hwn ar { $since }. Nid yw Sayso yn ei ddarllen.
sources-last-read = Darllenwyd ddiwethaf ar { $when }.
sources-unread = Ceisiodd Sayso ddarllen hwn ar { $when }. { $why ->
    [no-record] Ni ddaethom o hyd i gofnod amdanoch chi yno. Chafodd dim byd ei anfon. Os credwch fod hynny’n anghywir, dywedwch wrth y bobl sy’n rhedeg Sayso.
    [unreachable] Chawsom ni ddim ateb, neu fe gymerodd ormod o amser. Chafodd dim byd ei anfon. I roi cynnig arall arni, agorwch y cais yn nes ymlaen.
    [busy] Roedd Sayso yn brysur iawn, felly wnaeth Sayso ddim darllen eich cofnod. Chafodd dim byd ei anfon. I roi cynnig arall arni, agorwch y cais yn nes ymlaen.
    [other-person] Roedd yr hyn a ddaeth yn ôl am rywun arall. Wnaeth Sayso ddim ei ddefnyddio na’i gadw. Chafodd dim byd ei anfon. Dywedwyd wrth y bobl sy’n rhedeg Sayso.
    [wrong] Nid oedd yr hyn a ddaeth yn ôl yn gywir, neu nid oedd yn gyfan. Wnaeth Sayso ddim ei ddefnyddio na’i gadw. Chafodd dim byd ei anfon. Dywedwyd wrth y bobl sy’n rhedeg Sayso.
   *[fault] Aeth rhywbeth o’i le ar ein hochr ni. Chafodd dim byd ei anfon. Dywedwyd wrth y bobl sy’n rhedeg Sayso. I roi cynnig arall arni, agorwch y cais yn nes ymlaen.
  }
sources-permit = Gadael i Sayso ddarllen hwn
sources-stop = Stopio darllen hwn
sources-which = : { $source }
sources-stop-text = Os byddwch yn stopio hyn, mae’r hyn rydych yn ei rannu yn dal i gael ei rannu. I roi diwedd ar hynny, agorwch y cais a dewiswch “Rhoi’r gorau i rannu”.
sources-stopped-text = Mae’r hyn rydych yn ei rannu yn dal i gael ei rannu. I roi diwedd ar hynny, agorwch y cais a dewiswch “Rhoi’r gorau i rannu”.
sources-done-permitted = Caiff Sayso ddarllen { $source } nawr.
sources-done-stopped = Nid yw Sayso yn darllen { $source } mwyach.
sources-next = Mynd ymlaen i’r cais
sources-next-later = Dim nawr. Mynd i’ch ceisiadau
sources-requests = Mynd i’ch ceisiadau
sources-error-unknown = Dewiswch un o’r cofnodion ar y dudalen hon
sources-gp-record = eich cofnod meddyg teulu
sources-fhir-record = eich cofnod iechyd
