//! The addresses of the pages. None of them says what a page is about.

/// The first page.
pub const START: &str = "/";
/// The code from the letter.
pub const ACTIVATE: &str = "/activate";
/// Signing in.
pub const SIGN_IN: &str = "/sign-in";
/// Signing out (POST).
pub const SIGN_OUT: &str = "/sign-out";
/// Leaving at once, for a page that says nothing.
pub const LEAVE: &str = "/leave";
/// Staying signed in (POST).
pub const STAY: &str = "/stay";
/// After signing out, by oneself or by time.
pub const SIGNED_OUT: &str = "/signed-out";
/// A forgotten password.
pub const RECOVER: &str = "/recover";
/// Where records may be read from.
pub const SOURCES: &str = "/sources";
/// All requests.
pub const REQUESTS: &str = "/requests";
/// All receipts.
pub const RECEIPTS: &str = "/receipts";
/// All receipts as one file.
pub const RECEIPTS_ALL: &str = "/receipts/all.zip";
/// What happened.
pub const HISTORY: &str = "/history";
/// Password, sessions, language.
pub const ACCOUNT: &str = "/account";
/// What helpers' links begin with.
pub const HELPER: &str = "/helper";
/// A helper's words were sent.
pub const HELPER_SENT: &str = "/helper/sent";
/// Help.
pub const HELP: &str = "/help";
/// Where the help says how to reach the people who run the service.
pub const HELP_REACH: &str = "/help#reach";
/// What Sayso is, on one sheet.
pub const LEAFLET: &str = "/what-is-sayso";
/// Privacy.
pub const PRIVACY: &str = "/privacy";
/// Accessibility.
pub const ACCESSIBILITY: &str = "/accessibility";
/// Changing the language (POST).
pub const LANGUAGE: &str = "/language";
/// Every page with its samples, in demo mode.
pub const GALLERY: &str = "/_gallery";
/// Checking a receipt, for anybody.
pub const VERIFY: &str = "/verify";
/// The public figures, the register and the log.
pub const TRANSPARENCY: &str = "/transparency";
/// The figures as a table for programs.
pub const FIGURES_CSV: &str = "/transparency/figures.csv";
/// The same as JSON.
pub const FIGURES_JSON: &str = "/transparency/figures.json";
/// The newest checkpoint of the log.
pub const CHECKPOINT: &str = "/log/checkpoint";
/// Where the islands' read-only questions go.
pub const SERVER_FUNCTIONS: &str = "/fn";

/// The claimant's own copies of what was sent.
pub const COPIES: &str = "/copies";

/// The history, with what happened since the look of this place marked as new.
pub fn history_since(since: Option<i64>) -> String {
    format!("{HISTORY}{}", asked(since.map(|since| format!("since={since}"))))
}

/// The proof of one line of the history, by its place in the log.
pub fn history_proof(place: i64, since: Option<i64>) -> String {
    format!("{HISTORY}/{place}/proof{}", asked(since.map(|since| format!("since={since}"))))
}

/// The same as a file to keep.
pub fn history_proof_file(place: i64) -> String {
    format!("{HISTORY}/{place}/line.tlog-proof")
}

/// Each time of something that happened several times, from the first place to the last.
pub fn history_times(first: i64, last: i64, since: Option<i64>) -> String {
    let since = since.map(|since| format!("&since={since}")).unwrap_or_default();
    format!("{HISTORY}/{last}/times?first={first}{since}")
}

fn asked(what: Option<String>) -> String {
    what.map(|what| format!("?{what}")).unwrap_or_default()
}

/// Keeping a copy of what is sent (POST).
pub fn keep_copy(request: &str) -> String {
    format!("/requests/{request}/copy")
}

/// One copy.
pub fn copy(id: &str) -> String {
    format!("{COPIES}/{id}")
}

/// The very bytes of it.
pub fn copy_file(id: &str) -> String {
    format!("{COPIES}/{id}/file.json")
}

/// Deleting it (POST).
pub fn delete_copy(id: &str) -> String {
    format!("{COPIES}/{id}/delete")
}

/// One request.
pub fn request(id: &str) -> String {
    format!("/requests/{id}")
}

/// Choosing what to share.
pub fn choose(id: &str) -> String {
    format!("/requests/{id}/choose")
}

/// What would be sent.
pub fn preview(id: &str) -> String {
    format!("/requests/{id}/preview")
}

/// What would be sent, shown again because of this.
pub fn preview_again(id: &str, because: &str) -> String {
    format!("{}?again={because}", preview(id))
}

/// The file that would be sent.
pub fn package(id: &str) -> String {
    format!("/requests/{id}/package.json")
}

/// The file's text, a piece at a time.
pub fn package_text(id: &str, page: usize) -> String {
    if page > 1 {
        format!("/requests/{id}/file?page={page}")
    } else {
        format!("/requests/{id}/file")
    }
}

/// A file inside a letter of the record, from 0.
pub fn letter_file(id: &str, key: &str, place: usize) -> String {
    match place {
        0 => format!("/requests/{id}/letter/{key}"),
        place => format!("/requests/{id}/letter/{key}?file={}", place + 1),
    }
}

/// Confirming.
pub fn confirm(id: &str) -> String {
    format!("/requests/{id}/confirm")
}

/// Where a request offers a copy of what is sent.
pub fn keep_first(id: &str) -> String {
    format!("{}#own-copy", request(id))
}

/// Stopping.
pub fn withdraw(id: &str) -> String {
    format!("/requests/{id}/withdraw")
}

/// "This is not about me" (POST).
pub fn not_me(id: &str) -> String {
    format!("/requests/{id}/not-me")
}

/// "Nothing more will come" (POST).
pub fn complete(id: &str) -> String {
    format!("/requests/{id}/complete")
}

/// One receipt.
pub fn receipt(id: &str) -> String {
    format!("/receipts/{id}")
}

/// The letters that help with a request.
pub fn letters(request: &str) -> String {
    format!("/requests/{request}/letters")
}

/// One of them.
pub fn letter(request: &str, kind: &str) -> String {
    format!("/requests/{request}/letters/{kind}")
}

/// All that people say themselves about a request.
pub fn words(id: &str) -> String {
    format!("/requests/{id}/words")
}

/// The claimant's own words about one decision point, by its place among those that the request asks about.
pub fn own_words(id: &str, place: &str) -> String {
    format!("/requests/{id}/words/{place}")
}

/// All of the claimant's own words, to print.
pub fn words_print(id: &str) -> String {
    format!("/requests/{id}/words/print")
}

/// Asking somebody who helps.
pub fn helper(id: &str) -> String {
    format!("/requests/{id}/helper")
}

/// Where a helper's link leads; what stands in it is a secret.
pub fn helper_link(token: &str) -> String {
    format!("{HELPER}/{token}")
}

/// Saying that an entry is wrong, by the entry's key.
pub fn wrong(id: &str, key: &str) -> String {
    format!("/requests/{id}/entries/{key}/wrong")
}

/// The ready letter that asks the practice to put an entry right (POST).
pub fn correction_letter(id: &str) -> String {
    format!("/requests/{id}/letters/correction")
}
