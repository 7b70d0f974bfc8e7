//! What forms send. Missing fields are empty, never an error of their own: the handler says what is missing.
//! A password is never shown again, not even by `Debug`.

mod account;
mod choose;
mod confirm;
mod field_error;
mod language;
mod letter;
mod narrow;
mod password;
mod preview;
mod sign_in;
mod sources;
mod withdraw;

pub use account::{AccountAction, AccountForm};
pub use choose::{ChooseAction, ChooseForm, DayMonthYear};
pub use confirm::{CompleteForm, ConfirmForm};
pub use field_error::FieldError;
pub use language::LanguageForm;
pub use letter::LetterForm;
pub use narrow::NarrowForm;
pub use password::Password;
pub use preview::{PreviewAction, PreviewForm};
pub use sign_in::{ActivateForm, SignInForm};
pub use sources::{SourceAction, SourcesForm};
pub use withdraw::WithdrawForm;

/// A form as it arrived: names and values in the order in which they were sent.
pub type Pairs = Vec<(String, String)>;

// The first value under a name, without the spaces around it.
fn value(pairs: &[(String, String)], name: &str) -> String {
    pairs
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.trim().to_owned())
        .unwrap_or_default()
}
