# Where records may be read from.

sources-title = Where your records are read from
sources-heading = Where your records are read from
sources-lead = Sayso reads your record only where you let it.
sources-first-heading = May Sayso read your record?
sources-first-text = Before we can show you what would be sent, Sayso must look at your record. It has not looked yet. Reading is not sharing. Nothing is sent to anybody.
sources-first-nothing = If you do nothing, Sayso does not read your record, and nothing is sent.
sources-does-heading = What Sayso does with your record
sources-does-read = It reads your record when you look at a request. It shows you what is in it.
sources-does-sort = It sorts the entries into groups, so that you can choose.
sources-does-history = It writes each reading into your history.
sources-does-keep-here = It keeps this record inside Sayso, sealed, because there is no other place to read it from. It keeps what you chose to send, sealed, until it can no longer be collected.
sources-not-heading = What Sayso does not do
sources-not-keep = It does not keep your health record. It keeps what you chose to send, sealed, until it can no longer be collected.
sources-not-send = It sends nothing until you confirm.
sources-not-tell = It tells DWP nothing when it reads. So reading does not show DWP what is in your record, or whether you have one.
sources-not-change = It changes nothing in your record.
sources-list-heading = Your records
sources-none = There is no record yet that Sayso can read. The people who run Sayso must connect one.
sources-state-never = You have not let Sayso read this.
sources-state-permitted = You have let Sayso read this since { $since }.
sources-state-stopped = You stopped this on { $since }. Sayso does not read it.
sources-last-read = Last read { $when }.
sources-unread = Sayso tried to read this on { $when }. { $why ->
    [no-record] We found no record of you there. Nothing was sent. If you think that is wrong, tell the people who run Sayso.
    [unreachable] We got no answer, or it took too long. Nothing was sent. To try again, open the request later.
    [busy] Sayso was very busy, so it did not read your record. Nothing was sent. To try again, open the request later.
    [other-person] What came back was about somebody else. Sayso did not use it or keep it. Nothing was sent. The people who run Sayso were told.
    [wrong] What came back was not right, or was not all of it. Sayso did not use it or keep it. Nothing was sent. The people who run Sayso were told.
   *[fault] Something went wrong on our side. Nothing was sent. The people who run Sayso were told. To try again, open the request later.
  }
sources-permit = Let Sayso read this
sources-stop = Stop reading this
sources-which = : { $source }
sources-stop-text = If you stop this, what you share stays shared. To end that, open the request and choose “Stop sharing”.
sources-stopped-text = What you share stays shared. To end that, open the request and choose “Stop sharing”.
sources-done-permitted = Sayso may now read { $source }.
sources-done-stopped = Sayso no longer reads { $source }.
sources-next = Go on to the request
sources-next-later = Not now. Go to your requests
sources-requests = Go to your requests
sources-error-unknown = Choose one of the records on this page
sources-gp-record = your GP record
sources-fhir-record = your health record
