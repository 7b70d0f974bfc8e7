# A Welsh speaker has still to confirm every string in this file.
# One sheet about Sayso, to hand to somebody.
leaflet-title = Beth yw Sayso
leaflet-heading = Beth yw Sayso?
leaflet-lead = Mae Sayso yn gadael i chi ddweud beth gaiff yr Adran Gwaith a Phensiynau (DWP) ei ddysgu o’ch cofnod iechyd.
leaflet-can-heading = Beth allwch chi ei wneud ag ef
leaflet-can-see = Gweld pwy sy’n gofyn, pam, a beth maen nhw eisiau ei wybod.
leaflet-can-choose = Dweud “Rhannu” neu “Peidio â rhannu” ar gyfer pob math o wybodaeth. Does dim wedi’i dicio ar eich rhan.
leaflet-can-look = Edrych ar bob eitem cyn iddi fynd, a gadael eitemau allan.
leaflet-can-receipt = Cadw derbynneb sy’n profi beth ddywedoch chi.
leaflet-can-stop = Rhoi’r gorau i rannu ar unrhyw adeg. Mae’n dod i rym ar unwaith.
leaflet-nothing-heading = Os na wnewch chi ddim
leaflet-nothing = Yna does dim yn cael ei anfon. I’r DWP, mae “na” a chofnod gwag yn edrych yr un fath. Mae’r DWP yn penderfynu gyda’r hyn sydd ganddi.
leaflet-not-heading = Beth i’w wybod
leaflet-not-dwp = Nid yw Sayso yn rhan o’r DWP. Nid yw’n penderfynu beth gewch chi.
leaflet-not-form = Nid eich ffurflen chi yw Sayso. Anfonwch eich ffurflen yn ôl erbyn dyddiad y DWP.
leaflet-not-all = Gall y DWP ddefnyddio o hyd yr hyn sydd ganddi, yr hyn rydych chi’n ei anfon, a’r hyn y gall eraill ei ddweud wrthi’n gyfreithlon.
leaflet-start-heading = Sut i ddechrau
leaflet-start = Ewch i { $address } a defnyddiwch y cod o’ch llythyr. Mae’n gweithio ar hen ffôn. Mae am ddim.
leaflet-ask = Gall rhywun rydych yn ymddiried ynddo eistedd gyda chi.
leaflet-ask-contact = Gallwch ofyn i ni hefyd:
