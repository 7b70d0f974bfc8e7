//! Who is believed to be the server: whoever the named certificates say, under the name in its address.

use super::people::{NUMBER, honest, record};
use super::script::{Step, read};
use super::settings;
use consent::identity::NhsNumber;
use consent::time::At;
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use server::clock::FixedClock;
use server::config::FhirSettings;
use server::records::{FhirSource, RecordSource, SourceFault};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// An honest server that speaks TLS with this certificate; its address.
async fn serving(certified: &CertifiedKey<KeyPair>) -> String {
    let key = PrivatePkcs8KeyDer::from(certified.signing_key.serialize_der());
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certified.cert.der().clone()], PrivateKeyDer::Pkcs8(key))
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let mut stream = acceptor.accept(stream).await.ok()?;
                let asked = read(&mut stream).await?;
                for step in honest(&asked, &record()) {
                    let Step::Send(bytes) = step else { continue };
                    stream.write_all(&bytes).await.ok()?;
                }
                stream.shutdown().await.ok()
            });
        }
    });
    format!("https://127.0.0.1:{port}/fhir")
}

fn certificate(name: &str) -> CertifiedKey<KeyPair> {
    generate_simple_self_signed(vec![name.to_owned()]).unwrap()
}

fn file(home: &TempDir, certified: &CertifiedKey<KeyPair>) -> PathBuf {
    let path = home.path().join("ca.pem");
    std::fs::write(&path, certified.cert.pem()).unwrap();
    path
}

async fn answered(base: &str, ca_file: Option<PathBuf>) -> Result<bool, SourceFault> {
    let settings = FhirSettings { ca_file, ..settings(base) };
    let clock = FixedClock::at(At::parse_rfc3339("2026-11-02T09:00:00Z").unwrap());
    let source = FhirSource::new(&settings, Arc::new(clock)).unwrap();
    Ok(source.read(&NhsNumber::parse(NUMBER).unwrap()).await?.is_some())
}

#[tokio::test]
async fn a_server_is_believed_by_its_certificate_and_its_name_alone() {
    let home = tempfile::tempdir().unwrap();
    let right = certificate("127.0.0.1");
    let base = serving(&right).await;
    assert!(answered(&base, Some(file(&home, &right))).await.unwrap());
    // The machine trusts no such certificate, another file names another one, and this one is another server's.
    let other = tempfile::tempdir().unwrap();
    let elsewhere = certificate("fhir.example");
    let posing = serving(&elsewhere).await;
    for (base, ca_file) in [
        (&base, None),
        (&base, Some(file(&other, &certificate("127.0.0.1")))),
        (&posing, Some(file(&home, &elsewhere))),
    ] {
        let refused = answered(base, ca_file).await;
        assert!(matches!(refused, Err(SourceFault::Unreachable(_))), "{refused:?}");
    }
}
