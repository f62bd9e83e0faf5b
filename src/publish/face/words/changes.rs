//! What an owner is told before signing: everything that changes, and nothing that a stranger can paint over.
//!
//! Every structure of the release is taken apart by naming all its members, so that a member that comes
//! later does not compile until somebody has decided how it is shown.

use std::collections::BTreeSet;

use super::{plain, platform};
use crate::model::artifact::Source;
use crate::model::lock::LockedPackage;
use crate::model::release::{Application, Build, Covered, Desktop, Icon, Runtime, Stub};
use crate::model::{Artifact, FileName, Marker, Release, Sha256Digest, Translated, Translations, Version};
use crate::publish::changes::{Changes, Condition, KeyChanges, LockChange, OtherFile, PackageChange, ReleaseChanges};
use crate::publish::key::NamedKey;
use crate::trust::document::PublicKey;

/// Tells everything that an owner is about to sign.
pub(in crate::publish::face) fn changes(changes: &Changes, known: &[NamedKey]) -> String {
    let Changes { keys, release } = changes;
    let mut lines = Vec::new();
    lines.extend(keys.iter().flat_map(|keys| key_changes(keys, known)));
    lines.extend(release.iter().flat_map(release_changes));
    lines.iter().map(|line| plain(line) + "\n").collect()
}

fn key_changes(keys: &KeyChanges, known: &[NamedKey]) -> Vec<String> {
    let KeyChanges { version: (before, after), expires, quorum, added, removed, kept, online } = keys;
    let before = before.map_or_else(|| "none".to_owned(), |version| format!("version {version}"));
    let quorum = match quorum {
        (Some(old), new) if old != new => format!("{old} -> {new}"),
        (_, new) => new.to_string(),
    };
    let mut lines = vec![
        format!("KEYS: {before} -> version {after}, ends {expires}"),
        format!("  quorum {quorum} of {} owners", added.len() + kept.len()),
    ];
    for (sign, list) in [("+", added), ("-", removed), (" ", kept)] {
        lines.extend(list.iter().map(|key| format!("  {sign} owner {}", name_of(key, known))));
    }
    if let (Some(online), changed) = online {
        let sign = if *changed { "+" } else { " " };
        lines.push(format!("  {sign} online key {}", name_of(online, known)));
    }
    lines
}

/// Goes by the key itself: what a document calls it proves nothing.
fn name_of(key: &PublicKey, known: &[NamedKey]) -> String {
    let same = |named: &&NamedKey| named.public.verification_key().identity() == key.verification_key().identity();
    match known.iter().find(same) {
        Some(named) => format!("{} ({})", named.name, key.key_id()),
        None => key.key_id().to_string(),
    }
}

fn release_changes(changes: &ReleaseChanges) -> Vec<String> {
    let ReleaseChanges {
        before,
        after,
        targets_version: (old, new),
        expires,
        added,
        removed,
        changed,
        locks,
        requirements_agree,
    } = changes;
    let Application { id, name, publisher } = &after.application;
    let version = before.as_ref().map_or_else(|| "nothing".to_owned(), |release| release.version.to_string());
    let is_older = before.as_ref().is_some_and(|release| after.version < release.version);
    let older = if is_older { ": OLDER THAN WHAT IS PUBLISHED" } else { "" };
    let old = old.map_or_else(|| "none".to_owned(), |version| version.to_string());
    let mut lines = vec![
        format!("RELEASE: {name} ({id}) by {publisher}"),
        format!("  version {version} -> {}{older}", after.version),
        format!("  targets version {old} -> {new}, ends {expires}"),
    ];
    lines.extend(field_changes(before.as_ref(), after));
    for (sign, files) in [("+", added), ("-", removed), ("~", changed)] {
        lines.extend(files.iter().map(|file| format!("  {sign} file {file}")));
    }
    if locks.is_empty() {
        lines.push("  locked distributions: no change".to_owned());
    }
    lines.extend(locks.iter().flat_map(lock_change));
    if !requirements_agree {
        lines.push("  WARNING: requirements.txt DOES NOT SAY WHAT THE LOCK SAYS".to_owned());
    }
    lines
}

fn field_changes(before: Option<&Release>, after: &Release) -> Vec<String> {
    let old = before.map(fields);
    let mut lines = Vec::new();
    for (at, (name, new)) in fields(after).into_iter().enumerate() {
        match old.as_ref().and_then(|fields| fields.get(at)) {
            Some((_, old)) => lines.extend(field_change(name, old, &new)),
            None => lines.extend(new.iter().map(|item| format!("    {name}: {item}"))),
        }
    }
    lines
}

fn field_change(name: &str, old: &[String], new: &[String]) -> Vec<String> {
    let one = |items: &[String]| items.first().map_or_else(|| "none".to_owned(), String::clone);
    if old == new {
        return Vec::new();
    }
    if old.len() <= 1 && new.len() <= 1 {
        return vec![format!("  ~ {name}: {} -> {}", one(old), one(new))];
    }
    let only = |sign: &str, these: &[String], those: &[String]| -> Vec<String> {
        let items = these.iter().filter(|item| !those.contains(item));
        items.map(|item| format!("  {sign} {name}: {item}")).collect()
    };
    let lines = [only("-", old, new), only("+", new, old)].concat();
    if lines.is_empty() { vec![format!("  ~ {name}: the same in another order: {}", new.join(", "))] } else { lines }
}

/// Every member of `release.json`, in words; the version stands in the heading.
fn fields(release: &Release) -> Vec<(&'static str, Vec<String>)> {
    let Release {
        format,
        application: Application { id, name, publisher },
        version: _,
        requires_python,
        lock,
        pip,
        commands,
        smoke_test,
        security_floor,
        builds,
        runtimes,
        path_files,
        coverage,
        data_folders,
        desktop,
        stubs,
    } = release;
    let build = |(name, Build { lock, needs_compiler }): (&_, &Build)| {
        let compiler = if *needs_compiler { "with a C compiler" } else { "without a compiler" };
        format!("{name} {compiler}, dependencies as {lock} says")
    };
    vec![
        ("format", vec![format.to_string()]),
        ("application", vec![id.to_string()]),
        ("name", vec![name.clone()]),
        ("publisher", vec![publisher.clone()]),
        ("Pythons", vec![requires_python.to_string()]),
        ("lock", vec![lock.to_string()]),
        ("pip", vec![artifact(pip)]),
        ("command", commands.iter().map(ToString::to_string).collect()),
        // Quoted, since an argument may hold spaces.
        ("smoke test", vec![format!("{smoke_test:?}")]),
        ("security floor", security_floor.iter().map(Version::to_string).collect()),
        ("built by users", builds.iter().map(build).collect()),
        ("managed Python", runtimes.iter().map(runtime).collect()),
        ("path file", path_files.iter().flat_map(path_file).collect()),
        ("coverage", coverage.iter().map(covered).collect()),
        ("data folder", data_folders.clone()),
        ("menu entry", desktop.iter().flat_map(menu_entry).collect()),
        ("icon", desktop.iter().flat_map(|desktop| &desktop.icons).map(icon).collect()),
        ("installer", stubs.iter().map(stub).collect()),
    ]
}

fn artifact(artifact: &Artifact) -> String {
    let Artifact { name, size, sha256, package, sources } = artifact;
    let source = |source: &Source| match source {
        Source::Url(url) => url.to_string(),
        Source::Target(name) => format!("target {name}"),
    };
    let package = package.as_ref().map_or_else(|| "no distribution".to_owned(), |name| format!("distribution {name}"));
    let sources = sources.iter().map(source).collect::<Vec<_>>().join(", ");
    format!("{name}, {size} bytes, sha256 {sha256}, {package}, from {sources}")
}

/// Each content that may have the name is one line.
fn path_file((name, digests): (&FileName, &Vec<Sha256Digest>)) -> Vec<String> {
    digests.iter().map(|sha256| format!("{name} sha256 {sha256}")).collect()
}

fn runtime(Runtime { version, platform: place, archive }: &Runtime) -> String {
    format!("{version} for {}: {}", platform(place), artifact(archive))
}

fn stub(Stub { version, platform: place, file }: &Stub) -> String {
    format!("{version} for {}: {}", platform(place), artifact(file))
}

fn icon(Icon { size, file }: &Icon) -> String {
    format!("{size}: {}", artifact(file))
}

/// Each text of a menu entry is one line; its icons are listed by themselves.
fn menu_entry(desktop: &Desktop) -> Vec<String> {
    let Desktop { command, arguments, terminal, name, comment, categories, keywords, icons: _ } = desktop;
    let place = if *terminal { "in a terminal" } else { "without a terminal" };
    let Translated { default, translations } = comment;
    let texts = |what: &'static str, texts: &Translations| {
        texts.iter().map(move |(tag, text)| format!("{what} in {tag}: {text}")).collect::<Vec<_>>()
    };
    let mut lines = vec![format!("starts {command} {arguments:?} {place}")];
    lines.extend(texts("name", name));
    lines.push(format!("comment: {default}"));
    lines.extend(texts("comment", translations));
    lines.extend([format!("categories {}", categories.join(" ")), format!("keywords {keywords:?}")]);
    lines
}

fn covered(Covered { platform: place, python, without_wheel }: &Covered) -> String {
    let without: Vec<String> = without_wheel.iter().map(ToString::to_string).collect();
    let without = if without.is_empty() { String::new() } else { format!(", no wheel of {}", without.join(", ")) };
    format!("{}, Python {python}{without}", platform(place))
}

fn lock_change(change: &LockChange) -> Vec<String> {
    let LockChange { builds, file: (old, new), requires_python, environments, packages } = change;
    let use_ = builds.as_ref().map_or_else(|| "what is installed".to_owned(), |name| format!("building {name}"));
    let mut lines = match (old, new) {
        (Some(old), Some(new)) if old == new => Vec::new(),
        (Some(old), Some(new)) => vec![format!("  ~ ANOTHER LOCK of {use_}: {old} -> {new}")],
        (None, Some(new)) => vec![format!("  + lock of {use_}: {new}")],
        (Some(old), None) => vec![format!("  - lock of {use_}: {old}")],
        (None, None) => Vec::new(),
    };
    let label = new.as_ref().or(old.as_ref()).map(ToString::to_string).unwrap_or_default();
    let pythons = |pythons: &Option<_>| pythons.iter().map(ToString::to_string).collect::<Vec<String>>();
    let (before, after) = (pythons(&requires_python.0), pythons(&requires_python.1));
    lines.extend(field_change(&format!("{label}: Pythons"), &before, &after));
    let markers = |markers: &[Marker]| markers.iter().map(Marker::to_string).collect::<Vec<_>>();
    let (before, after) = (markers(&environments.0), markers(&environments.1));
    lines.extend(field_change(&format!("{label}: environment"), &before, &after));
    lines.extend(packages.iter().flat_map(|package| package_change(&label, package)));
    lines
}

fn package_change(label: &str, change: &PackageChange) -> Vec<String> {
    let PackageChange { package, before, after } = change;
    let versions = |entries: &[LockedPackage]| {
        let versions = PackageChange::versions(entries);
        versions.into_iter().map(Version::to_string).collect::<Vec<_>>().join(" and ")
    };
    let (old, new) = (versions(before), versions(after));
    if before.is_empty() {
        return vec![format!("  + {label}: {package} {new}{}", all_conditions(after))];
    }
    if after.is_empty() {
        return vec![format!("  - {label}: {package} {old}")];
    }
    let mut lines = Vec::new();
    if old != new {
        lines.push(format!("  ~ {label}: {package} {old} -> {new}"));
    }
    lines.extend(condition_change(label, change));
    let files = change.other_files();
    if !files.is_empty() {
        lines.push(format!("  ! {label}: {package}: SAME VERSION, OTHER FILES"));
    } else if change.is_rearranged() {
        lines.push(format!("  ! {label}: {package}: THE SAME FILES FOR OTHER MACHINES"));
    }
    for OtherFile { version, name, sha256, comes } in files {
        lines.push(format!("      {} {name} of {version}, sha256 {sha256}", if comes { "+" } else { "-" }));
    }
    if lines.is_empty() {
        // Nothing that is listed: other places or sizes of the same files, or entries in another order.
        lines.push(format!("  ~ {label}: {package} {new}: the same files, listed in another way"));
    }
    lines
}

fn condition_change(label: &str, change: &PackageChange) -> Vec<String> {
    let PackageChange { package, before, after } = change;
    let (old, new) = (PackageChange::conditions(before), PackageChange::conditions(after));
    let bare = |set: &BTreeSet<Condition>| -> Vec<(Option<String>, Option<String>)> {
        set.iter().map(|condition| (condition.marker.clone(), condition.requires_python.clone())).collect()
    };
    // One version follows another under the same condition: that is no change of the condition.
    let same = old == new || (old.len() == 1 && new.len() == 1 && bare(&old) == bare(&new));
    if same {
        return Vec::new();
    }
    vec![format!("  ~ {label}: {package}: installed{} -> installed{}", all_conditions(before), all_conditions(after))]
}

fn all_conditions(entries: &[LockedPackage]) -> String {
    let conditions = PackageChange::conditions(entries);
    let many = conditions.len() > 1;
    let words: Vec<String> = conditions.iter().map(|condition| one_condition(condition, many)).collect();
    words.join(", or")
}

fn one_condition(condition: &Condition, many: bool) -> String {
    let Condition { version, marker, requires_python } = condition;
    let version = if many { format!(" {version}") } else { String::new() };
    match (marker, requires_python) {
        (None, None) => format!("{version} always"),
        (Some(marker), None) => format!("{version} where {marker}"),
        (None, Some(python)) => format!("{version} on Python {python}"),
        (Some(marker), Some(python)) => format!("{version} where {marker}, on Python {python}"),
    }
}
