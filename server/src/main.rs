//! The program `sayso`. Everything it does is in the library, so that tests can do it too.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Reading a record is a great many small allocations.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    server::cli::run()
}
