//! The client against another one (sigstore-tuf): a valid repository is changed in thousands of ways, and what
//! the other client refuses, this one refuses. Where this one is stricter, the reason is one of a named few.
//!
//! `tests/interop/python_tuf.py` holds python-tuf against the same changes; the ignored test here writes them.
#![allow(missing_docs, clippy::print_stdout, reason = "tests")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod trust_kit;

use std::collections::BTreeMap;
use std::io::Write;

use ed25519_dalek::Signer;
use quoc::trust::TrustError;
use quoc::trust::document::{DocumentError, RoleName};
use quoc::trust::json::JsonError;
use serde_json::{Value, json};
use sigstore_tuf::{Metadata, Root, TrustedMetadataSet};
use trust_kit::{Machine, Repository, key, time};

/// One change to one served file.
struct Case {
    name: String,
    file: &'static str,
    bytes: Vec<u8>,
}

const FILES: [(&str, RoleName); 4] = [
    ("2.root.json", RoleName::Root),
    ("timestamp.json", RoleName::Timestamp),
    ("1.snapshot.json", RoleName::Snapshot),
    ("1.targets.json", RoleName::Targets),
];

/// Valid for as long as anyone runs this, since python-tuf reads the real clock.
fn base() -> Repository {
    let mut repository = Repository::new();
    for role in RoleName::ALL {
        *repository.expires_mut(role) = time("2099-01-01T00:00:00Z");
    }
    repository.files.clear();
    repository.write_all();
    repository.baked = repository.files["1.root.json"].clone();
    repository.bump_root();
    repository
}

/// Signs a changed document with the right keys, by the other client's idea of its canonical form.
fn resign(envelope: &mut Value, signers: &[u8]) -> Option<()> {
    let message = sigstore_tuf::canonical_json::to_canonical_bytes(&envelope["signed"]).ok()?;
    let sign = |seed: &u8| {
        let signature = key(*seed).sign(&message).to_bytes();
        let sig: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
        json!({ "keyid": trust_kit::public(*seed).key_id().as_str(), "sig": sig })
    };
    envelope["signatures"] = signers.iter().map(sign).collect();
    Some(())
}

/// Every place in a document.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| places(value, &format!("{at}/{}", escaped(name)), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| places(value, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

fn replacements(was: &Value) -> Vec<(String, Value)> {
    let mut others = vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(2),
        json!(-1),
        json!(1.0),
        json!(9_007_199_254_740_993_u64),
        json!(""),
        json!("x"),
        json!("1"),
        json!([]),
        json!({}),
        json!([[]]),
        json!({ "a": 1 }),
        json!("2001-01-01T00:00:00Z"),
        json!("2098-12-31T23:59:60Z"),
        json!("2098-01-01T00:00:00.5Z"),
        json!("2098-01-01T00:00:00+00:00"),
        json!("2098-01-01 00:00:00Z"),
        json!("2098-01-01"),
        json!("2098-02-30T00:00:00Z"),
        json!("1.0"),
        json!("1.2.3"),
        json!("2.0.0"),
        json!("root"),
        json!("targets"),
    ];
    match was {
        Value::String(text) => {
            others.extend([json!(text.to_uppercase()), json!(format!(" {text}")), json!(format!("{text}\u{0}"))]);
            others.extend([json!(format!("{text}é")), json!(text.chars().rev().collect::<String>())]);
            others.push(json!(text.get(..text.len().saturating_sub(1)).unwrap_or("")));
        }
        Value::Number(number) => {
            let number = number.as_u64().unwrap_or(0);
            others.extend([json!(number + 1), json!(number as f64), json!(number.to_string()), json!([number])]);
        }
        Value::Array(items) => {
            others.push(items.iter().chain(items).cloned().collect());
            others.push(items.iter().rev().cloned().collect());
            others.push(items.iter().skip(1).cloned().collect());
            others.push(items.iter().cloned().chain([json!("x")]).collect());
        }
        Value::Object(members) => {
            let mut more = members.clone();
            more.insert("x-unknown".to_owned(), json!({ "deep": [1, "ü\n\"\\\u{7f}"] }));
            others.push(Value::Object(more));
            let mut delegating = members.clone();
            delegating.insert("delegations".to_owned(), json!({ "keys": {}, "roles": [] }));
            others.push(Value::Object(delegating));
        }
        _ => {}
    }
    others.retain(|other| other != was);
    others.into_iter().map(|other| (format!("is {other}"), other)).collect()
}

fn with(envelope: &Value, place: &str, new: Option<Value>) -> Value {
    let mut changed = envelope.clone();
    if let Some(new) = new {
        *changed.pointer_mut(place).unwrap() = new;
        return changed;
    }
    let (parent, name) = place.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/").replace("~0", "~");
    match changed.pointer_mut(parent).unwrap() {
        Value::Object(members) => drop(members.remove(&name)),
        Value::Array(items) => drop(items.remove(name.parse().unwrap())),
        _ => unreachable!("only these have places inside"),
    }
    changed
}

/// Changes of values; of `signed`, both as left by a thief and as signed by careless publishers.
fn value_cases(repository: &Repository) -> Vec<Case> {
    let mut cases = Vec::new();
    for (file, role) in FILES {
        let envelope: Value = serde_json::from_slice(&repository.files[file]).unwrap();
        let mut all = Vec::new();
        places(&envelope, "", &mut all);
        for place in all.iter().filter(|place| !place.is_empty()) {
            let mut changes = vec![("is gone".to_owned(), with(&envelope, place, None))];
            for (what, new) in replacements(envelope.pointer(place).unwrap()) {
                changes.push((what, with(&envelope, place, Some(new))));
            }
            for (index, (what, mut changed)) in changes.into_iter().enumerate() {
                let name = format!("{file}: {place} {what}");
                // Whatever is changed in what is signed breaks the signatures alike: a few of each are enough.
                if !place.starts_with("/signed/") || index % 6 == 0 {
                    cases.push(Case { name: name.clone(), file, bytes: changed.to_string().into_bytes() });
                }
                if place.starts_with("/signed/") && resign(&mut changed, &repository.signers[&role]).is_some() {
                    let name = format!("{name}, signed");
                    cases.push(Case { name, file, bytes: changed.to_string().into_bytes() });
                }
            }
        }
    }
    cases
}

/// Changes of the text that leave the value alone, or give it two meanings, or none.
fn text_cases(repository: &Repository) -> Vec<Case> {
    let mut cases = Vec::new();
    for (file, _) in FILES {
        let text = String::from_utf8(repository.files[file].clone()).unwrap();
        let compact = serde_json::from_str::<Value>(&text).unwrap().to_string();
        let changes: Vec<(&str, Vec<u8>)> = vec![
            ("compact", compact.clone().into_bytes()),
            ("white space around", format!(" \t\r\n{text} \n").into_bytes()),
            ("escapes", text.replace("\"version\"", "\"\\u0076ersion\"").into_bytes()),
            ("a repeated member", text.replacen("\"version\":", "\"version\": 1, \"version\":", 1).into_bytes()),
            ("a member repeated alike", text.replacen("\"expires\"", "\"version\": 1, \"expires\"", 1).into_bytes()),
            ("signed twice", compact.replacen("\"signed\":", "\"signed\":{},\"signed\":", 1).into_bytes()),
            ("a byte order mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
            ("something behind", format!("{text}x").into_bytes()),
            ("two documents", format!("{text}{text}").into_bytes()),
            ("a trailing comma", text.replacen("\n}", ",\n}", 1).into_bytes()),
            ("a comment", format!("// comment\n{text}").into_bytes()),
            ("no number", text.replacen("\"version\": 1", "\"version\": NaN", 1).into_bytes()),
            ("a leading zero", text.replacen("\"version\": 1", "\"version\": 01", 1).into_bytes()),
            ("cut short", text.as_bytes()[..text.len() / 2].to_vec()),
            ("latin 1", [text.as_bytes(), b"\xff"].concat()),
            ("a lone surrogate", text.replacen("\"sig\"", "\"\\ud800\": 1, \"sig\"", 1).into_bytes()),
            ("nested deeply", format!("{}{}", "[".repeat(3000), "]".repeat(3000)).into_bytes()),
            ("empty", Vec::new()),
            ("a web page", b"<html></html>".to_vec()),
        ];
        let unchanged = |(_, bytes): &(&str, Vec<u8>)| *bytes != repository.files[file];
        for (what, bytes) in changes.into_iter().filter(unchanged) {
            cases.push(Case { name: format!("{file}: {what}"), file, bytes });
        }
    }
    cases
}

/// Signatures added, repeated, moved and spelled otherwise.
fn signature_cases(repository: &Repository) -> Vec<Case> {
    let mut cases = Vec::new();
    for (file, role) in FILES {
        let envelope: Value = serde_json::from_slice(&repository.files[file]).unwrap();
        let mut add = |what: &str, signatures: Vec<Value>| {
            let mut changed = envelope.clone();
            changed["signatures"] = signatures.into();
            cases.push(Case { name: format!("{file}: {what}"), file, bytes: changed.to_string().into_bytes() });
        };
        let signatures = envelope["signatures"].as_array().unwrap().clone();
        let first = signatures[0].clone();
        let by = |keyid: &str, sig: &Value| json!({ "keyid": keyid, "sig": sig });
        for count in 0..signatures.len() {
            add(&format!("{count} signatures"), signatures[..count].to_vec());
        }
        add("the first one twice", [&signatures[..], std::slice::from_ref(&first)].concat());
        add("the first one only, twice", vec![first.clone(), first.clone()]);
        let stranger = by(&"0".repeat(64), &first["sig"]);
        add("a stranger's beside", [&signatures[..], std::slice::from_ref(&stranger)].concat());
        add("strangers' only", vec![stranger]);
        for bad in ["", "zz", "00", "0", &"00".repeat(64)] {
            let spoiled = by(first["keyid"].as_str().unwrap(), &json!(bad));
            add(&format!("the first is {bad:?}"), [&[spoiled], &signatures[1..]].concat());
            let other = by(trust_kit::public(2).key_id().as_str(), &json!(bad));
            let rest = signatures.iter().filter(|one| one["keyid"] != other["keyid"]).cloned();
            add(&format!("another is {bad:?}"), rest.chain([other.clone()]).collect());
        }
        let upper = first["sig"].as_str().unwrap().to_uppercase();
        add("upper case", [&[by(first["keyid"].as_str().unwrap(), &json!(upper))], &signatures[1..]].concat());
        for signers in [&[1, 2, 3][..], &[4], &[5], &[9], &[1], &[1, 9], &[2, 3], &[4, 5]] {
            let mut changed = envelope.clone();
            resign(&mut changed, signers).unwrap();
            add(&format!("{role} signed by {signers:?}"), changed["signatures"].as_array().unwrap().clone());
        }
    }
    cases
}

fn all_cases(repository: &Repository) -> Vec<Case> {
    let mut cases = value_cases(repository);
    cases.extend(text_cases(repository));
    cases.extend(signature_cases(repository));
    cases
}

fn ours(repository: &Repository) -> Result<(), TrustError> {
    Machine::new(repository).refresh(repository).map(drop)
}

/// A document that expires now: the other client's type of moments needs no name here then.
fn moment() -> Metadata<Root> {
    let mut repository = Repository::new();
    repository.root.header.expires = time(trust_kit::NOW);
    Metadata::from_slice(&repository.sign(&repository.root)).unwrap()
}

/// The other client, from the same baked-in root over the same files.
fn theirs(files: &BTreeMap<String, Vec<u8>>, baked: &[u8], moment: &Metadata<Root>) -> Result<(), String> {
    let text = |error: sigstore_tuf::Error| error.to_string();
    let now = moment.signed().expires;
    let file = |name: &str| files.get(name).ok_or_else(|| format!("{name} is not there"));
    let mut trusted = TrustedMetadataSet::from_root(baked).map_err(text)?;
    while let Some(bytes) = files.get(&format!("{}.root.json", trusted.root().version + 1)) {
        trusted.update_root(bytes).map_err(text)?;
    }
    trusted.check_root_expired(now).map_err(text)?;
    trusted.update_timestamp(file("timestamp.json")?, now).map_err(text)?;
    let consistent = trusted.root().consistent_snapshot;
    let named = |version: u64, name: &str| if consistent { format!("{version}.{name}") } else { name.to_owned() };
    let version = trusted.timestamp().unwrap().snapshot_meta().ok_or("no snapshot")?.version;
    trusted.update_snapshot(file(&named(version, "snapshot.json"))?, now).map_err(text)?;
    let version = trusted.snapshot().unwrap().meta.get("targets.json").ok_or("no targets")?.version;
    trusted.update_targets(file(&named(version, "targets.json"))?, now).map_err(text)?;
    Ok(())
}

/// Names why this client is stricter; `None` is a reason that nobody thought of.
fn strictness(error: &TrustError) -> Option<&'static str> {
    let TrustError::Malformed { source, .. } = error else { return None };
    Some(match source {
        DocumentError::Json { source: JsonError::RepeatedMember { .. } } => "a member is repeated",
        DocumentError::Json { source: JsonError::IntegerTooLarge } => "a number is beyond 2^53",
        DocumentError::Json { source: JsonError::NotAnInteger } => "a number is a fraction, outside of what is signed",
        DocumentError::Missing { member } if member == "signed._type" => "there is no _type",
        DocumentError::Repeated { .. } => "an id is repeated",
        DocumentError::UnsupportedKey { .. } => "a key is of a kind that is not read",
        DocumentError::Delegations { .. } => "it delegates",
        DocumentError::OtherSpecification { .. } => "spec_version is not two or three numbers",
        DocumentError::Wrong { member, .. } => match member.as_str() {
            "signed.expires" => "an expiry is spelled otherwise",
            "signed.version" => "a version is 0",
            "signed.meta" => "a timestamp describes more than the snapshot",
            "signed.roles" => "a root has more roles",
            "signed.delegations" => "delegations are null",
            _ if member.ends_with(".public") => "a public key is none",
            _ if member.ends_with(".version") => "a version is 0",
            _ if member.ends_with(".hashes") => "hashes are null, or there are none",
            _ if member.ends_with(".length") => "a length is null",
            _ => return None,
        },
        DocumentError::Missing { member } if member.starts_with("signed.roles.") => "a root lacks a role",
        _ => return None,
    })
}

#[test]
fn what_the_other_client_refuses_this_one_refuses() {
    let repository = base();
    ours(&repository).unwrap();
    let moment = moment();
    theirs(&repository.files, &repository.baked, &moment).unwrap();
    let cases = all_cases(&repository);
    let (mut both, mut neither, mut looser) = (0, 0, Vec::new());
    let mut stricter: BTreeMap<&str, usize> = BTreeMap::new();
    let mut unexplained = Vec::new();
    for case in &cases {
        let mut changed = repository.clone();
        changed.files.insert(case.file.to_owned(), case.bytes.clone());
        match (ours(&changed), theirs(&changed.files, &changed.baked, &moment)) {
            (Ok(()), Ok(())) => both += 1,
            (Err(_), Err(_)) => neither += 1,
            (Ok(()), Err(why)) => looser.push(format!("{}: {why}", case.name)),
            (Err(error), Ok(())) => match strictness(&error) {
                Some(reason) => *stricter.entry(reason).or_default() += 1,
                None => unexplained.push(format!("{}: {error:?}", case.name)),
            },
        }
    }
    println!("{} changes: {both} trusted by both, {neither} by neither, stricter: {stricter:#?}", cases.len());
    assert!(looser.is_empty(), "trusted here and refused there:\n{}", looser.join("\n"));
    assert!(unexplained.is_empty(), "refused here and trusted there:\n{}", unexplained.join("\n"));
    assert!(cases.len() > 2_000 && both > 20 && neither > 1_000, "the changes lost their point");
}

#[test]
fn one_key_under_two_ids_is_two_votes_to_the_other_client_and_one_here() {
    let mut repository = base();
    let again = quoc::trust::document::KeyId::new("again");
    repository.root.keys.insert(again.clone(), trust_kit::public(1));
    repository.root.targets.keyids.push(again);
    repository.bump_root();
    let mut envelope: Value = serde_json::from_slice(&repository.files["1.targets.json"]).unwrap();
    resign(&mut envelope, &[1]).unwrap();
    let mut second = envelope["signatures"][0].clone();
    second["keyid"] = "again".into();
    envelope["signatures"].as_array_mut().unwrap().push(second);
    repository.files.insert("1.targets.json".to_owned(), envelope.to_string().into_bytes());
    assert!(theirs(&repository.files, &repository.baked, &moment()).is_ok());
    assert!(matches!(ours(&repository), Err(TrustError::TooFewSignatures { signed: 1, threshold: 2, .. })));
}

/// Run by `.ci/interop` before tests/interop/python_tuf.py.
#[test]
#[ignore = "writes the changes for python-tuf"]
fn write_the_changes_with_this_clients_verdicts() {
    let repository = base();
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("trust-changes.jsonl");
    let mut out = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    let files: BTreeMap<&String, String> = repository.files.iter().map(|(name, bytes)| (name, hex(bytes))).collect();
    writeln!(out, "{}", json!({ "baked": hex(&repository.baked), "files": files })).unwrap();
    for case in all_cases(&repository) {
        let mut changed = repository.clone();
        changed.files.insert(case.file.to_owned(), case.bytes.clone());
        let trusted = ours(&changed).is_ok();
        let line = json!({ "name": case.name, "file": case.file, "bytes": hex(&case.bytes), "trusted": trusted });
        writeln!(out, "{line}").unwrap();
    }
}
