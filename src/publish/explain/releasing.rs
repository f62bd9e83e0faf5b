//! The rows of the verbs from what is staged to what is published.

use super::preparing::{claim, draft, lock, profile, recipe, wheel};
use super::{cancelled, disk, source};
use crate::model::event::Failure;
use crate::publish::beside::BesideError;
use crate::publish::changes::ChangesError;
use crate::publish::failure;
use crate::publish::gate::GateError;
use crate::publish::history::HistoryError;
use crate::publish::online::OnlineError;
use crate::publish::published::PublishedError;
use crate::publish::publishing::PublishError;
use crate::publish::record::RecordError;
use crate::publish::shape::Misshapen;
use crate::publish::sign::SignError;
use crate::publish::stage::StageError;
use crate::publish::staged::StagedError;
use crate::publish::watch::WatchError;
use crate::trust::document::RoleName;

pub(super) fn stage(error: &StageError) -> Failure {
    match error {
        StageError::Recipe(error) => recipe(error),
        StageError::Profile(error) => profile(error),
        StageError::Lock(error) => lock(error),
        StageError::Draft(error) => draft(error),
        StageError::NotCovered { .. } => failure::NOT_COVERED.failure([], None),
        StageError::NotInstallable { .. } => failure::NOT_INSTALLABLE.failure([], None),
        StageError::Beside(error) => beside(error),
        StageError::Gate(error) => gate(error),
        StageError::OtherWheel { file } => failure::WHEEL_OTHER.failure([("file", file.to_string())], None),
        StageError::Older { published, offered } => failure::RELEASE_OLDER
            .failure([("published", published.to_string()), ("offered", offered.to_string())], None),
        StageError::TargetsVersion { asked, published } => {
            failure::TARGETS_VERSION.failure([("asked", asked.to_string()), ("published", published.to_string())], None)
        }
        StageError::Published(error) => published(error),
        StageError::Release(_) => failure::PUBLISHED_DAMAGED.failure([("file", "release.json".to_owned())], None),
        StageError::Staged(error) => staged(error),
        StageError::Io(error) => disk(error),
    }
}

fn beside(error: &BesideError) -> Failure {
    match error {
        BesideError::File { source, .. } | BesideError::Store(source) => disk(source),
        BesideError::Icon { path, source } => {
            failure::BESIDE_ICON.failure([("path", path.display().to_string()), ("problem", source.to_string())], None)
        }
        BesideError::Twice { name } => failure::BESIDE_TWICE.failure([("file", name.to_string())], None),
        BesideError::Name(error) => failure::BESIDE_NAME.failure([("file", error.text.clone())], None),
        BesideError::Download(error) => source(error),
        BesideError::OtherDigest { name, .. } => failure::BESIDE_DIGEST.failure([("file", name.to_string())], None),
    }
}

fn gate(error: &GateError) -> Failure {
    match error {
        GateError::Download(error) => source(error),
        GateError::Claim(error) => claim(error),
        GateError::Build(error) => wheel(error),
        GateError::Io(error) => disk(error),
        GateError::Cancelled => cancelled(),
    }
}

pub(super) fn staged(error: &StagedError) -> Failure {
    match error {
        StagedError::Nothing { folder } => {
            failure::STAGED_NOTHING.failure([("folder", folder.display().to_string())], None)
        }
        StagedError::Io(error) => disk(error),
        StagedError::Document { path, .. } => {
            failure::STAGED_DAMAGED.failure([("file", path.display().to_string())], None)
        }
        StagedError::OtherFile { name } => failure::STAGED_DAMAGED.failure([("file", name.clone())], None),
        StagedError::PartlyPublished { folder } => {
            failure::STAGED_PARTLY.failure([("folder", folder.display().to_string())], None)
        }
        StagedError::NoRoot => failure::STAGED_NO_ROOT.failure([], None),
    }
}

pub(super) fn changes(error: &ChangesError) -> Failure {
    match error {
        ChangesError::Release(_) => failure::STAGED_DAMAGED.failure([("file", "release.json".to_owned())], None),
        ChangesError::Lock { file, .. } => failure::STAGED_DAMAGED.failure([("file", file.to_string())], None),
        ChangesError::Staged(error) => staged(error),
    }
}

fn misshapen(error: &Misshapen) -> Failure {
    failure::STAGED_MISSHAPEN.failure([("problem", error.to_string())], None)
}

pub(super) fn record(error: &RecordError) -> Failure {
    let document = |role: &RoleName, version: &u64| [("role", role.to_string()), ("version", version.to_string())];
    match error {
        RecordError::AlreadySigned { role, version, at } => {
            let [role, version] = document(role, version);
            failure::SIGN_TWICE.failure([role, version, ("at", at.to_string())], None)
        }
        RecordError::OtherHistory { role, version } => failure::HISTORY_OTHER.failure(document(role, version), None),
        RecordError::Older { role, seen, told } => failure::HISTORY_OLDER
            .failure([("role", role.to_string()), ("seen", seen.to_string()), ("told", told.to_string())], None),
        RecordError::Untold { role, version, at } => {
            let [role, version] = document(role, version);
            failure::HISTORY_UNTOLD.failure([role, version, ("at", at.to_string())], None)
        }
        RecordError::Damaged { path, .. } => {
            failure::RECORD_DAMAGED.failure([("path", path.display().to_string())], None)
        }
        RecordError::Io(error) => disk(error),
    }
}

fn history(error: &HistoryError) -> Failure {
    match error {
        HistoryError::Chain(_) => failure::HISTORY_BROKEN.failure([], None),
        HistoryError::Unsigned { role } => failure::HISTORY_UNSIGNED.failure([("role", role.to_string())], None),
        HistoryError::Record(error) => record(error),
        HistoryError::NoRoot => failure::STAGED_NO_ROOT.failure([], None),
    }
}

fn outdated(role: RoleName, staged: u64, published: u64) -> Failure {
    let versions = [("role", role.to_string()), ("staged", staged.to_string()), ("published", published.to_string())];
    failure::STAGED_OUTDATED.failure(versions, None)
}

pub(super) fn sign(error: &SignError) -> Failure {
    match error {
        SignError::Staged(error) => staged(error),
        SignError::Record(error) => record(error),
        SignError::Misshapen(error) => misshapen(error),
        SignError::NotAsked { id } => failure::SIGN_NOT_ASKED.failure([("key", id.clone())], None),
        SignError::History(error) => history(error),
        SignError::OutOfOrder { role, staged, published } => outdated(*role, *staged, *published),
        SignError::Expired { role, expires } => {
            failure::STAGED_EXPIRED.failure([("role", role.to_string()), ("expires", expires.to_string())], None)
        }
        SignError::Key(_) => failure::KEY_UNUSABLE.failure([], None),
        SignError::Io(error) => disk(error),
    }
}

pub(super) fn published(error: &PublishedError) -> Failure {
    match error {
        PublishedError::Io(error) => disk(error),
        PublishedError::Document { file, .. } | PublishedError::Missing { file } => {
            failure::PUBLISHED_DAMAGED.failure([("file", file.clone())], None)
        }
    }
}

fn online(error: &OnlineError) -> Failure {
    match error {
        OnlineError::OtherKey => failure::ONLINE_OTHER_KEY.failure([], None),
        OnlineError::Key(_) => failure::KEY_UNUSABLE.failure([], None),
        OnlineError::Refused { from, .. } => {
            let user = from.map_or_else(|| "new".to_owned(), |version| version.to_string());
            failure::USER_REFUSES.failure([("user", user)], None)
        }
        OnlineError::Published(error) => published(error),
        OnlineError::Io(error) => disk(error),
    }
}

pub(super) fn publish(error: &PublishError) -> Failure {
    match error {
        PublishError::TooFew { role, count, .. } => failure::PUBLISH_TOO_FEW.failure(
            [
                ("role", role.to_string()),
                ("have", count.signed.len().to_string()),
                ("need", count.threshold.to_string()),
            ],
            None,
        ),
        PublishError::NothingReleased => failure::PUBLISH_NOTHING.failure([], None),
        PublishError::Outdated { role, staged, published } => outdated(*role, *staged, *published),
        PublishError::NotCovered { .. } => failure::NOT_COVERED.failure([], None),
        PublishError::Misshapen(error) => misshapen(error),
        PublishError::NotInstallable { .. } => failure::NOT_INSTALLABLE.failure([], None),
        PublishError::Gate(error) => gate(error),
        PublishError::Online(error) => online(error),
        PublishError::Staged(error) => staged(error),
        PublishError::Published(error) => published(error),
        PublishError::Recipe(error) => recipe(error),
        PublishError::Profile(error) => profile(error),
        PublishError::Draft(error) => draft(error),
        PublishError::Claim(error) => claim(error),
        PublishError::Io(error) => disk(error),
    }
}

pub(super) fn watch(error: &WatchError) -> Failure {
    match error {
        WatchError::NothingPublished => failure::PUBLISHED_NOTHING.failure([], None),
        WatchError::Published(error) => published(error),
        WatchError::Staged(error) => staged(error),
        WatchError::Misshapen(error) => misshapen(error),
        WatchError::Online(error) => online(error),
        WatchError::Recipe(error) => recipe(error),
        WatchError::Profile(error) => profile(error),
        WatchError::Io(error) => disk(error),
    }
}
