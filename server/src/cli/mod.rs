//! The commands. Each reads what was typed, calls one use case, and says what came of it: in words,
//! or with `--json` as one JSON object. Nothing here decides anything.

mod answer;
mod answers;
mod backups;
mod canary;
mod clients;
mod config;
mod log;
mod people;
mod proofs;
mod purposes;
mod receipts;
mod records;
mod requests;
mod rules;
mod serve;
mod usage;
mod witness;

pub use answer::{Answer, Stop};
pub use serve::router;

use crate::clock::SystemClock;
use crate::config::{Config, LogForm};
use crate::portal::Portal;
use clap::{Parser, Subcommand};
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Sayso gives people the say over what DWP may learn from their health record.
#[derive(Debug, Parser)]
#[command(name = "sayso", version)]
struct Cli {
    /// The settings; sayso.toml where it is not given
    #[arg(long, global = true, value_name = "FILE", env = "SAYSO_CONFIG")]
    config: Option<PathBuf>,
    /// Answer with one JSON object
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Bring the store up to date, then serve until told to stop
    Serve(serve::Serve),
    /// Bring the store up to date
    Migrate,
    /// People whose identity you have verified
    #[command(subcommand)]
    Person(people::Command),
    /// Health records
    #[command(subcommand)]
    Record(records::Command),
    /// Receipts
    #[command(subcommand)]
    Receipt(receipts::Command),
    /// The log of everything that happened
    #[command(subcommand)]
    Log(log::Command),
    /// Requesters
    #[command(subcommand)]
    Client(clients::Command),
    /// The register of purposes
    #[command(subcommand)]
    Purpose(purposes::Command),
    /// Requests
    #[command(subcommand)]
    Request(requests::Command),
    /// A professional's answers to a question of a request
    #[command(subcommand)]
    Answer(answers::Command),
    /// Sign for logs that they are only ever added to (settings: witness.toml)
    Witness(witness::Serve),
    /// Somebody who refused everything, and is asked for all the time while serving
    #[command(subcommand)]
    Canary(canary::Command),
    /// Write the store as it is at this moment into a new folder; also while serving
    Backup(backups::Backup),
    /// Put a backup into an empty store; what was shared waits until it is confirmed again
    Restore(backups::Restore),
    /// Withdraw for a claimant who asked by phone or letter; never grants
    Withdraw(requests::Withdraw),
    /// The rules that place entries
    #[command(subcommand)]
    Rules(rules::Command),
    /// The settings
    #[command(subcommand)]
    Config(config::Command),
}

/// Runs what the command line says; 0 done, 1 refused, 2 wrong usage.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(why) => {
            // Help and version are no faults; the rest is wrong usage.
            if why.use_stderr() {
                return stopped(&Stop::Usage(usage::words(&why)));
            }
            drop(why.print());
            return ExitCode::SUCCESS;
        }
    };
    let json = cli.json;
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(why) => return stopped(&Stop::refused(why)),
    };
    match runtime.block_on(cli.answer()) {
        Ok(answer) => {
            answer.print(json);
            ExitCode::SUCCESS
        }
        Err(stop) => {
            if let Stop::Told(answer, _) = &stop {
                answer.print(json);
            }
            stopped(&stop)
        }
    }
}

fn stopped(stop: &Stop) -> ExitCode {
    // Where nobody listens on standard error, the code still tells.
    drop(writeln!(std::io::stderr(), "sayso: {stop}"));
    ExitCode::from(stop.code())
}

impl Cli {
    async fn answer(self) -> Result<Answer, Stop> {
        let report = Config::of_this_process(self.config.as_deref());
        let command = match self.command {
            Command::Config(command) => return command.run(&report),
            Command::Receipt(command) => return command.run(report),
            Command::Rules(command) => return command.run(),
            Command::Witness(witness) => {
                start_log(&Config::default());
                return witness.run(self.config, self.json).await;
            }
            other => other,
        };
        if let Command::Log(command) = &command
            && let Some(answer) = command.alone()
        {
            return answer;
        }
        let mut config = report.into_config().map_err(Stop::refused)?;
        start_log(&config);
        if let Command::Serve(serve) = &command {
            config.demo |= serve.demo;
        }
        let command = match command {
            Command::Restore(restore) => return restore.run(config).await,
            other => other,
        };
        let portal = Portal::open(config, Arc::new(SystemClock)).await.map_err(Stop::refused)?;
        let answer = match command {
            Command::Serve(serve) => serve.run(&portal, self.json).await,
            Command::Migrate => portal
                .recheck_all()
                .await
                .map_err(Stop::from)
                .map(|()| Answer::new(json!({ "migrated": true }), "The store is up to date.")),
            Command::Person(command) => command.run(&portal).await,
            Command::Record(command) => command.run(&portal).await,
            Command::Client(command) => command.run(&portal).await,
            Command::Purpose(command) => command.run(&portal).await,
            Command::Request(command) => command.run(&portal).await,
            Command::Withdraw(command) => command.run(&portal).await,
            Command::Answer(command) => command.run(&portal).await,
            Command::Log(command) => command.run(&portal).await,
            Command::Backup(backup) => backup.run(&portal).await,
            Command::Canary(command) => command.run(&portal).await,
            Command::Config(_)
            | Command::Receipt(_)
            | Command::Rules(_)
            | Command::Restore(_)
            | Command::Witness(_) => Ok(Answer::silent()),
        };
        portal.db().close().await;
        answer
    }
}

/// What happens goes to standard error, so that answers stay alone on standard output.
fn start_log(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::new(&config.log.filter);
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start, as in tests, changes nothing.
    let started = match config.log.form {
        LogForm::Text => log.with_ansi(false).try_init(),
        LogForm::Json => log.json().try_init(),
    };
    drop(started);
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_commands_are_sound() {
        Cli::command().debug_assert();
    }
}
