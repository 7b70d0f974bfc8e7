//! The pages: for each a view model, a function to HTML, and named samples.
//! A page decides nothing: it says what it is given.

pub mod accessibility;
pub mod account;
pub mod activate;
pub mod choose;
pub mod confirm;
pub mod errors;
pub mod gallery;
pub mod help;
pub mod helper;
pub mod helper_words;
pub mod history;
pub mod in_words;
pub mod letter;
pub mod letters;
pub mod own_words;
pub mod package_text;
pub mod preview;
pub mod privacy;
pub mod receipt;
pub mod receipts;
pub mod recover;
pub mod request;
pub mod requests;
pub mod sign_in;
pub mod signed_out;
pub mod sources;
pub mod start;
pub mod withdraw;
pub mod words;
pub mod words_print;
pub mod wrong;
