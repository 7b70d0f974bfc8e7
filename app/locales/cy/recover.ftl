# A Welsh speaker has still to confirm every string in this file.
recover-title = Cyfrinair newydd
recover-back = Yn ôl i fewngofnodi
recover-lead = Mae angen cod newydd arnoch. Gofynnwch i’r bobl sy’n rhedeg Sayso am un.
recover-why = Byddant yn gwirio yn gyntaf mai chi sydd yno. Yna cewch lythyr gyda chod, a dewis cyfrinair newydd gydag ef.
recover-call = Gallwch ffonio { $number }.
recover-reach = Sut i gysylltu â nhw
recover-sharing = Mae’r hyn rydych yn ei rannu yn aros fel y mae tan hynny. Does dim angen cyfrinair arnoch i roi’r gorau i rannu ar unwaith. Gofynnwch iddyn nhw wneud hynny ar eich rhan.
recover-letter = Ydy’r llythyr gyda chi’n barod?
recover-activate = Defnyddio’r cod o’ch llythyr
