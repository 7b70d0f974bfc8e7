//! Whom to believe that they are the server: the machine's certificates, or those of one file and no others.
//! Never nobody's, and never without asking for the name.

use super::SetUpFault;
use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use std::path::Path;
use std::sync::Arc;

/// Trusting whom this machine trusts.
pub(crate) fn machine_tls() -> Result<ClientConfig, SetUpFault> {
    trusting(None)
}

pub(super) fn trusting(ca_file: Option<&Path>) -> Result<ClientConfig, SetUpFault> {
    let mut roots = RootCertStore::empty();
    match ca_file {
        Some(path) => {
            for certificate in of_file(path)? {
                roots.add(certificate).map_err(|why| file(path, why.to_string()))?;
            }
            if roots.is_empty() {
                return Err(file(path, "holds no certificate".to_owned()));
            }
        }
        None => {
            // One that cannot be read is one fewer to trust.
            let found = rustls_native_certs::load_native_certs();
            let (trusted, _) = roots.add_parsable_certificates(found.certs);
            if trusted == 0 {
                tracing::warn!(
                    "this machine trusts no certificate: name one in records.fhir_ca_file"
                );
            }
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|why| SetUpFault::Tls(why.to_string()))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

fn of_file(path: &Path) -> Result<Vec<CertificateDer<'static>>, SetUpFault> {
    let bytes = std::fs::read(path).map_err(|why| file(path, format!("cannot be read: {why}")))?;
    CertificateDer::pem_slice_iter(&bytes)
        .collect::<Result<_, _>>()
        .map_err(|_| file(path, "is no file of certificates in PEM".to_owned()))
}

fn file(path: &Path, why: String) -> SetUpFault {
    SetUpFault::File { setting: "records.fhir_ca_file", path: path.display().to_string(), why }
}
