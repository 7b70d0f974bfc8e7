//! The same judgement by another language: Go's `sumdb/tlog` and `sumdb/note`, where they are installed.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Where Debian puts the sources (`golang-golang-x-mod-dev`).
const SOURCES: &str = "/usr/share/gocode";

/// Whether Go accepts each of these; none, said aloud, where Go is not there.
pub fn accepts(texts: &[Vec<u8>], vkeys: &[String]) -> Option<Vec<bool>> {
    let note = Path::new(SOURCES).join("src/golang.org/x/mod/sumdb/note");
    let version = Command::new("go").arg("version").output();
    if !note.exists() || version.is_err() {
        println!("skipped: no Go with sumdb/note on this machine");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("check");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/proof/check.go");
    let built = Command::new("go")
        .args(["build", "-o"])
        .args([&program, &source])
        .env("GO111MODULE", "off")
        .env("GOPATH", SOURCES)
        .env("GOCACHE", folder.path().join("cache"))
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let mut child = Command::new(&program)
        .args(vkeys)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let lines: Vec<String> = texts.iter().map(|text| STANDARD.encode(text) + "\n").collect();
    let writing = std::thread::spawn(move || stdin.write_all(lines.concat().as_bytes()));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(output.status.success());
    let answers: Vec<bool> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| line == "yes").collect();
    assert_eq!(answers.len(), texts.len());
    Some(answers)
}
