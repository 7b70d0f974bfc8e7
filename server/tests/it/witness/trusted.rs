//! A witness over https: only who has a certificate for this name, from somebody whom the machine trusts, is asked at all.

use super::front::Front;
use super::running::{Running, Serving, sayso};
use consent::digest::Digest;
use consent::proof::Vkey;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use rustls::pki_types::CertificateDer;
use serde_json::Value;
use tempfile::TempDir;

type Issuer = CertifiedIssuer<'static, KeyPair>;

/// Somebody who gives certificates out.
fn issuer() -> Issuer {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// A certificate for this name, and its key.
fn certificate(issuer: &Issuer, name: &str, until: i32) -> (CertificateDer<'static>, Vec<u8>) {
    let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    params.not_after = date_time_ymd(until, 1, 1);
    let key = KeyPair::generate().unwrap();
    let certificate = params.signed_by(&key, issuer).unwrap();
    (certificate.der().clone(), key.serialize_der())
}

/// An honest witness behind a front with this certificate.
struct Behind {
    name: &'static str,
    front: Front,
    witness: Running,
    _home: TempDir,
}

fn behind(
    name: &'static str,
    log: (&str, &str),
    (certificate, key): (CertificateDer<'static>, Vec<u8>),
) -> Behind {
    let home = tempfile::tempdir().unwrap();
    let witness = Running::named(home.path(), &format!("{name}.example"), &[log]);
    let front = Front::tls(&witness.url, certificate, key);
    Behind { name, front, witness, _home: home }
}

#[test]
fn a_witness_is_believed_by_its_certificate_and_its_name_alone() {
    let home = tempfile::tempdir().unwrap();
    let said = sayso().current_dir(home.path()).args(["--json", "log", "key"]).output().unwrap();
    let said: Value = serde_json::from_slice(&said.stdout).unwrap();
    let (origin, vkey) = (said["origin"].as_str().unwrap(), said["vkey"].as_str().unwrap());
    let (trusted, stranger) = (issuer(), issuer());
    let ca_file = home.path().join("trusted.pem");
    std::fs::write(&ca_file, trusted.pem()).unwrap();

    let log = (origin, vkey);
    let all = [
        behind("right", log, certificate(&trusted, "127.0.0.1", 4000)),
        behind("wrong-name", log, certificate(&trusted, "witness.example", 4000)),
        behind("unknown-issuer", log, certificate(&stranger, "127.0.0.1", 4000)),
        behind("out-of-date", log, certificate(&trusted, "127.0.0.1", 2020)),
    ];
    let named = all.iter().map(|one| {
        format!("{}|https://127.0.0.1:{}|{}", one.name, one.front.port(), one.witness.vkey)
    });
    let named: Vec<String> = named.collect();
    let trusts = [("SSL_CERT_FILE", ca_file.to_str().unwrap())];
    let serving = Serving::start(home.path(), &named, &trusts);
    // Asked at the start, and again when something was published.
    let silent = |name| ["a witness does not sign: it cannot be reached", name];
    let (name, issuer, date) =
        (silent("wrong-name"), silent("unknown-issuer"), silent("out-of-date"));
    serving.says(&[
        &["a witness has signed", "right"],
        &name,
        &name,
        &issuer,
        &issuer,
        &date,
        &date,
    ]);

    let [right, wrong @ ..] = &all;
    let keys = [Vkey::parse(vkey).unwrap(), right.witness.vkey.clone()];
    assert_eq!(serving.signed_by_all(&keys).unknown, 0);
    let (passed, refused) = right.front.counted();
    assert!(passed > 0 && refused == 0, "{passed} {refused}");
    let path = format!("/{}/checkpoint", Digest::of(origin.as_bytes()));
    assert_eq!(right.witness.get(&path).0, 200);
    for one in wrong {
        let (passed, refused) = one.front.counted();
        assert!(passed == 0 && refused >= 2, "{}: {passed} {refused}", one.name);
        // It would have signed: nothing of the log has come to it.
        assert_eq!(one.witness.get(&path).0, 404, "{}", one.name);
    }
}
