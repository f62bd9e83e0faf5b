//! The trust room behind the command line of the official TUF conformance suite.
//!
//! ```text
//! tuf_client --metadata-dir DIR init ROOT
//! tuf_client --metadata-dir DIR --metadata-url URL refresh
//! tuf_client --metadata-dir DIR --metadata-url URL --target-name NAME --target-dir DIR --target-base-url URL download
//! ```
//!
//! It ends with status 0, or with 1 for any error at all. The suite signs with ECDSA by default; build with
//! `--features conformance-ecdsa` for that. It moves the clock with libfaketime, so the time of the last run
//! is not kept here: the suite also moves the clock back.
#![allow(clippy::print_stderr, clippy::disallowed_methods, reason = "an edge of its own: a small program")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use fs_err as fs;
use quoc::ports::{MetadataSource, MetadataStore, SourceError};
use quoc::system::trust_store::TrustStore;
use quoc::trust::document::TargetFile;
use quoc::trust::{Client, Floors, Limits, Start, StoredMetadata, Trust, TrustedTargets, refresh};

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match Arguments::read().and_then(|arguments| run(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let mut cause: Option<&dyn std::error::Error> = Some(failure.as_ref());
            while let Some(error) = cause {
                eprintln!("{error}");
                cause = error.source();
            }
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    match arguments.command.as_str() {
        "init" => init(arguments),
        "refresh" => trusted(arguments, &Web::new()?).map(drop),
        "download" => download(arguments),
        other => Err(format!("unknown command {other:?}").into()),
    }
}

#[derive(Default)]
struct Arguments {
    command: String,
    root: Option<PathBuf>,
    metadata_dir: Option<PathBuf>,
    metadata_url: Option<String>,
    target_name: Option<String>,
    target_dir: Option<PathBuf>,
    target_base_url: Option<String>,
}

impl Arguments {
    fn read() -> Result<Self, Failure> {
        use lexopt::prelude::*;
        let mut read = Self::default();
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("metadata-dir") => read.metadata_dir = Some(parser.value()?.into()),
                Long("metadata-url") => read.metadata_url = Some(parser.value()?.string()?),
                Long("target-name") => read.target_name = Some(parser.value()?.string()?),
                Long("target-dir") => read.target_dir = Some(parser.value()?.into()),
                Long("target-base-url") => read.target_base_url = Some(parser.value()?.string()?),
                Value(command) if read.command.is_empty() => read.command = command.string()?,
                Value(root) if read.root.is_none() => read.root = Some(root.into()),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(read)
    }
}

fn given<'a, T: ?Sized>(value: Option<&'a T>, name: &str) -> Result<&'a T, Failure> {
    value.ok_or_else(|| format!("{name} is missing").into())
}

/// The root that `init` was given plays the part of the baked-in one. It lies in a folder of its own, since
/// the suite reads every `*.json` directly in DIR as what is trusted now.
fn baked_root(metadata_dir: &Path) -> PathBuf {
    metadata_dir.join("baked-in").join("root.json")
}

fn start_of_time() -> Floors {
    Floors { targets_version: 0, application_version: None, time: SystemTime::UNIX_EPOCH.into() }
}

fn init(arguments: &Arguments) -> Result<(), Failure> {
    let folder = given(arguments.metadata_dir.as_deref(), "--metadata-dir")?;
    let bytes = fs::read(given(arguments.root.as_deref(), "the root")?)?;
    let (stored, clock) = (StoredMetadata::default(), SystemTime::now().into());
    Client::start(Start { baked_root: &bytes, stored, floors: start_of_time(), clock, limits: Limits::default() })?;
    let baked = baked_root(folder);
    fs::create_dir_all(baked.parent().unwrap_or(folder))?;
    fs::write(baked, &bytes)?;
    TrustStore::new(folder).write("root.json", &bytes)?;
    Ok(())
}

fn trusted(arguments: &Arguments, web: &Web) -> Result<TrustedTargets, Failure> {
    let folder = given(arguments.metadata_dir.as_deref(), "--metadata-dir")?;
    let base = given(arguments.metadata_url.as_deref(), "--metadata-url")?;
    let baked_root = fs::read(baked_root(folder))?;
    let clock = SystemTime::now().into();
    let trust = Trust { baked_root: &baked_root, floors: start_of_time(), clock, limits: Limits::default() };
    let source = Repository { web, base: with_slash(base) };
    Ok(refresh(trust, &source, &WithoutTime(TrustStore::new(folder)))?)
}

fn download(arguments: &Arguments) -> Result<(), Failure> {
    let web = Web::new()?;
    let trusted = trusted(arguments, &web)?;
    let name = given(arguments.target_name.as_deref(), "--target-name")?;
    let base = given(arguments.target_base_url.as_deref(), "--target-base-url")?;
    let folder = given(arguments.target_dir.as_deref(), "--target-dir")?;
    let target = trusted.document().targets.get(name).ok_or_else(|| format!("{name:?} is not a target"))?;
    // The whole name is one quoted segment, so it never leads out of the folder.
    let path = folder.join(quoted(name, ""));
    if fs::read(&path).is_ok_and(|bytes| trusted.verify_target(name, bytes).is_ok()) {
        return Ok(());
    }
    let url = format!("{}{}", with_slash(base), quoted(&served_path(name, target, &trusted), "/"));
    let bytes = web.get(&url, name, target.length)?.ok_or_else(|| format!("{url} is not there"))?;
    let verified = trusted.verify_target(name, bytes)?;
    fs::create_dir_all(folder)?;
    fs::write(path, verified.bytes())?;
    Ok(())
}

/// TUF 1.0.34, 5.7.3: with consistent snapshots a target is served under one of its hashes and its name.
fn served_path(name: &str, target: &TargetFile, trusted: &TrustedTargets) -> String {
    let hash = target.hashes.get("sha256").or_else(|| target.hashes.values().next());
    match (hash, trusted.consistent_snapshot()) {
        (Some(hash), true) => match name.rsplit_once('/') {
            Some((folder, file)) => format!("{folder}/{hash}.{file}"),
            None => format!("{hash}.{name}"),
        },
        _ => name.to_owned(),
    }
}

fn with_slash(url: &str) -> String {
    if url.ends_with('/') { url.to_owned() } else { format!("{url}/") }
}

/// Percent-encodes everything but unreserved characters and `kept` (RFC 3986).
fn quoted(text: &str, kept: &str) -> String {
    let mut quoted = String::new();
    for byte in text.bytes() {
        let character = char::from(byte);
        if character.is_ascii_alphanumeric() || "-_.~".contains(character) || kept.contains(character) {
            quoted.push(character);
        } else {
            quoted.push_str(&format!("%{byte:02X}"));
        }
    }
    quoted
}

/// Reads over HTTP, with a limit in bytes and a deadline in all.
struct Web {
    runtime: tokio::runtime::Runtime,
    client: reqwest::Client,
}

impl Web {
    fn new() -> Result<Self, Failure> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        rustls::crypto::ring::default_provider().install_default().map_err(|_| "a provider is installed already")?;
        let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build()?;
        Ok(Self { runtime, client })
    }

    fn get(&self, url: &str, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        let (file, place) = (file.to_owned(), url.to_owned());
        let fetched = self.runtime.block_on(async {
            tokio::time::timeout(DEADLINE, fetch(&self.client, url, limit))
                .await
                .unwrap_or_else(|late| Err(late.into()))
        });
        match fetched {
            Ok(Body::Whole(bytes)) => Ok(Some(bytes)),
            Ok(Body::NotThere) => Ok(None),
            Ok(Body::TooLong) => Err(SourceError::TooLong { file, place, limit }),
            Err(source) => Err(SourceError::Unreachable { file, place, source }),
        }
    }
}

enum Body {
    Whole(Vec<u8>),
    NotThere,
    TooLong,
}

async fn fetch(
    client: &reqwest::Client,
    url: &str,
    limit: u64,
) -> Result<Body, Box<dyn std::error::Error + Send + Sync>> {
    let mut response = client.get(url).send().await?;
    match response.status().as_u16() {
        200 => {}
        403 | 404 => return Ok(Body::NotThere),
        other => return Err(format!("status {other}").into()),
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() as u64 > limit {
            return Ok(Body::TooLong);
        }
    }
    Ok(Body::Whole(bytes))
}

struct Repository<'a> {
    web: &'a Web,
    base: String,
}

impl MetadataSource for Repository<'_> {
    fn metadata(&self, file: &str, limit: u64) -> Result<Option<Vec<u8>>, SourceError> {
        self.web.get(&format!("{}{file}", self.base), file, limit)
    }

    fn target(&self, path: &str, _limit: u64) -> Result<Vec<u8>, SourceError> {
        // Targets have a base of their own here; see `download`.
        Err(SourceError::NotThere { file: path.to_owned(), place: self.base.clone() })
    }
}

/// The store, but for the time of the last run.
struct WithoutTime(TrustStore);

impl MetadataStore for WithoutTime {
    fn read(&self, file: &str) -> std::io::Result<Option<Vec<u8>>> {
        if file == "verified-at" { Ok(None) } else { self.0.read(file) }
    }

    fn write(&self, file: &str, bytes: &[u8]) -> std::io::Result<()> {
        if file == "verified-at" { Ok(()) } else { self.0.write(file, bytes) }
    }

    fn remove(&self, file: &str) -> std::io::Result<()> {
        self.0.remove(file)
    }
}

const DEADLINE: Duration = Duration::from_secs(60);
