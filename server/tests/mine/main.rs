//! Temporary.
#[path = "../it/support/mod.rs"] mod support;
#[path = "../it/story.rs"] mod story;
#[path = "../it/crash.rs"] mod crash;
#[path = "../it/decisions.rs"] mod decisions;
