# A Welsh speaker has still to confirm every string in this file.
recover-title = Cyfrinair newydd
recover-back = Yn ôl i fewngofnodi
recover-lead = Mae angen cod newydd arnoch. Gofynnwch i’r bobl sy’n rhedeg y gwasanaeth hwn am un.
recover-why = Byddant yn gwirio yn gyntaf mai chi sydd yno. Yna cewch lythyr gyda chod, a dewis cyfrinair newydd gydag ef.
recover-call = Gallwch ffonio { $number }.
recover-sharing = Does dim byd yn newid tan hynny. I roi’r gorau i rannu ar unwaith, does dim angen cyfrinair arnoch: gofynnwch iddyn nhw wneud hynny ar eich rhan.
recover-activate = Defnyddio’r cod o’ch llythyr
