//! A PostgreSQL of the tests' own: its own folder, port, password and life. Must never touch another cluster, nor leave
//! this one behind; its durability settings are those of a live one.

use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::hex::hex;
use crate::place::Place;
use crate::{run, system};

const PATIENCE: Duration = Duration::from_mins(1);
/// The ports that are given to what listens.
const FIRST_PORT: u32 = 20_000;
const PORTS: u32 = 12_000;

/// A running cluster; it ends with this value.
pub struct Cluster {
    folder: TempDir,
    programs: PathBuf,
    /// Root may not run PostgreSQL: then it is Debian's `postgres` who does.
    user: Option<(u32, u32)>,
    server: Child,
    port: u16,
    password: String,
}

impl Cluster {
    /// Makes an empty cluster and waits until it answers.
    pub fn start(place: &Place) -> Result<Self> {
        let programs = system::postgres(place)?;
        let user = if system::is_root(place)? {
            Some((
                system::user_number(place, &["-u", "postgres"])?,
                system::user_number(place, &["-g", "postgres"])?,
            ))
        } else {
            None
        };
        let folder = tempfile::Builder::new().prefix("sayso-postgres-").tempdir()?;
        let password = random_word()?;
        let secret = folder.path().join("password");
        fs::write(&secret, &password)?;
        if let Some((owner, group)) = user {
            chown(&secret, Some(owner), Some(group))?;
            chown(folder.path(), Some(owner), Some(group))?;
        }
        let program = |name: &str| program(&programs, name, user, &folder);

        let mut initdb = program("initdb");
        initdb.arg("--pgdata").arg(folder.path().join("cluster")).arg("--pwfile").arg(&secret);
        initdb.args([
            "--username=postgres",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]);
        run::read(&mut initdb)?;

        let port = free_port()?;
        let log = File::create(folder.path().join("log"))?;
        let mut postgres = program("postgres");
        postgres.arg("-D").arg(folder.path().join("cluster")).args(["-p", &port.to_string()]);
        postgres.args(["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=300"]);
        postgres.arg("-c").arg(format!("unix_socket_directories={}", folder.path().display()));
        let server = postgres
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .context("cannot start postgres")?;

        let mut cluster = Self { folder, programs, user, server, port, password };
        cluster.wait_until_ready()?;
        Ok(cluster)
    }

    /// What the tests connect with; they make databases of their own in it.
    pub fn url(&self) -> String {
        format!("postgres://postgres:{}@127.0.0.1:{}/postgres", self.password, self.port)
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let start = Instant::now();
        let port = self.port.to_string();
        loop {
            let mut ready = program(&self.programs, "pg_isready", self.user, &self.folder);
            if ready.args(["--quiet", "--host=127.0.0.1", "--port", &port]).status()?.success() {
                return Ok(());
            }
            if self.server.try_wait()?.is_some() || start.elapsed() > PATIENCE {
                bail!(
                    "PostgreSQL did not start:\n{}",
                    fs::read_to_string(self.folder.path().join("log"))?
                );
            }
            sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut stop = program(&self.programs, "pg_ctl", self.user, &self.folder);
        stop.args(["stop", "--silent", "--mode=fast", "--pgdata"])
            .arg(self.folder.path().join("cluster"));
        if !stop.status().is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

fn program(
    programs: &std::path::Path,
    name: &str,
    user: Option<(u32, u32)>,
    folder: &TempDir,
) -> Command {
    let mut command = Command::new(programs.join(name));
    command.current_dir(folder.path()).stdin(Stdio::null());
    if let Some((owner, group)) = user {
        command.uid(owner).gid(group);
    }
    command
}

/// Whoever else is on this machine may reach the port, so it has a password.
fn random_word() -> Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).context("no randomness")?;
    Ok(hex(&bytes))
}

/// A port that nobody listens on just now. It is below those that Linux gives to connections, from 32768 on: no
/// connection takes it before it is listened on. Processes that look at the same time begin at different places.
pub fn free_port() -> Result<u16> {
    let begin = std::process::id() % PORTS;
    (0..PORTS)
        .filter_map(|step| u16::try_from(FIRST_PORT + (begin + step) % PORTS).ok())
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .context("no port is free")
}
