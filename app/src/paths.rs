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
/// Privacy.
pub const PRIVACY: &str = "/privacy";
/// Accessibility.
pub const ACCESSIBILITY: &str = "/accessibility";
/// Changing the language (POST).
pub const LANGUAGE: &str = "/language";
/// Every page with its samples, in demo mode.
pub const GALLERY: &str = "/_gallery";
/// Where the islands' read-only questions go.
pub const SERVER_FUNCTIONS: &str = "/fn";

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
