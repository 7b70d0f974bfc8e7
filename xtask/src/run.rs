//! Running other programs: each is announced before it starts, and its time is told when it was long.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::place::Place;

/// A program that runs in the workspace. What cargo tells this program about itself is kept from it: build scripts
/// that look at those variables would otherwise run again.
pub fn command(program: impl AsRef<OsStr>, place: &Place) -> Command {
    let mut command = Command::new(program);
    command.current_dir(&place.root);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Announces a step, does it, and tells its time when that was two seconds or more.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {what}");
    let start = Instant::now();
    let done = work().with_context(|| what.to_owned())?;
    let seconds = start.elapsed().as_secs();
    if seconds >= 2 {
        println!("    {seconds} s");
    }
    Ok(done)
}

/// Runs a program as a step of its own; its output is shown.
pub fn run(what: &str, command: &mut Command) -> Result<()> {
    step(what, || shown(command))
}

/// Runs a program and shows its output.
pub fn shown(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| start_failure(command))?;
    ensure!(status.success(), "{} ended with {status}", name(command));
    Ok(())
}

/// Runs a program and gives its standard output; what it says to standard error is shown only on failure.
pub fn read(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.output().with_context(|| start_failure(command))?;
    if !output.status.success() {
        bail!(
            "{} ended with {}\n{}",
            name(command),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(output.stdout)
}

/// Runs a program, shows every line as it comes, and hands each to `look`.
pub fn watched(command: &mut Command, mut look: impl FnMut(&str)) -> Result<()> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| start_failure(command))?;
    if let Some(output) = child.stdout.take() {
        let mut lines = BufReader::new(output);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            look(text.trim_end());
            line.clear();
        }
    }
    let status = child.wait()?;
    ensure!(status.success(), "{} ended with {status}", name(command));
    Ok(())
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn start_failure(command: &Command) -> String {
    format!("cannot start {}", name(command))
}
