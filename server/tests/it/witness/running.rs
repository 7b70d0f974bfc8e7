//! The program itself, running: as a witness, or serving a portal whose log is read line by line.

use consent::proof::{Opened, Vkey, open_checkpoint};
use serde_json::Value;
use server::config::WitnessSettings;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

pub const NAME: &str = "witness.example/w";
/// Nobody here asks too often.
const LIMITS: &str = "per_minute = 60000\nburst = 60000";
/// For what comes by itself within seconds.
const PATIENCE: Duration = Duration::from_secs(90);

/// The program, with nothing of this process's environment.
pub fn sayso() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.env_clear();
    command
}

/// A running `sayso witness`.
pub struct Running {
    child: Child,
    pub url: String,
    pub vkey: Vkey,
}

impl Running {
    pub fn start(home: &Path, logs: &[(&str, &str)]) -> Self {
        Self::start_with(home, logs, LIMITS)
    }

    pub fn start_with(home: &Path, logs: &[(&str, &str)], limits: &str) -> Self {
        Self::of(settings(home, NAME, logs, limits))
    }

    /// One of another name.
    pub fn named(home: &Path, name: &str, logs: &[(&str, &str)]) -> Self {
        Self::of(settings(home, name, logs, LIMITS))
    }

    fn of(config: PathBuf) -> Self {
        let mut child = sayso()
            .args(["--json", "witness", "--config"])
            .arg(config)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let said = first_line(&mut child);
        let url = format!("http://{}", said["listening"].as_str().unwrap());
        let vkey = Vkey::parse(said["vkey"].as_str().unwrap()).unwrap();
        Self { child, url, vkey }
    }

    /// As a power cut would: nothing is finished.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub fn as_settings(&self) -> WitnessSettings {
        WitnessSettings {
            name: "A charity".to_owned(),
            url: self.url.clone(),
            vkey: self.vkey.clone(),
        }
    }

    pub fn post(&self, body: &str) -> (u16, String, String) {
        let mut answer = agent().post(format!("{}/add-checkpoint", self.url)).send(body).unwrap();
        let kind =
            answer.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
        (
            answer.status().as_u16(),
            kind.unwrap_or_default(),
            answer.body_mut().read_to_string().unwrap(),
        )
    }

    pub fn get(&self, path: &str) -> (u16, String) {
        get(&self.url, path)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A running `sayso serve`.
pub struct Serving {
    child: Child,
    url: String,
    log: Receiver<String>,
}

impl Serving {
    /// Runs it in this folder, at a place of its own, with these witnesses (`name|url|vkey`) and settings.
    pub fn start(home: &Path, witnesses: &[String], settings: &[(&str, &str)]) -> Self {
        let mut child = sayso()
            .current_dir(home)
            .args(["--json", "serve"])
            .env("SAYSO_BIND", "127.0.0.1:0")
            .env("SAYSO_CANARY_EVERY", "0")
            .env("SAYSO_LOG_WITNESSES", witnesses.join(";"))
            .env("SAYSO_LOG_PUBLISH_EVERY_SECONDS", "1")
            .env("SAYSO_LOG_FILTER", "server=debug")
            .env("SAYSO_LOG_FORM", "json")
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, log) = channel();
        let errors = BufReader::new(child.stderr.take().unwrap());
        std::thread::spawn(move || {
            errors.lines().map_while(Result::ok).try_for_each(|line| tell.send(line))
        });
        let said = first_line(&mut child);
        let url = format!("http://{}", said["listening"].as_str().unwrap());
        Self { child, url, log }
    }

    /// Waits for each of these to come in its log, in any order: a line that has all of its words.
    #[track_caller]
    pub fn says(&self, wanted: &[&[&str]]) {
        let mut missing = wanted.to_vec();
        let mut heard = Vec::new();
        while !missing.is_empty() {
            let Ok(line) = self.log.recv_timeout(PATIENCE) else {
                panic!("it never said {missing:?}:\n{}", heard.join("\n"));
            };
            let said =
                missing.iter().position(|words| words.iter().all(|word| line.contains(word)));
            said.map(|place| missing.remove(place));
            heard.push(line);
        }
    }

    pub fn get(&self, path: &str) -> (u16, String) {
        get(&self.url, path)
    }

    /// The published checkpoint, when it bears a signature of each of these keys.
    #[track_caller]
    pub fn signed_by_all(&self, keys: &[Vkey]) -> Opened {
        loop {
            let opened = open_checkpoint(&self.get("/log/checkpoint").1, keys).ok();
            if let Some(opened) = opened.filter(|opened| opened.signed.len() == keys.len()) {
                return opened;
            }
            self.says(&[&["a witness has signed"]]);
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).build().into()
}

fn get(url: &str, path: &str) -> (u16, String) {
    let mut answer = agent().get(format!("{url}{path}")).call().unwrap();
    (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
}

/// What the program says when it is ready.
fn first_line(child: &mut Child) -> Value {
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    serde_json::from_str(&line).unwrap()
}

fn settings(home: &Path, name: &str, logs: &[(&str, &str)], limits: &str) -> PathBuf {
    let path = home.join("witness.toml");
    let data = home.join("data");
    let logs: String = logs
        .iter()
        .map(|(origin, vkey)| format!("[[logs]]\norigin = \"{origin}\"\nvkey = \"{vkey}\"\n"))
        .collect();
    let text = format!(
        "bind = \"127.0.0.1:0\"\ndata_dir = \"{}\"\nname = \"{name}\"\n[limits]\n{limits}\n{logs}",
        data.display()
    );
    std::fs::write(&path, text).unwrap();
    path
}
