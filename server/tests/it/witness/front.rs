//! What stands in front of a witness: a web server at a fixed address that passes everything on, over TLS or without.

use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncRead, AsyncWrite, copy_bidirectional};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;

/// A front on a thread of its own, until the tests are over.
pub struct Front {
    address: SocketAddr,
    behind: Arc<Mutex<String>>,
    counted: Arc<Counted>,
}

/// How many connections came to be, and how many the other side broke off over the certificate.
#[derive(Default)]
struct Counted {
    passed: AtomicUsize,
    refused: AtomicUsize,
}

impl Front {
    /// Without TLS, in front of this address.
    pub fn plain(behind: &str) -> Self {
        Self::start(behind, None)
    }

    /// With this certificate and its key.
    pub fn tls(behind: &str, certificate: CertificateDer<'static>, key: Vec<u8>) -> Self {
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key)
            .unwrap();
        Self::start(behind, Some(TlsAcceptor::from(Arc::new(config))))
    }

    fn start(behind: &str, tls: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let front = Self { address, behind: Arc::default(), counted: Arc::default() };
        front.stands_before(behind);
        let (behind, counted) = (front.behind.clone(), front.counted.clone());
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(async move {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                while let Ok((stream, _)) = listener.accept().await {
                    let behind = behind.lock().unwrap().clone();
                    let (tls, counted) = (tls.clone(), counted.clone());
                    tokio::spawn(async move {
                        let Some(tls) = tls else { return pass(stream, &behind).await };
                        match tls.accept(stream).await {
                            Ok(stream) => {
                                counted.passed.fetch_add(1, Ordering::SeqCst);
                                pass(stream, &behind).await
                            }
                            Err(_) => {
                                counted.refused.fetch_add(1, Ordering::SeqCst);
                                None
                            }
                        }
                    });
                }
            });
        });
        front
    }

    /// From now on another one is behind it: an address, with or without `http://`.
    pub fn stands_before(&self, behind: &str) {
        *self.behind.lock().unwrap() = behind.trim_start_matches("http://").to_owned();
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// How many TLS connections came to be, and how many did not.
    pub fn counted(&self) -> (usize, usize) {
        let counted = &self.counted;
        (counted.passed.load(Ordering::SeqCst), counted.refused.load(Ordering::SeqCst))
    }
}

async fn pass(mut stream: impl AsyncRead + AsyncWrite + Unpin, behind: &str) -> Option<()> {
    let mut other = TcpStream::connect(behind).await.ok()?;
    copy_bidirectional(&mut stream, &mut other).await.ok()?;
    Some(())
}
