//! Everything that CI runs, in its order. A step that fails does not keep the next from running, and the last line
//! counts the tests. Must never end well when anything was missing.

use std::env;
use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

use crate::place::Place;
use crate::postgres::Cluster;
use crate::tally::Tally;
use crate::{bindgen, browser, npm, pictures, run, server, system, words};

/// Runs it all; success only when every step succeeded.
pub fn everything(place: &Place) -> ExitCode {
    let mut report = Report::default();
    // First what would only be missed after minutes of compiling.
    if !report.step("Looking for PostgreSQL, Chromium and the wasm target", |_| tools(place)) {
        return report.end();
    }
    report.step("Checking the format", |_| {
        run::shown(place.cargo().args(["fmt", "--all", "--check"]))
    });
    report.step("Installing the npm packages", |_| npm::install(place));
    report.step("Linting everything", |_| {
        run::shown(&mut clippy(place, &["--workspace", "--all-targets"]))
    });
    report.step("Linting the server without a typesetter", |_| {
        let bare = ["--package=server", "--lib", "--no-default-features"];
        run::shown(&mut clippy(place, &bare))
    });
    for feature in bindgen::features() {
        report.step(&format!("Linting {feature} as the browser gets it"), |_| {
            let feature = format!("--features={feature}");
            let bundle = [
                "--package=app",
                "--lib",
                "--target=wasm32-unknown-unknown",
                "--no-default-features",
                &feature,
            ];
            run::shown(&mut clippy(place, &bundle))
        });
    }
    report.step("Testing with SQLite and PostgreSQL", |tally| rust_tests(place, tally));
    report.step("Planting faults in the rule: every one has to be noticed", |tally| {
        let faults = ["test", "--package=consent", "--features=seeded-faults", "--test=rule"];
        run::watched(place.cargo().args(faults), |line| tally.cargo(line))
    });
    report.step("Changing records at random, a minute for each part of the rule", |tally| {
        let mut changing = place.cargo();
        changing.args(["test", "--package=consent", "--test=totality"]);
        run::watched(changing.env("SAYSO_FUZZ_SECONDS", "60"), |line| tally.cargo(line))
    });
    report.step("Validating the HTML of every page", |_| {
        run::shown(place.npm_tool("html-validate").arg("app/tests/snapshots/*.html"))
    });
    report.step("Measuring how hard the words of every page are", |_| words::measure(place));
    let built = report.step("Building everything", |_| server::build(place, false));
    report.step("Testing in a browser", |tally| {
        if built {
            browser::test(place, tally)
        } else {
            bail!("there is nothing to test: the build failed")
        }
    });
    if built {
        report.step("Taking pictures of one page, as the command does of all", |_| {
            pictures::take(place, Some("sign-in"))
        });
    }
    if run::command("cargo-deny", place).arg("--version").output().is_ok() {
        report.step("Checking licences and sources", |_| {
            run::shown(place.cargo().args(["deny", "check"]))
        });
    } else {
        println!("==> Licences and sources are not checked: cargo-deny is not installed");
    }
    report.end()
}

fn tools(place: &Place) -> Result<()> {
    let found = [
        system::postgres(place).map(drop),
        system::chromium(place).map(drop),
        bindgen::target_ready(place),
    ];
    let missing: Vec<String> = found
        .into_iter()
        .filter_map(|found| found.err().map(|error| format!("{error:#}")))
        .collect();
    if missing.is_empty() { Ok(()) } else { bail!(missing.join("\n")) }
}

fn clippy(place: &Place, scope: &[&str]) -> Command {
    let mut clippy = place.cargo();
    clippy.arg("clippy").args(scope).args(["--", "--deny", "unused", "--deny", "missing_docs"]);
    clippy
}

fn rust_tests(place: &Place, tally: &mut Tally) -> Result<()> {
    let cluster = run::step("Starting a PostgreSQL of the tests' own", || Cluster::start(place))?;
    let mut test = place.cargo();
    test.args(["test", "--workspace", "--no-fail-fast"]).env("SAYSO_TEST_POSTGRES", cluster.url());
    if env::var_os("SAYSO_SHARED").is_none() {
        test.env("SAYSO_SHARED", place.root.join("../shared"));
    }
    run::watched(&mut test, |line| tally.cargo(line))
}

#[derive(Default)]
struct Report {
    tally: Tally,
    failed: Vec<String>,
}

impl Report {
    /// Announces and does one step. A step that fails without a failed test counts as one, so that the last line never
    /// says that nothing failed when something did.
    fn step(&mut self, what: &str, work: impl FnOnce(&mut Tally) -> Result<()>) -> bool {
        let mut tally = Tally::default();
        let done = run::step(what, || work(&mut tally));
        if let Err(error) = &done {
            println!("==> Failed: {error:#}");
            tally.failed = tally.failed.max(1);
            self.failed.push(what.to_owned());
        }
        self.tally.add(tally);
        done.is_ok()
    }

    fn end(self) -> ExitCode {
        println!();
        for what in &self.failed {
            println!("Failed: {what}");
        }
        println!("{}", self.tally);
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_fails_without_a_test_still_counts() {
        let mut report = Report::default();
        assert!(report.step("one", |tally| {
            tally.passed = 3;
            Ok(())
        }));
        assert!(!report.step("two", |_| bail!("no")));
        assert!(!report.step("three", |tally| {
            tally.failed = 2;
            bail!("no")
        }));
        assert_eq!(report.tally, Tally { passed: 3, failed: 3 });
        assert_eq!(report.failed, ["two", "three"]);
    }
}
