//! `--json`: what programs read, one object in one line.
//!
//! # The format, version 1
//! Members may be added within a version; a reader passes over what it does not know.
//!
//! * `status`: `{"format":1,"event":"status","published":[{"role","version","expires","alarm"}],
//!   "waiting":[{"role","version","by-old-keys","threshold","signed":[{"id","name"}],"missing":[…]}]}`; `alarm` says
//!   that somebody has to act, `name` is null for a key that the folder `keys` does not know.
//! * A failure of any verb: `{"format":1,"event":"failed","code","exit-status","arguments","details","message","hint"}`,
//!   a row of the publisher's table; `message` and `hint` in the chosen language.

use serde::Serialize;

use crate::messages::{Messages, json_line};
use crate::model::Timestamp;
use crate::model::event::Failure;
use crate::publish::key::NamedKey;
use crate::publish::watch::{Ending, Waiting};
use crate::trust::document::KeyId;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Failed<'a> {
    format: u32,
    event: &'static str,
    #[serde(flatten)]
    failure: &'a Failure,
    message: String,
    hint: String,
}

/// Tells a failure.
pub(super) fn failed(messages: &Messages, failure: &Failure) -> String {
    let (message, hint) = (messages.failure(failure), messages.hint(failure));
    json_line(&Failed { format: FORMAT, event: "failed", failure, message, hint })
}

#[derive(Serialize)]
struct Status<'a> {
    format: u32,
    event: &'static str,
    published: Vec<Document<'a>>,
    waiting: Vec<Unsigned<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    role: &'a str,
    version: u64,
    expires: Timestamp,
    alarm: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Unsigned<'a> {
    role: &'a str,
    version: u64,
    by_old_keys: bool,
    threshold: u64,
    signed: Vec<Key<'a>>,
    missing: Vec<Key<'a>>,
}

#[derive(Serialize)]
struct Key<'a> {
    id: &'a str,
    name: Option<&'a str>,
}

/// Tells who has signed and what ends when.
pub(super) fn status(published: &[Ending], waiting: &[Waiting], known: &[NamedKey]) -> String {
    let document = |ending: &Ending| Document {
        role: ending.role.as_str(),
        version: ending.version,
        expires: ending.expires,
        alarm: ending.alarm,
    };
    json_line(&Status {
        format: FORMAT,
        event: "status",
        published: published.iter().map(document).collect(),
        waiting: waiting.iter().map(|waiting| unsigned(waiting, known)).collect(),
    })
}

fn unsigned<'a>(waiting: &'a Waiting, known: &'a [NamedKey]) -> Unsigned<'a> {
    let keys = |ids: &'a [KeyId]| ids.iter().map(|id| key(id, known)).collect();
    Unsigned {
        role: waiting.role.as_str(),
        version: waiting.version,
        by_old_keys: waiting.old_keys,
        threshold: waiting.threshold,
        signed: keys(&waiting.signed),
        missing: keys(&waiting.missing),
    }
}

fn key<'a>(id: &'a KeyId, known: &'a [NamedKey]) -> Key<'a> {
    let named = known.iter().find(|named| named.public.key_id() == *id);
    Key { id: id.as_str(), name: named.map(|named| named.name.as_str()) }
}

const FORMAT: u32 = 1;
