//! The import rules of the rooms (ARCHITECTURE.md), held over the source itself.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use syn::visit::Visit;

/// Room, and the rooms it may import; `plan::types` stands for the plain types of `plan`.
const RULES: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("disk", &[]),
    ("ports", &["model"]),
    ("trust", &["model", "ports"]),
    ("plan", &["model", "trust"]),
    ("fetch", &["model", "plan", "ports", "disk"]),
    ("environment", &["model", "plan", "ports", "disk", "fetch"]),
    ("activate", &["model", "plan", "ports", "disk", "environment"]),
    ("engine", &["model", "trust", "plan", "fetch", "environment", "activate", "ports", "disk"]),
    ("messages", &["model", "engine"]),
    ("console", &["model", "engine", "messages", "ports"]),
    ("gui", &["model", "engine", "messages"]),
    ("publish", &["model", "trust", "plan", "environment", "fetch", "engine", "ports", "disk", "messages"]),
    ("system", ANY),
];

const ANY: &[&str] = &["*"];

#[test]
fn every_room_imports_only_what_the_blueprint_allows() {
    let mut broken = Vec::new();
    for (room, allowed) in RULES {
        for file in sources_of(room) {
            for import in crate_imports(&file) {
                if import != *room && !allowed.contains(&"*") && !allowed.contains(&import.as_str()) {
                    broken.push(format!("{} imports {import}", file.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_room_has_its_rule() {
    let ruled: BTreeSet<&str> = RULES.iter().map(|(room, _)| *room).collect();
    let lib = fs_err::read_to_string(source().join("lib.rs")).unwrap();
    for item in syn::parse_file(&lib).unwrap().items {
        if let syn::Item::Mod(module) = item {
            assert!(ruled.contains(module.ident.to_string().as_str()), "{} has no rule", module.ident);
        }
    }
}

#[test]
fn every_test_that_the_architecture_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs_err::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let mut code = String::new();
    for file in all_sources(&source()).into_iter().chain(all_sources(&root.join("tests"))) {
        code.push_str(&fs_err::read_to_string(file).unwrap());
    }
    // A name of four words or more between backticks is a test's.
    let named = page.split('`').skip(1).step_by(2).filter(|name| name.matches('_').count() >= 3 && !name.contains('/'));
    let missing: Vec<_> = named.filter(|name| !code.contains(&format!("fn {name}("))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_module_says_what_it_is_for() {
    for file in all_sources(&source()) {
        let text = fs_err::read_to_string(&file).unwrap();
        assert!(is_test(&file) || text.starts_with("//!"), "{} has no module documentation", file.display());
    }
}

#[test]
fn no_file_grows_beyond_reading() {
    for file in all_sources(&source()) {
        let text = fs_err::read_to_string(&file).unwrap();
        let code = text.split("\n#[cfg(test)]").next().unwrap_or_default().lines().count();
        assert!(is_test(&file) || code <= 400, "{} has {code} lines without its tests", file.display());
    }
}

/// Test modules say what they hold by their tests' names.
fn is_test(file: &Path) -> bool {
    file.ends_with("tests.rs") || file.components().any(|part| part.as_os_str() == "tests")
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources_of(room: &str) -> Vec<PathBuf> {
    let (file, folder) = (source().join(format!("{room}.rs")), source().join(room));
    let mut files = if folder.is_dir() { all_sources(&folder) } else { Vec::new() };
    files.extend(Some(file).filter(|file| file.is_file()));
    files
}

fn all_sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs_err::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(all_sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

fn crate_imports(file: &Path) -> BTreeSet<String> {
    let text = fs_err::read_to_string(file).unwrap();
    let mut imports = Imports::default();
    imports.visit_file(&syn::parse_file(&text).unwrap());
    imports.rooms
}

/// Collects the rooms behind `crate::`, wherever the path stands but in tests.
#[derive(Default)]
struct Imports {
    rooms: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let is_test = module.attrs.iter().any(|attribute| {
            attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Ident>().is_ok_and(|argument| argument == "test")
        });
        if !is_test {
            syn::visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let syn::UseTree::Path(path) = &item.tree else { return };
        if path.ident == "crate" {
            self.rooms.extend(first_names(&path.tree));
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut segments = path.segments.iter();
        if segments.next().is_some_and(|first| first.ident == "crate") {
            self.rooms.extend(segments.next().map(|second| second.ident.to_string()));
        }
        syn::visit::visit_path(self, path);
    }
}

fn first_names(tree: &syn::UseTree) -> Vec<String> {
    match tree {
        syn::UseTree::Path(path) => vec![path.ident.to_string()],
        syn::UseTree::Name(name) => vec![name.ident.to_string()],
        syn::UseTree::Rename(rename) => vec![rename.ident.to_string()],
        syn::UseTree::Group(group) => group.items.iter().flat_map(first_names).collect(),
        syn::UseTree::Glob(_) => vec!["*".to_owned()],
    }
}

#[test]
fn the_rule_sees_an_import_wherever_it_stands() {
    let code = "use crate::{trust::Client, fetch}; fn f() { crate::gui::draw(); } #[cfg(test)] mod tests { use crate::console; }";
    let mut imports = Imports::default();
    imports.visit_file(&syn::parse_file(code).unwrap());
    let seen: Vec<_> = imports.rooms.iter().map(String::as_str).collect();
    assert_eq!(seen, ["fetch", "gui", "trust"]);
}
