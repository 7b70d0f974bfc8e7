//! How much work an answer took: statements, unsealings, transactions. Answers that must look alike are compared by it in
//! tests; nothing else reads it. It knows the texts of statements, never what was bound to them.

use std::cell::RefCell;
use std::future::Future;

tokio::task_local! {
    static WORK: RefCell<Work>;
}

/// What was done, in order where that can be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// The texts of the statements.
    pub statements: Vec<&'static str>,
    /// How many events were added to the log.
    pub events: usize,
    /// How often something sealed was opened.
    pub unsealed: usize,
    /// How often something was sealed.
    pub sealed: usize,
    /// How many transactions only read.
    pub reads: usize,
    /// How many transactions could write.
    pub writes: usize,
    /// How many transactions were made true.
    pub commits: usize,
}

/// Does this, and counts the work of it: only what is done in it, not what it leaves to others.
pub async fn counted<T>(doing: impl Future<Output = T>) -> (T, Work) {
    let counting = async {
        let done = doing.await;
        (done, WORK.with(RefCell::take))
    };
    WORK.scope(RefCell::default(), counting).await
}

/// Notes some of it, where somebody counts.
pub(crate) fn done(note: impl FnOnce(&mut Work)) {
    // Nobody counts in service.
    WORK.try_with(|work| note(&mut work.borrow_mut())).unwrap_or_default();
}

/// Notes a statement.
pub(crate) fn statement(text: &'static str) {
    done(|work| work.statements.push(text));
}
