//! How fast is Sayso, in ratios: what a page, a preview, a collection and a check cost beside the least that the same
//! machine needs for the same bytes. One run, interleaved rounds, medians. Never a test: nothing fails for being slow.

mod asking;
mod commits;
mod grown;
mod largest;
mod logs;
mod measures;
mod pairs;
mod previews;
mod report;
mod requester;
mod rounds;
mod served;
mod sizes;
mod stage;
mod wire;

use clap::Parser;
use mimalloc::MiMalloc;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use tokio::runtime::Builder;

/// The same as the program has.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

/// What the bench answers; whatever is wrong ends it.
type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Measures Sayso over TCP on this machine. Ratios count, not the figures: they move with the machine.
#[derive(Debug, Parser)]
#[command(name = "bench")]
struct Options {
    /// About ten seconds in all, for a first look
    #[arg(long, conflicts_with_all = ["seconds", "rounds"])]
    quick: bool,
    /// Seconds of measuring, without setting up
    #[arg(long, default_value_t = 45, value_parser = clap::value_parser!(u64).range(1..=240))]
    seconds: u64,
    /// How often everything is measured; the medians count
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..=99))]
    rounds: u32,
    /// Connections that ask at the same time
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=256))]
    connections: u16,
    /// Where the JSON goes
    #[arg(long, default_value = "bench.json")]
    out: PathBuf,
    /// The record of which previews are made; without it the largest of Synthea's under the shared data, or the demo's
    #[arg(long)]
    record: Option<PathBuf>,
    /// Only makes the preview of this record, and tells what that took; how the bench measures memory
    #[arg(long, hide = true)]
    preview_of: Option<PathBuf>,
    /// Test data that others made
    #[arg(long, env = "SAYSO_SHARED")]
    shared: Option<PathBuf>,
}

impl Options {
    fn plan(&self) -> rounds::Plan {
        let (seconds, rounds) = if self.quick { (7, 3) } else { (self.seconds, self.rounds) };
        rounds::Plan {
            measuring: Duration::from_secs(seconds),
            rounds,
            connections: self.connections,
        }
    }
}

fn main() -> ExitCode {
    let options = Options::parse();
    let done = match &options.preview_of {
        Some(file) => sizes::tell(file),
        None => run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bench: {why}");
            ExitCode::FAILURE
        }
    }
}

/// The portal has a runtime of its own, as in service; whoever asks sits in one thread beside it.
fn run(options: &Options) -> Outcome<()> {
    let serving = Builder::new_multi_thread().enable_all().build()?;
    let asking = Builder::new_current_thread().enable_all().build()?;
    let record = largest::LargeRecord::find(options.record.as_deref(), options.shared.as_deref())?;
    let home = tempfile::tempdir()?;
    let (stage, address) = serving.block_on(async {
        let served = served::Served::bind(home.path()).await?;
        let stage = stage::Stage::fill(&served.portal, record).await?;
        let address = served.address;
        served.start();
        Ok::<_, Box<dyn Error + Send + Sync>>((stage, address))
    })?;
    let plan = options.plan();
    let measured = asking.block_on(async {
        let mut measures = measures::all(&stage, address, plan.connections, home.path()).await?;
        rounds::run(&mut measures, &plan).await?;
        Ok::<_, Box<dyn Error + Send + Sync>>(measures)
    })?;
    serving.block_on(stage.portal.db().close());
    let sizes = sizes::measure(home.path())?;
    let leaves = if options.quick { 100_000 } else { logs::LEAVES };
    let logs = serving.block_on(logs::measure(home.path(), plan.rounds, leaves))?;
    let report = report::Report::of(&stage, &plan, &measured, sizes, logs);
    print!("{}", report.table());
    std::fs::write(&options.out, report.json()?)?;
    eprintln!("bench: the figures are in {}", options.out.display());
    Ok(())
}
