//! The operating system's judgement on certificates, with the name of whom it refused: a company's
//! intercepting proxy is known by its issuer, and the person can ask for its certificate (`--ca`).

use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, DigitallySignedStruct, Error, OtherError, SignatureScheme};
use rustls_platform_verifier::Verifier;

use super::issuer;
use crate::fetch::UntrustedCertificate;

/// Asks the system, and names the issuer when it says no.
#[derive(Debug)]
pub(super) struct Naming {
    inner: Result<Verifier, String>,
    provider: Arc<CryptoProvider>,
}

impl Naming {
    /// Takes further authorities; a system without a trust store refuses every server, but only when one is met:
    /// an install from a folder needs none.
    pub(super) fn new(extra: Vec<CertificateDer<'static>>, provider: &Arc<CryptoProvider>) -> Result<Self, Error> {
        let inner = Verifier::new_with_extra_roots(extra, Arc::clone(provider)).map_err(|error| error.to_string());
        Ok(Self { inner, provider: Arc::clone(provider) })
    }
}

impl ServerCertVerifier for Naming {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let refused = match &self.inner {
            Ok(verifier) => match verifier.verify_server_cert(certificate, intermediates, name, ocsp, now) {
                Ok(verified) => return Ok(verified),
                Err(error) => error.to_string(),
            },
            Err(no_store) => no_store.clone(),
        };
        let issuer = issuer::of(certificate);
        let refused = UntrustedCertificate { issuer, reason: refused };
        Err(Error::InvalidCertificate(CertificateError::Other(OtherError(Arc::new(refused)))))
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
