//! Rounds: in each, everything is measured for a short while, one after the other (A B C … A B C …), so that what else
//! the machine does falls on all alike. The only place that looks at a stopwatch.

use crate::Outcome;
use crate::commits::Commits;
use crate::wire::Wire;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// At most so many turns of one measure in one round.
const MOST: u64 = 1_000_000;
/// The first round is over sooner and does not count.
const WARM_UP: u32 = 4;

/// How long, how often, and how many at once.
pub struct Plan {
    /// All rounds together.
    pub measuring: Duration,
    /// How often everything is measured.
    pub rounds: u32,
    /// Connections that ask at the same time.
    pub connections: u16,
}

/// Something to be done over and over.
pub enum Work {
    /// Asked over TCP, on every connection; any other status ends the bench.
    Asked { wires: Vec<Wire>, request: Arc<[u8]>, status: u16 },
    /// Done in this thread.
    Done(Box<dyn FnMut() -> Outcome<()>>),
    /// Committed.
    Committed(Commits),
}

/// One measure, and what it came to in each round.
pub struct Measure {
    /// Its fixed name.
    pub name: &'static str,
    /// What one turn counts for: 1 thing, or so many megabytes.
    pub weight: f64,
    /// What is done.
    pub work: Work,
    /// Weight per second, round by round.
    pub rates: Vec<f64>,
}

/// Measures everything, in rounds.
pub async fn run(measures: &mut [Measure], plan: &Plan) -> Outcome<()> {
    let slots = plan.rounds.saturating_mul(u32::try_from(measures.len())?).max(1);
    let slice = plan.measuring / slots;
    eprintln!("bench: warming up");
    for measure in &mut *measures {
        measure.once(slice / WARM_UP).await?;
    }
    for round in 1..=plan.rounds {
        eprintln!(
            "bench: round {round} of {}, {} measures of {slice:.0?}",
            plan.rounds,
            measures.len()
        );
        for measure in &mut *measures {
            let rate = measure.once(slice).await?;
            measure.rates.push(rate);
        }
    }
    Ok(())
}

impl Measure {
    /// A measure that counts things.
    pub fn of(name: &'static str, work: Work) -> Self {
        Self { name, weight: 1.0, work, rates: Vec::new() }
    }

    /// A measure that counts the megabytes of each turn.
    pub fn of_bytes(name: &'static str, bytes: usize, work: Work) -> Self {
        Self { weight: float(bytes) / 1e6, ..Self::of(name, work) }
    }

    /// How much per second, over about this long.
    async fn once(&mut self, slice: Duration) -> Outcome<f64> {
        let watch = Stopwatch::start();
        let turns = match &mut self.work {
            Work::Asked { wires, request, status } => {
                asked(wires, request, *status, watch, slice).await
            }
            Work::Done(work) => done(work, watch, slice),
            Work::Committed(commits) => committed(commits, watch, slice).await,
        };
        let turns = turns.map_err(|why| format!("{}: {why}", self.name))?;
        Ok(self.weight * float(usize::try_from(turns)?) / watch.elapsed().as_secs_f64())
    }
}

async fn asked(
    wires: &mut Vec<Wire>,
    request: &Arc<[u8]>,
    status: u16,
    watch: Stopwatch,
    slice: Duration,
) -> Outcome<u64> {
    let most = MOST / u64::try_from(wires.len().max(1))?;
    let mut asking = JoinSet::new();
    for mut wire in wires.drain(..) {
        let request = request.clone();
        asking.spawn(async move {
            let mut turns = 0;
            while turns < most && (turns == 0 || watch.elapsed() < slice) {
                let reply = wire.ask(&request).await?;
                if reply.status != status {
                    return Err(format!("answered {} and not {status}", reply.status).into());
                }
                turns += 1;
            }
            Outcome::Ok((wire, turns))
        });
    }
    let mut turns = 0;
    while let Some(asked) = asking.join_next().await {
        let (wire, more) = asked??;
        wires.push(wire);
        turns += more;
    }
    Ok(turns)
}

fn done(work: &mut dyn FnMut() -> Outcome<()>, watch: Stopwatch, slice: Duration) -> Outcome<u64> {
    let mut turns = 0;
    while turns < MOST && (turns == 0 || watch.elapsed() < slice) {
        work()?;
        turns += 1;
    }
    Ok(turns)
}

async fn committed(commits: &mut Commits, watch: Stopwatch, slice: Duration) -> Outcome<u64> {
    let mut turns = 0;
    while turns < MOST && (turns == 0 || watch.elapsed() < slice) {
        commits.one().await?;
        turns += 1;
    }
    Ok(turns)
}

/// How long something takes.
#[derive(Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    #[expect(
        clippy::disallowed_methods,
        reason = "a stopwatch measures the machine, not the time of day"
    )]
    /// From now on.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Since it was started.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// A count as it is divided.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub fn float(count: usize) -> f64 {
    count as f64
}
