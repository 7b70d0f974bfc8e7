use super::*;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::os::unix::fs::PermissionsExt;

#[test]
fn keys_are_made_once_and_nobody_else_can_read_them() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("keys");
    let first = Keys::open(&folder).unwrap();
    let second = Keys::open(&folder).unwrap();
    assert_eq!(first.blind_index("a", "b"), second.blind_index("a", "b"));
    assert_eq!(first.receipt_verifying(), second.receipt_verifying());
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    let mut names = Vec::new();
    for file in fs::read_dir(&folder).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        names.push(file.file_name().into_string().unwrap());
    }
    names.sort();
    assert_eq!(names, ["index.key", "master.key", "receipt.key", "receipt.pub"]);
}

#[test]
fn a_key_that_others_can_read_is_refused() {
    let home = tempfile::tempdir().unwrap();
    Keys::open(home.path()).unwrap();
    let path = home.path().join("master.key");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(matches!(Keys::open(home.path()), Err(KeysFault::Open(_))));
}

#[test]
fn a_key_that_was_cut_short_is_refused_and_never_replaced() {
    let home = tempfile::tempdir().unwrap();
    Keys::open(home.path()).unwrap();
    let path = home.path().join("index.key");
    fs::write(&path, b"short").unwrap();
    assert!(matches!(Keys::open(home.path()), Err(KeysFault::Broken(_))));
    assert_eq!(fs::read(&path).unwrap(), b"short");
}

#[test]
fn many_that_start_at_once_have_the_same_keys() {
    let home = tempfile::tempdir().unwrap();
    let index = |_| Keys::open(home.path()).unwrap().blind_index("a", "b");
    let found: std::collections::BTreeSet<_> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..8).map(|n| scope.spawn(move || index(n))).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(found.len(), 1);
}

#[test]
fn what_is_sealed_opens_only_with_its_key_and_in_its_place() {
    let key = SealKey::new(Chance).unwrap();
    let sealed = key.seal(Chance, "here", b"plain").unwrap();
    assert_eq!(key.open("here", &sealed).unwrap().as_slice(), b"plain");
    assert!(key.open("there", &sealed).is_none());
    assert!(SealKey::new(Chance).unwrap().open("here", &sealed).is_none());
    for place in 0..sealed.len() {
        let mut altered = sealed.clone();
        altered[place] ^= 1;
        assert!(key.open("here", &altered).is_none());
    }
    assert!(key.open("here", &sealed[..10]).is_none());
    assert_ne!(sealed, key.seal(Chance, "here", b"plain").unwrap());
}

#[test]
fn a_wrapped_key_comes_back_only_for_its_context() {
    let home = tempfile::tempdir().unwrap();
    let keys = Keys::open(home.path()).unwrap();
    let key = SealKey::new(Chance).unwrap();
    let sealed = key.seal(Chance, "x", b"plain").unwrap();
    let wrapped = keys.wrap(Chance, &key, "person 1").unwrap();
    let back = keys.unwrap_key(&wrapped, "person 1").unwrap();
    assert_eq!(back.open("x", &sealed).unwrap().as_slice(), b"plain");
    assert!(keys.unwrap_key(&wrapped, "person 2").is_none());
}

#[test]
fn a_derived_key_is_always_the_same_and_its_own_for_each_purpose() {
    let home = tempfile::tempdir().unwrap();
    let keys = Keys::open(home.path()).unwrap();
    let sealed = keys.derived("a").seal(Chance, "x", b"plain").unwrap();
    assert!(keys.derived("a").open("x", &sealed).is_some());
    assert!(keys.derived("b").open("x", &sealed).is_none());
}

#[test]
fn debug_shows_no_key() {
    let home = tempfile::tempdir().unwrap();
    let keys = Keys::open(home.path()).unwrap();
    assert_eq!(format!("{keys:?} {:?}", SealKey::from_bytes([7; 32])), "Keys(..) SealKey(..)");
}

#[test]
fn an_index_depends_on_its_label() {
    let home = tempfile::tempdir().unwrap();
    let keys = Keys::open(home.path()).unwrap();
    assert_ne!(keys.blind_index("ab", "c"), keys.blind_index("a", "bc"));
    assert_ne!(keys.blind_index("a", "c"), keys.blind_index("b", "c"));
}

/// What RFC 8410 shows in section 7, whose longer form OpenSSL 3.0 does not read.
#[test]
fn a_private_key_is_written_as_other_programs_read_it() {
    let key = SigningKey::from_bytes(&[7; 32]);
    let pem = private_pem(&key).unwrap();
    let text: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = STANDARD.decode(text).unwrap();
    let first = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    assert_eq!(der, [first.as_slice(), &[7; 32]].concat());
    assert_eq!(SigningKey::from_pkcs8_pem(&pem).unwrap().to_bytes(), key.to_bytes());
}
