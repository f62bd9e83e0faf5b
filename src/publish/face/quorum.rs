//! The verbs of the quorum half: `init`, `root`, `release`, `sign`, `publish`, `renew`, `status`, `verify`, `serve`.

use std::path::{Path, PathBuf};

use fs_err as fs;

use super::options::{Options, UsageError, Verb};
use super::{End, Trouble, World, json, words};
use crate::model::Profile;
use crate::publish::changes::Changes;
use crate::publish::check;
use crate::publish::depot::Depot;
use crate::publish::folder::{Folder, replace_file};
use crate::publish::gate::Gate;
use crate::publish::history::HistoryError;
use crate::publish::key::{self, KeyError, NamedKey, OwnedKey};
use crate::publish::keyset::{self, Change};
use crate::publish::published::Published;
use crate::publish::publishing::{self, PublishError};
use crate::publish::recipe::{Expiry, Recipe};
use crate::publish::record::{Record, RecordError};
use crate::publish::shape;
use crate::publish::sign::{self, SignError};
use crate::publish::stage::{self, StageError};
use crate::publish::staged::{self, Staged};
use crate::publish::watch;
use crate::publish::wheels::{self, Builder};
use crate::trust::document::{Envelope, KeyId, Role as _, Root};
use crate::trust::{MemoryStore, RefreshError, TrustError};

pub(super) fn init(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let quorum = options.quorum.ok_or(UsageError::Missing { verb: Verb::Init, option: "--quorum N" })?;
    let online = options.online.as_ref().ok_or(UsageError::Missing { verb: Verb::Init, option: "--online FILE" })?;
    let online = key::read_public(&world.folder.join(online))?;
    if Published::read(&folder.repository())?.is_some() {
        return Err(Trouble::PublishedAlready);
    }
    adopt_keys(folder, &options.keys, world)?;
    let owners = owners(folder, Some(&online))?;
    let root = keyset::first(&owners, &online.public, quorum, &expiry(folder)?, world.now)?;
    let mut made = Vec::new();
    let profile = words::profile(world.now);
    for (path, text) in [(folder.profile(), profile.as_str()), (folder.recipe(), words::RECIPE)] {
        if !path.exists() {
            replace_file(&path, text.as_bytes())?;
            made.push(path);
        }
    }
    staged::write_root(&folder.staged(), &root)?;
    write!(world.out, "{}", words::initialised(&owners, quorum, root.signed().header().expires, &made))?;
    Ok(End::Done)
}

pub(super) fn root(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let published = Published::read(&folder.repository())?.ok_or(watch::WatchError::NothingPublished)?;
    let known = names(folder);
    let remove = options.remove.iter().map(|name| id_of(name, &known)).collect();
    let add: Vec<NamedKey> =
        options.keys.iter().map(|path| key::read_public(&world.folder.join(path))).collect::<Result<_, _>>()?;
    let online = options.online.as_ref().map(|path| key::read_public(&world.folder.join(path))).transpose()?;
    let change = Change {
        add: add.iter().map(|key| key.public.clone()).collect(),
        remove,
        quorum: options.quorum,
        online: online.map(|key| key.public),
    };
    let root = keyset::next(published.root.signed(), &change, &expiry(folder)?, world.now)?;
    adopt_keys(folder, &options.keys, world)?;
    staged::write_before(&folder.staged(), &stage::before(folder, &published)?)?;
    staged::write_root(&folder.staged(), &root)?;
    let restaged = stage::restage_if_needed(folder, root.signed(), &published, world.now)?;
    let changes = Changes::of(&Staged::read(&folder.staged())?)?;
    write!(world.out, "{}{}", words::changes(&changes, &names(folder)), words::root_staged(restaged))?;
    Ok(End::Done)
}

pub(super) fn release(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    write!(world.err, "{}", words::SCREENING)?;
    let depot = Depot::new(world.downloads, &world.store, folder.wheels());
    let pythons = pythons(folder, options, world)?;
    let gate = Gate { depot: &depot, tools: world.tools(), pythons: &pythons };
    match stage::release(folder, options.targets_version, &gate, world.now) {
        Ok(staged) => {
            write!(world.out, "{}", words::staged(&staged, &folder.staged()))?;
            warn_of_no_address(folder, world)?;
            Ok(End::Done)
        }
        Err(StageError::NotCovered { coverage }) => {
            write!(world.err, "{}", words::coverage(&coverage))?;
            Err(StageError::NotCovered { coverage }.into())
        }
        Err(StageError::NotInstallable { findings }) => {
            write!(world.err, "{}", words::findings(&findings))?;
            Err(StageError::NotInstallable { findings }.into())
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) fn sign(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let path = options.keys.first().ok_or(UsageError::Missing { verb: Verb::Sign, option: "--key FILE" })?;
    let path = world.folder.join(path);
    let key = OwnedKey::read(&path)?;
    if key::is_exposed(&path)? {
        write!(world.err, "{}", words::key_exposed(&path))?;
    }
    let place = staged_place(folder);
    let staged = Staged::read(&place)?;
    let mut record = Record::of(&path)?.with_never_published(options.never_published);
    let signable = match sign::examine(&staged, &key, &record, world.now) {
        Err(SignError::History(HistoryError::Record(error @ RecordError::Untold { .. }))) => {
            return Err(error.into());
        }
        other => other?,
    };
    write!(world.out, "{}", words::changes(&Changes::of(&staged)?, &names_beside(&path)))?;
    write!(world.out, "{}", words::history(&signable.history))?;
    if !options.yes && !(world.ask)(&words::ask_to_sign(&signable.roles)) {
        return Err(Trouble::Declined);
    }
    let written = sign::sign(&place, &staged, &key, &mut record, world.now)?;
    write!(world.out, "{}", words::signed(&written))?;
    Ok(End::Done)
}

pub(super) fn publish(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let online = online_key(Verb::Publish, options, world)?;
    let signatures: Vec<PathBuf> = options.operands.iter().map(|path| world.folder.join(Path::new(path))).collect();
    let depot = Depot::new(world.downloads, &world.store, staged::targets(&folder.staged()));
    let pythons = pythons(folder, options, world)?;
    let gate = Gate { depot: &depot, tools: world.tools(), pythons: &pythons };
    let request = publishing::Request { folder, online: &online, signatures: &signatures, gate: &gate, now: world.now };
    match publishing::publish(&request) {
        Ok(outcome) => {
            write!(world.out, "{}", words::published(&outcome, &folder.repository()))?;
            warn_of_no_address(folder, world)?;
            Ok(End::Done)
        }
        Err(error) => {
            match &error {
                PublishError::TooFew { role, count, left_out } => {
                    write!(world.err, "{}", words::left_out(left_out))?;
                    write!(world.err, "{}", words::missing(*role, &count.signed, &count.missing, &names(folder)))?;
                }
                PublishError::NotInstallable { findings } => write!(world.err, "{}", words::findings(findings))?,
                PublishError::NotCovered { coverage } => write!(world.err, "{}", words::coverage(coverage))?,
                _ => {}
            }
            Err(error.into())
        }
    }
}

pub(super) fn renew(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let online = online_key(Verb::Renew, options, world)?;
    let (versions, endings) = watch::renew(folder, &online, world.now)?;
    write!(world.out, "{}", words::renewed(versions, &endings))?;
    alarm(&endings, world)
}

pub(super) fn status(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let status = watch::status(folder, world.now)?;
    if options.json {
        writeln!(world.out, "{}", json::status(&status.published, &status.waiting, &names(folder)))?;
        let has_alarm = status.published.iter().any(|ending| ending.alarm);
        return Ok(if has_alarm { End::Alarm } else { End::Done });
    }
    write!(world.out, "{}", words::status(&status, &names(folder)))?;
    alarm(&status.published, world)
}

pub(super) fn verify(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let root = options.root.as_ref().ok_or(UsageError::Missing { verb: Verb::Verify, option: "--root FILE" })?;
    let place =
        options.operands.first().ok_or(UsageError::Missing { verb: Verb::Verify, option: Verb::Verify.operand() })?;
    let is_address = place.to_string_lossy().contains("://");
    let place = if is_address { place.into() } else { world.folder.join(place).into_os_string() };
    let place = place.to_string_lossy();
    let source = (world.open)(&place)?;
    let root = fs::read(world.folder.join(root))?;
    let store = MemoryStore::default();
    let read = check::as_anyone(&root, source.as_ref(), &store, world.now)
        .and_then(|trusted| check::every_file(trusted.targets(), source.as_ref()).map(|bytes| (trusted, bytes)));
    match read {
        Ok((trusted, bytes)) => {
            write!(world.out, "{}", words::verified(&trusted, bytes))?;
            Ok(End::Done)
        }
        Err(error) => {
            if let RefreshError::Trust {
                source: TrustError::TooFewSignatures { role, signed, missing, worthless, .. },
            } = &error
            {
                let known = if gives_every_key_its_own_id(&root) { names(folder) } else { Vec::new() };
                write!(world.err, "{}", words::too_few(*role, missing, (*signed, *worthless), &known))?;
            }
            Err(error.into())
        }
    }
}

/// Only of such a root the names of keys may be told: another one could give a known id to any key.
fn gives_every_key_its_own_id(root: &[u8]) -> bool {
    Envelope::<Root>::parse(root).is_ok_and(|root| shape::require_root(&root).is_ok())
}

pub(super) fn serve(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    // Whoever is in the wrong folder learns it here, and not from a browser.
    fs::read_dir(folder.repository().join("metadata"))?;
    let World { serve, out, .. } = world;
    let mut told = Ok(());
    let port = options.port.unwrap_or(0);
    serve(&folder.repository(), port, &mut |address| {
        told = write!(out, "{}", words::serving(address)).and_then(|()| out.flush());
    })
    .map_err(|source| Trouble::Port { port, source })?;
    told?;
    Ok(End::Done)
}

fn alarm(endings: &[watch::Ending], world: &mut World<'_>) -> Result<End, Trouble> {
    let text = words::alarm(endings, world.now);
    write!(world.err, "{text}")?;
    Ok(if text.is_empty() { End::Done } else { End::Alarm })
}

/// Only a stub that knows where releases are can find the next one by itself.
fn warn_of_no_address(folder: &Folder, world: &mut World<'_>) -> Result<(), Trouble> {
    let profile = Profile::parse(&fs::read_to_string(folder.profile())?)?;
    if profile.repository.is_none() {
        write!(world.err, "{}", words::NO_ADDRESS)?;
    }
    Ok(())
}

fn online_key(verb: Verb, options: &Options, world: &World<'_>) -> Result<OwnedKey, Trouble> {
    let path = options.online.as_ref().ok_or(UsageError::Missing { verb, option: "--online FILE" })?;
    Ok(OwnedKey::read(&world.folder.join(path))?)
}

/// `sign` runs in the publisher's folder, or in a copy of the folder `staged` alone.
fn staged_place(folder: &Folder) -> PathBuf {
    let has = |path: &Path, name: &str| path.join(name).exists();
    let here = folder.path();
    let is_copy = !has(here, "profile.toml") && (has(here, "targets.json") || has(here, "root.json"));
    if is_copy { here.to_owned() } else { folder.staged() }
}

/// Copies public keys into the folder `keys`, where they keep their owners' names.
fn adopt_keys(folder: &Folder, keys: &[PathBuf], world: &World<'_>) -> Result<(), Trouble> {
    for path in keys {
        let path = world.folder.join(path);
        let named = key::read_public(&path)?;
        let kept = folder.keys().join(format!("{}.pub", named.name));
        if kept.exists() && key::read_public(&kept)?.public != named.public {
            return Err(KeyError::Exists { path: kept }.into());
        }
        if !kept.exists() {
            replace_file(&kept, &fs::read(&path)?)?;
        }
    }
    Ok(())
}

/// The owners' keys: all in the folder `keys` but the online one.
fn owners(folder: &Folder, online: Option<&NamedKey>) -> Result<Vec<NamedKey>, KeyError> {
    let mut keys = key::read_folder(&folder.keys())?;
    keys.retain(|key| online.is_none_or(|online| online.public != key.public));
    Ok(keys)
}

/// Names of keys, as far as the folder `keys` knows them.
fn names(folder: &Folder) -> Vec<NamedKey> {
    key::read_folder(&folder.keys()).unwrap_or_default()
}

/// Names of keys as the owner of a private key has kept them beside it: those that come with what is to be
/// signed could give any name to any key.
fn names_beside(private: &Path) -> Vec<NamedKey> {
    private.parent().and_then(|folder| key::read_folder(folder).ok()).unwrap_or_default()
}

fn id_of(name: &str, known: &[NamedKey]) -> KeyId {
    known.iter().find(|key| key.name == name).map_or_else(|| KeyId::new(name), |key| key.public.key_id())
}

/// The Pythons that were given, or those of the recipe that are on the `PATH`.
fn pythons(folder: &Folder, options: &Options, world: &World<'_>) -> Result<Vec<Builder>, Trouble> {
    let recipe = Recipe::parse(&fs::read_to_string(folder.recipe())?)?;
    Ok(wheels::builders(&recipe, &options.pythons, &world.tools())?)
}

/// The recipe's expiries, where there is a recipe.
fn expiry(folder: &Folder) -> Result<Expiry, Trouble> {
    match fs::read_to_string(folder.recipe()) {
        Ok(text) => Ok(Recipe::parse(&text)?.expiry),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Expiry::default()),
        Err(error) => Err(error.into()),
    }
}
