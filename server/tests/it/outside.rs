//! Somebody else's eyes: the Go project's own packages for transparency logs, in a small program that is built once and
//! asked over standard input.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::digest::Digest;
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

/// The program, while it runs.
pub struct Outside {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

/// Where Debian's Go packages are.
const PACKAGES: &str = "/usr/share/gocode";

/// The program, built once for all tests; none where Go or its packages are not installed.
fn program() -> Option<&'static Path> {
    static BUILT: OnceLock<Option<PathBuf>> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        if !Path::new(PACKAGES).join("src/golang.org/x/mod/sumdb/tlog").exists() {
            return None;
        }
        let folder = tempfile::tempdir().unwrap().keep();
        let program = folder.join("checklog");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/go/checklog/main.go");
        let mut go = Command::new("go");
        go.args(["build", "-o"])
            .arg(&program)
            .arg(source)
            .current_dir(&folder)
            .env_remove("GOFLAGS");
        go.env("GO111MODULE", "off").env("GOPATH", PACKAGES).env("GOCACHE", folder.join("cache"));
        match go.status() {
            Ok(status) => {
                assert!(status.success(), "the Go program is not built");
                Some(program)
            }
            Err(_) => None,
        }
    });
    if built.is_none() {
        // The other implementation of the test, ct-merkle, is always there.
        println!("skipped: Go and golang-golang-x-mod-dev are not installed");
    }
    built.as_deref()
}

impl Outside {
    pub fn start() -> Option<Self> {
        let mut child =
            Command::new(program()?).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let questions = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().unwrap());
        Some(Self { child, questions, answers })
    }

    /// Whether it holds; why not, where it does not.
    pub fn ask(&mut self, question: &Value) -> Result<(), String> {
        writeln!(self.questions.as_mut().unwrap(), "{question}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        match answer.trim() {
            "ok" => Ok(()),
            no => Err(no.strip_prefix("no: ").expect("an answer").to_owned()),
        }
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        drop(self.questions.take());
        drop(self.child.wait());
    }
}

fn hex(hash: &Digest) -> String {
    STANDARD.encode(hash.as_bytes())
}

/// Whether this key has signed this checkpoint.
pub fn checkpoint(vkey: &str, note: &[u8]) -> Value {
    json!({ "kind": "checkpoint", "vkey": vkey, "note": STANDARD.encode(note) })
}

/// Whether a leaf hash is at this place of a tree.
pub fn record(
    (size, root): (u64, &Digest),
    (index, leaf): (u64, &Digest),
    proof: &[Digest],
) -> Value {
    let proof: Vec<String> = proof.iter().map(hex).collect();
    json!({ "kind": "record", "size": size, "root": hex(root), "index": index, "leaf": hex(leaf), "proof": proof })
}

/// Whether one tree begins with another.
pub fn tree(
    (size, root): (u64, &Digest),
    (old, old_root): (u64, &Digest),
    proof: &[Digest],
) -> Value {
    let proof: Vec<String> = proof.iter().map(hex).collect();
    json!({ "kind": "tree", "size": size, "root": hex(root), "old": old, "oldRoot": hex(old_root), "proof": proof })
}

/// Whether every leaf hash can be read from a mirror, through tiles that go with its signed root.
pub fn mirror(vkey: &str, folder: &Path) -> Value {
    json!({ "kind": "mirror", "vkey": vkey, "dir": folder })
}

/// The same, with other bytes for one of its files, or none.
pub fn mirror_but(vkey: &str, folder: &Path, path: &str, bytes: Option<&[u8]>) -> Value {
    let given = bytes.map(|bytes| STANDARD.encode(bytes));
    json!({ "kind": "mirror", "vkey": vkey, "dir": folder, "path": path, "bytes": given, "gone": bytes.is_none() })
}
