//! The addresses of the pages. None of them says what a page is about.

/// The first page.
pub const START: &str = "/";
/// The code from the letter.
pub const ACTIVATE: &str = "/activate";
/// Signing in.
pub const SIGN_IN: &str = "/sign-in";
/// Signing out (POST).
pub const SIGN_OUT: &str = "/sign-out";
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

/// The letter to the practice that goes with the receipt of a withdrawal.
pub fn letter(receipt: &str) -> String {
    format!("/receipts/{receipt}/letter")
}
