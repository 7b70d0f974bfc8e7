# A Welsh speaker has still to confirm every string in this file.
errors-not-found = Heb ddod o hyd i’r dudalen
errors-not-found-lead = Does dim tudalen yma y gallwch chi ei gweld.
errors-not-found-then = Gwiriwch y cyfeiriad, neu dechreuwch eto yma.
errors-forbidden = Wnaeth hynny ddim gweithio
errors-forbidden-lead = Wnaethon ni ddim gwneud yr hyn a ofynnoch. Chafodd dim byd ei newid na’i anfon.
errors-forbidden-then = Efallai eich bod wedi’ch allgofnodi, neu fod y ffurflen wedi dod o dudalen arall. Mewngofnodwch, a rhowch gynnig arall arni o’r fan honno.
errors-invalid = Nid oeddem yn gallu darllen y ffurflen honno
errors-invalid-lead = Chafodd dim byd ei newid na’i anfon.
errors-invalid-then = Ewch yn ôl, llwythwch y dudalen eto, a rhowch gynnig arall arni.
errors-too-many = Gormod o gynigion
errors-too-many-lead = { $n ->
    [one] Arhoswch am 1 munud, yna rhowch gynnig arall arni.
    [two] Arhoswch am 2 funud, yna rhowch gynnig arall arni.
   *[other] Arhoswch am { $n } munud, yna rhowch gynnig arall arni.
  }
errors-too-many-then = Rydym yn gwneud hyn i gadw pobl eraill allan o’ch cyfrif. Chafodd dim byd ei newid.
errors-fault = Aeth rhywbeth o’i le ar ein hochr ni
errors-fault-lead = Nid eich bai chi yw hyn. Rhowch gynnig arall arni ymhen ychydig funudau. Mae eich hanes yn dangos beth a wnaed.
errors-fault-then = Os aiff o’i le eto, rhowch y cyfeirnod hwn i’r bobl sy’n rhedeg Sayso: { $code }. Nid yw’n dweud dim amdanoch chi. [Sut i gysylltu â nhw](help).
errors-unavailable = Nid yw Sayso yn gweithio ar hyn o bryd
errors-unavailable-lead = Rhowch gynnig arall arni ymhen ychydig funudau.
errors-unavailable-then = Mae’r hyn a benderfynoch yn dal i sefyll. Does dim byd yn cael ei anfon na wnaethoch chi gytuno iddo.
errors-record-unreachable = Ni allwn ddarllen eich cofnod ar hyn o bryd
errors-record-unreachable-lead = Wnaeth y lle sy’n cadw eich cofnod ddim ateb, neu fe gymerodd ormod o amser.
errors-record-unreachable-then = Chafodd dim byd ei anfon at neb. Mae eich dewisiadau wedi’u cadw. Rhowch gynnig arall arni ymhen ychydig funudau.
errors-record-busy = Mae Sayso yn brysur iawn ar hyn o bryd
errors-record-busy-lead = Mae llawer o bobl yn ei ddefnyddio ar yr un pryd. Nid ydym wedi darllen eich cofnod eto.
errors-record-busy-then = Chafodd dim byd ei anfon at neb. Mae eich dewisiadau wedi’u cadw. Rhowch gynnig arall arni ymhen munud.
errors-record-wrong = Nid oeddem yn gallu darllen eich cofnod
errors-record-wrong-lead = Anfonodd y lle sy’n cadw eich cofnod rywbeth atom nad yw’n gywir, neu nad yw’n gyfan. Wnaethon ni ddim ei ddefnyddio, na’i gadw. Nid yw eich cofnod ei hun wedi newid.
errors-record-wrong-then = Chafodd dim byd ei anfon at neb. Mae eich dewisiadau wedi’u cadw. Dywedwyd wrth y bobl sy’n rhedeg Sayso. Os bydd yn digwydd eto, rhowch y cyfeirnod hwn iddynt: { $code }. Nid yw’n dweud dim amdanoch chi. [Sut i gysylltu â nhw](help).
errors-record-other-person-lead = Anfonodd y lle sy’n cadw eich cofnod rywbeth atom am rywun arall. Wnaethon ni ddim ei ddangos i neb, na’i gadw.
errors-record-other-person-then = Chafodd dim byd ei anfon at neb. Mae eich dewisiadau wedi’u cadw. Dywedwyd wrth y bobl sy’n rhedeg Sayso. Os byddwch yn siarad â nhw, rhowch y cyfeirnod hwn iddynt: { $code }. Nid yw’n dweud dim amdanoch chi. [Sut i gysylltu â nhw](help).
errors-again = Rhoi cynnig arall arni
errors-cookies = Nid yw eich porwr yn cadw cwcis
errors-cookies-lead = Mae angen un cwci arnom i wybod mai chi sydd yno o hyd ar ôl i chi fewngofnodi.
errors-cookies-then = Trowch gwcis ymlaen ar gyfer y wefan hon, yna mewngofnodwch. Nid ydym yn defnyddio cwcis i’ch dilyn.
errors-sign-in = Mewngofnodi
errors-requests = Mynd i’ch ceisiadau
errors-start = Mynd i’r dudalen gyntaf
