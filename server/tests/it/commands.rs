//! The program itself: answers, exit codes, and beside a running `serve`.

use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

fn sayso(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.current_dir(home).env_clear().env("SAYSO_BIND", "127.0.0.1:0");
    command
}

fn run(home: &Path, args: &[&str]) -> Output {
    sayso(home).args(args).output().unwrap()
}

fn json(home: &Path, args: &[&str]) -> Value {
    let output = run(home, args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

const ADD: [&str; 14] = [
    "--json",
    "person",
    "add",
    "--given-name",
    "Siân",
    "--family-name",
    "Llŷr",
    "--birth-date",
    "1984-02-29",
    "--nino",
    "AB 12 34 56 C",
    "--nhs-number",
    "943 476 5919",
    "--postcode=cf101aa",
];

struct Serving(Child);

impl Serving {
    fn start(home: &Path, args: &[&str]) -> (Self, Value) {
        let mut child =
            sayso(home).args(args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        (Self(child), serde_json::from_str(&line).unwrap())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_person_is_added_listed_corrected_and_erased() {
    let home = TempDir::new().unwrap();
    let added = json(home.path(), &ADD);
    let id = added["person_id"].as_str().unwrap();
    assert_eq!(added["activation_code"].as_str().unwrap().len(), 14);
    assert!(added["expires_at"].as_str().unwrap().ends_with('Z'));
    let listed = json(home.path(), &["person", "list", "--json"]);
    assert_eq!(listed["people"][0]["family_name"], "Llŷr");
    assert_eq!(listed["people"][0]["postcode"], "CF10 1AA");
    let corrected = json(
        home.path(),
        &["--json", "person", "correct", id, "--family-name", "Prŷs", "--no-postcode"],
    );
    assert_eq!(corrected["corrected"], true);
    let listed = json(home.path(), &["person", "list", "--json"]);
    assert_eq!(listed["people"][0]["family_name"], "Prŷs");
    assert_eq!(listed["people"][0]["postcode"], Value::Null);
    assert_ne!(
        json(home.path(), &["--json", "person", "code", id])["activation_code"],
        added["activation_code"]
    );
    assert_eq!(json(home.path(), &["--json", "person", "erase", id])["erased"], true);
    let again = run(home.path(), &["--json", "person", "erase", id]);
    assert_eq!((again.status.code(), again.stdout.len()), (Some(1), 0));
    assert_eq!(json(home.path(), &["person", "list", "--json"])["people"], serde_json::json!([]));
}

#[test]
fn wrong_usage_is_two_and_a_refusal_is_one_with_its_reason() {
    let home = TempDir::new().unwrap();
    for wrong in [
        &["person", "add", "--family-name", "Only"][..],
        &["no-such-command"],
        &["person", "erase", "not-an-id"],
        &[
            "person",
            "add",
            "--family-name",
            "X",
            "--birth-date",
            "1990-02-30",
            "--nino",
            "AB123456C",
        ],
    ] {
        assert_eq!(run(home.path(), wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert!(!home.path().join("data").exists(), "nothing was made");
    json(home.path(), &ADD);
    let twice = run(home.path(), &ADD);
    assert_eq!(twice.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&twice.stderr).contains("another person has this NHS number"));
    assert_eq!(run(home.path(), &["--help"]).status.code(), Some(0));
}

#[test]
fn a_record_is_imported_and_a_wrong_one_refused() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("record.json");
    std::fs::write(&file, crate::support::record("9434765919", "Asthma")).unwrap();
    let path = file.to_str().unwrap();
    let report =
        json(home.path(), &["--json", "record", "import", "--nhs-number", "9434765919", path]);
    for member in ["entries", "by_home", "by_matter", "never_sent", "not_recognised", "withheld"] {
        assert!(report.get(member).is_some(), "{member}");
    }
    assert_eq!(report["entries"], 2);
    let other = run(home.path(), &["record", "import", "--nhs-number", "4010232137", path]);
    assert_eq!(other.status.code(), Some(1));
    let why = String::from_utf8_lossy(&other.stderr);
    assert!(why.starts_with("sayso: ") && !why.contains("9434765919"), "{why}");
    assert_eq!(
        run(home.path(), &["record", "import", "--nhs-number", "9434765919", "gone.json"])
            .status
            .code(),
        Some(1)
    );
}

#[test]
fn config_check_says_what_is_set_and_never_a_secret() {
    let home = TempDir::new().unwrap();
    std::fs::write(home.path().join("sayso.toml"), "[limits]\nburst = 9\n").unwrap();
    let output = sayso(home.path())
        .args(["config", "check", "--json"])
        .env("SAYSO_DATABASE_URL", "postgres://me:hunter2@db/sayso")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains("hunter2"));
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(report["ok"], true);
    let find = |name: &str| {
        report["settings"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["name"] == name)
            .unwrap()
            .clone()
    };
    assert_eq!(
        (find("limits.burst")["from"].as_str(), find("limits.burst")["value"].as_str()),
        (Some("file"), Some("9"))
    );
    assert_eq!(find("database_url")["value"], "(set)");
    assert!(!home.path().join("data").exists());
    std::fs::write(home.path().join("sayso.toml"), "bindd = 1\n").unwrap();
    let wrong = run(home.path(), &["config", "check"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("unknown field `bindd`"));
    let shown = String::from_utf8_lossy(&wrong.stdout);
    assert!(shown.contains("limits.burst = 500  [default; SAYSO_LIMITS_BURST]"), "{shown}");
    let wrong = run(home.path(), &["--json", "config", "check"]);
    let shown: Value = serde_json::from_slice(&wrong.stdout).unwrap();
    assert_eq!((wrong.status.code(), shown["ok"].as_bool()), (Some(1), Some(false)));
    assert!(shown["wrong"][0].as_str().unwrap().contains("unknown field `bindd`"));
    assert_eq!(
        run(home.path(), &["person", "list"]).status.code(),
        Some(1),
        "nothing runs with it"
    );
}

#[test]
fn commands_work_beside_serve_and_serve_ends_when_told() {
    let home = TempDir::new().unwrap();
    let (mut serving, said) = Serving::start(home.path(), &["serve", "--json"]);
    assert!(said["listening"].as_str().unwrap().starts_with("127.0.0.1:"));
    json(home.path(), &ADD);
    assert_eq!(json(home.path(), &["migrate", "--json"])["migrated"], true);
    assert_eq!(
        json(home.path(), &["person", "list", "--json"])["people"].as_array().unwrap().len(),
        1
    );
    let told = Command::new("kill").arg(serving.0.id().to_string()).status().unwrap();
    assert!(told.success());
    assert_eq!(serving.0.wait().unwrap().code(), Some(0));
}

#[test]
fn the_demo_fills_an_empty_store_once_and_no_other() {
    let home = TempDir::new().unwrap();
    let (serving, said) = Serving::start(home.path(), &["serve", "--demo", "--json"]);
    let people = said["demo"]["people"].as_array().unwrap().clone();
    assert!(people.len() >= 5);
    assert!(people.iter().all(|person| person["password"].as_str().unwrap().len() >= 12));
    assert_eq!(said["demo"]["requesters"].as_array().unwrap().len(), 2);
    for requester in said["demo"]["requesters"].as_array().unwrap() {
        let key = std::fs::read(home.path().join(requester["key"].as_str().unwrap())).unwrap();
        assert!(serde_json::from_slice::<Value>(&key).unwrap()["d"].is_string());
    }
    drop(serving);
    let listed = json(home.path(), &["person", "list", "--json"]);
    assert!(listed["people"].as_array().unwrap().iter().all(|person| person["active"] == true));

    let (serving, again) = Serving::start(home.path(), &["serve", "--demo", "--json"]);
    assert_eq!(again["demo"], said["demo"]);
    drop(serving);
    json(home.path(), &ADD);
    let other = run(home.path(), &["serve", "--demo"]);
    assert_eq!(other.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&other.stderr).contains("only fills an empty one"));
}

#[test]
fn a_death_is_said_by_id_or_by_nhs_number_and_taken_back() {
    let home = TempDir::new().unwrap();
    let added = json(home.path(), &ADD);
    let id = added["person_id"].as_str().unwrap();
    let said = json(home.path(), &["--json", "person", "died", id, "--on", "2026-01-31"]);
    assert_eq!((&said["person_id"], &said["died_on"]), (&added["person_id"], &"2026-01-31".into()));
    let number = ["--json", "person", "died", "--nhs-number", "943 476 5919"];
    let taken_back = json(home.path(), &[&number[..], &["--mistake"]].concat());
    assert_eq!(taken_back["died_on"], Value::Null);
    // Nothing to take back, nobody of that number, a day to come.
    let refused = [
        [&number[..], &["--mistake"]].concat(),
        vec!["person", "died", "--nhs-number", "4010232137", "--on", "2026-01-31"],
        vec!["person", "died", id, "--on", "9000-01-01"],
    ];
    for args in refused {
        assert_eq!(run(home.path(), &args).status.code(), Some(1), "{args:?}");
    }
    // No day, nobody, both, or a day and a mistake.
    for args in [
        vec!["person", "died", id],
        vec!["person", "died", "--on", "2026-01-31"],
        vec!["person", "died", id, "--nhs-number", "4010232137", "--on", "2026-01-31"],
        vec!["person", "died", id, "--on", "2026-01-31", "--mistake"],
    ] {
        assert_eq!(run(home.path(), &args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn what_an_operator_has_shown_is_on_the_record() {
    let home = TempDir::new().unwrap();
    json(home.path(), &ADD);
    let size = || json(home.path(), &["--json", "log", "verify"])["size"].as_i64().unwrap();
    let before = size();
    for args in [["person", "list"], ["client", "list"], ["request", "unmatched"]] {
        assert!(run(home.path(), &args).status.success());
    }
    assert_eq!(size(), before + 3);
}

#[test]
fn config_check_says_what_an_operator_still_has_to_publish() {
    let home = TempDir::new().unwrap();
    let checked = json(home.path(), &["--json", "config", "check"]);
    assert_eq!(checked["ok"], true, "it runs all the same");
    assert_eq!(checked["missing"].as_array().unwrap().len(), 6);
    let words = run(home.path(), &["config", "check"]);
    assert!(
        String::from_utf8_lossy(&words.stdout).contains("Missing: operator.caldicott_guardian")
    );
    let set = [
        ("NAME", "Bramble Trust"),
        ("CONTACT", "sayso@example.org"),
        ("DATA_PROTECTION_OFFICER", "Ifor Marsh"),
        ("CALDICOTT_GUARDIAN", "Dr Amara Quill"),
        ("LEGAL_BASIS", "UK GDPR, Article 6(1)(e)"),
        ("LEGAL_BASIS_CY", "GDPR y DU, Erthygl 6(1)(e)"),
    ];
    let mut command = sayso(home.path());
    command.envs(set.map(|(name, value)| (format!("SAYSO_OPERATOR_{name}"), value)));
    let checked: Value = serde_json::from_slice(
        &command.args(["--json", "config", "check"]).output().unwrap().stdout,
    )
    .unwrap();
    assert_eq!(checked["missing"].as_array().unwrap().len(), 0);
}
