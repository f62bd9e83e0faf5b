//! Holds every catalogue to the same ids and variables, to the error table, and to what the program says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use quoc::console::options;
use quoc::engine::failure::{self, Row};
use quoc::messages::{CATALOGUES, Catalogue, FALLBACK, Isolation, Messages};
use quoc::model::event::Failure;
use quoc::publish;
use syn::visit::Visit;

/// What one message refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Uses {
    variables: BTreeSet<String>,
    messages: BTreeSet<String>,
    functions: BTreeSet<String>,
}

type Texts = BTreeMap<String, Uses>;

fn read(catalogue: &Catalogue) -> Texts {
    let mut texts = Texts::new();
    for file in catalogue.files {
        let place = format!("{}/{}.ftl", catalogue.tag, file.name);
        let resource = fluent_syntax::parser::parse(file.text()).unwrap_or_else(|(_, e)| panic!("{place}: {e:?}"));
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let mut uses = Uses::default();
                    let value = message.value.unwrap_or_else(|| panic!("{place}: {} says nothing", message.id.name));
                    pattern(&value, &mut uses);
                    let before = texts.insert(message.id.name.to_owned(), uses);
                    assert!(before.is_none(), "{place}: {} is there twice", message.id.name);
                    for attribute in message.attributes {
                        let mut uses = Uses::default();
                        pattern(&attribute.value, &mut uses);
                        texts.insert(format!("{}.{}", message.id.name, attribute.id.name), uses);
                    }
                }
                Entry::Junk { content } => panic!("{place}: {content}"),
                Entry::Term(term) => panic!("{place}: terms are not used here: {}", term.id.name),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
    texts
}

fn pattern(pattern: &Pattern<String>, uses: &mut Uses) {
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inner) } => inline(inner, uses),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                inline(selector, uses);
                variants.iter().for_each(|variant| self::pattern(&variant.value, uses));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
}

fn inline(expression: &InlineExpression<String>, uses: &mut Uses) {
    match expression {
        InlineExpression::VariableReference { id } => {
            uses.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            uses.messages.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { id, arguments: CallArguments { positional, .. } } => {
            uses.functions.insert(id.name.to_owned());
            positional.iter().for_each(|argument| inline(argument, uses));
        }
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inner) => inline(inner, uses),
            Expression::Select { .. } => panic!("a selector inside a placeable inside a placeable"),
        },
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

/// String literals of the program, and of them those that ask `Messages` for a text.
#[derive(Default)]
struct Literals {
    all: BTreeSet<String>,
    asked: BTreeSet<String>,
}

impl Literals {
    fn visit_owned(&mut self, expression: &syn::Expr) {
        let mut inner = Self::default();
        inner.visit_expr(expression);
        self.all.extend(inner.all);
        self.asked.extend(inner.asked);
    }
}

impl<'ast> Visit<'ast> for Literals {
    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.all.insert(literal.value());
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let receiver = matches!(&*call.receiver, syn::Expr::Path(path)
            if path.path.segments.last().is_some_and(|last| last.ident == "messages"))
            || matches!(&*call.receiver, syn::Expr::Field(field)
                if matches!(&field.member, syn::Member::Named(name) if name == "messages"));
        let first = call.args.first();
        if let (true, Some(syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(id), .. }))) =
            (receiver && (call.method == "text" || call.method == "word"), first)
        {
            self.asked.insert(id.value());
        }
        syn::visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        // What stands in `vec![…]` and `format!(…)` are expressions, too.
        let arguments = syn::punctuated::Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        let expressions = call.parse_body_with(arguments).into_iter().flatten();
        for expression in expressions {
            self.visit_owned(&expression);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        // What only tests say does not count as used.
        if module.ident != "tests" {
            syn::visit::visit_item_mod(self, module);
        }
    }
}

/// Parses every file of the program but those of tests.
fn visit_sources(folder: &Path, wanted: &dyn Fn(&Path) -> bool, visit: &mut dyn FnMut(&syn::File)) {
    for entry in fs_err::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit_sources(&path, wanted, visit);
        } else if path.extension().is_some_and(|ext| ext == "rs")
            && path.file_stem().unwrap() != "tests"
            && wanted(&path)
        {
            visit(&syn::parse_file(&fs_err::read_to_string(&path).unwrap()).unwrap());
        }
    }
}

/// A program that speaks: what it can say, its table of errors, and where its source is.
struct Program {
    catalogues: &'static [Catalogue],
    rows: &'static [&'static Row],
    is_its: fn(&Path) -> bool,
}

/// The installer and the publisher's tool have catalogues of their own, so that no stub carries the latter's.
const PROGRAMS: [Program; 2] = [
    Program { catalogues: CATALOGUES, rows: failure::ROWS, is_its: |path| !path.starts_with("publish") },
    Program {
        catalogues: publish::texts::CATALOGUES,
        rows: publish::failure::ROWS,
        is_its: |path| path.starts_with("publish") || path.starts_with("messages") && !path.ends_with("phrases.rs"),
    },
];

impl Program {
    fn english(&self) -> Texts {
        read(self.catalogues.iter().find(|catalogue| catalogue.tag == FALLBACK).unwrap())
    }

    fn visit_sources(&self, visit: &mut dyn FnMut(&syn::File)) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        visit_sources(&folder, &|path| (self.is_its)(path.strip_prefix(&folder).unwrap()), visit);
    }

    fn literals(&self) -> Literals {
        let mut found = Literals::default();
        self.visit_sources(&mut |file| found.visit_file(file));
        found
    }
}

#[test]
fn every_locale_has_the_same_texts_with_the_same_variables_and_functions() {
    for program in PROGRAMS {
        let english = program.english();
        for catalogue in program.catalogues {
            let texts = read(catalogue);
            let ids = |texts: &Texts| texts.keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(ids(&texts), ids(&english), "{}", catalogue.tag);
            for (id, uses) in &texts {
                assert_eq!(uses, &english[id], "{}: {id}", catalogue.tag);
            }
        }
    }
}

#[test]
fn every_row_of_the_error_table_has_a_message_and_a_hint_that_use_its_arguments_and_no_others() {
    for program in PROGRAMS {
        let english = program.english();
        for row in program.rows {
            let message = english.get(row.code).unwrap_or_else(|| panic!("{} has no message", row.code));
            let hint = english.get(&format!("{}-hint", row.code)).unwrap_or_else(|| panic!("{} has no hint", row.code));
            let used: BTreeSet<_> = message.variables.union(&hint.variables).map(String::as_str).collect();
            assert_eq!(used, row.arguments.iter().copied().collect(), "{}", row.code);
            let in_window = english.get(&format!("{}-hint.window", row.code)).cloned().unwrap_or_default();
            assert!(in_window.variables.iter().all(|name| used.contains(name.as_str())), "{}", row.code);
        }
    }
}

#[test]
fn no_hint_in_the_window_names_an_option_but_those_that_answer_to_one() {
    for catalogue in CATALOGUES {
        let messages = Messages::new(&[catalogue.tag], Isolation::Off);
        for row in failure::ROWS.iter().filter(|row| !ANSWERS.contains(&row.code)) {
            let arguments = row.arguments.iter().map(|name| ((*name).to_owned(), "1".to_owned())).collect();
            let failure = Failure { arguments, ..row_without_arguments(row) };
            let hint = messages.hint_in_window(&failure);
            assert!(!hint.contains("--") && hint != row.code, "{}: {}: {hint}", catalogue.tag, row.code);
        }
    }
}

#[test]
fn no_text_names_this_program_by_a_name_that_it_may_not_have_here() {
    let commands = options::VERBS.iter().map(|(verb, _)| format!("quoc {verb}"));
    let typed: Vec<String> = commands.chain(["quoc -".to_owned(), "quoc [".to_owned()]).collect();
    for catalogue in CATALOGUES {
        for file in catalogue.files {
            let text = file.text();
            let named = text.lines().find(|line| typed.iter().any(|typed| line.contains(typed)));
            assert_eq!(named, None, "{}", catalogue.tag);
        }
    }
}

fn row_without_arguments(row: &Row) -> Failure {
    let (code, exit_status) = (row.code.to_owned(), row.exit_status);
    Failure { code, exit_status, arguments: BTreeMap::new(), details: Vec::new() }
}

/// Whoever reads these has written an option, or stands before fields to type into.
const ANSWERS: &[&str] = &[
    "usage-unknown-command",
    "usage-unknown-option",
    "usage-missing-value",
    "usage-surplus-value",
    "usage-bad-value",
    "usage-bad-certificates",
    "usage-no-certificates",
    "usage-bad-proxy",
    "usage-no-consent",
    "repository-offline",
    "plan-other-python",
    "fetch-offline",
    "fetch-proxy",
    "log-unwritable",
];

#[test]
fn no_text_is_unused() {
    for program in PROGRAMS {
        let literals = program.literals();
        let english = program.english();
        let referred: BTreeSet<_> = english.values().flat_map(|uses| uses.messages.clone()).collect();
        let errors: BTreeSet<_> =
            program.rows.iter().flat_map(|row| [row.code.to_owned(), format!("{}-hint", row.code)]).collect();
        let errors: BTreeSet<_> = errors.iter().flat_map(|id| [id.clone(), format!("{id}.window")]).collect();
        let used = |id: &String| referred.contains(id) || errors.contains(id) || literals.all.contains(id);
        let unused: Vec<_> = english.keys().filter(|id| !used(id)).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }
}

/// Every name that the program's paths end with: `failure::BUSY`.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl<'ast> Visit<'ast> for Names {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.extend(path.segments.last().map(|last| last.ident.to_string()));
        syn::visit::visit_path(self, path);
    }
}

#[test]
fn every_row_of_the_error_table_is_some_errors_row() {
    for program in PROGRAMS {
        let mut names = Names::default();
        program.visit_sources(&mut |file| names.visit_file(file));
        let used = |code: &str| names.0.contains(&code.to_uppercase().replace('-', "_"));
        let unused: Vec<_> = program.rows.iter().map(|row| row.code).filter(|code| !used(code)).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }
}

#[test]
fn every_text_that_the_program_asks_for_exists() {
    for program in PROGRAMS {
        let literals = program.literals();
        assert!(
            !literals.asked.is_empty() || program.rows.len() == publish::failure::ROWS.len(),
            "the search finds nothing any more"
        );
        let english = program.english();
        let missing: Vec<_> = literals.asked.iter().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn texts_call_only_the_functions_that_there_are() {
    for program in PROGRAMS {
        for (id, uses) in program.english() {
            for function in uses.functions {
                assert!(["BYTES", "COUNT", "DURATION", "PERCENT"].contains(&function.as_str()), "{id}: {function}");
            }
        }
    }
}

#[test]
fn every_folder_of_locales_is_compiled_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut files = BTreeSet::new();
    for locale in fs_err::read_dir(folder).unwrap() {
        let locale = locale.unwrap();
        if !locale.path().is_dir() {
            continue;
        }
        for file in fs_err::read_dir(locale.path()).unwrap() {
            let name = file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
            files.insert((locale.file_name().to_string_lossy().into_owned(), name));
        }
    }
    let compiled = |catalogue: &Catalogue| {
        catalogue.files.iter().map(|file| (catalogue.tag.to_owned(), file.name.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(files, PROGRAMS.iter().flat_map(|program| program.catalogues).flat_map(compiled).collect());
}

/// The numbers that clauses begin with.
fn statuses<'a>(clauses: impl Iterator<Item = &'a str>) -> BTreeSet<u8> {
    clauses.filter_map(|clause| clause.split_whitespace().next()?.parse().ok()).collect()
}

#[test]
fn every_list_of_exit_statuses_has_those_of_the_error_table_and_no_others() {
    let of = |rows: &[&Row]| rows.iter().map(|row| row.exit_status).chain([0]).collect::<BTreeSet<u8>>();
    let mut own = of(failure::ROWS);
    own.insert(failure::exit::AVAILABLE);
    let readme = include_str!("../README.md");
    let table = readme.lines().skip_while(|line| !line.starts_with("| status |")).skip(2);
    assert_eq!(statuses(table.map_while(|line| line.strip_prefix("| "))), own, "the README's table");
    for catalogue in CATALOGUES {
        let page = Messages::new(&[catalogue.tag], Isolation::Off).word("help-exit");
        let numbers = page.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok());
        assert_eq!(numbers.collect::<BTreeSet<u8>>(), own, "{}: help-exit", catalogue.tag);
    }
    let mut publishers = of(publish::failure::ROWS);
    publishers.insert(3); // Done, but somebody has to act.
    let said = readme.split("Exit statuses: ").nth(1).unwrap().split("cancelled").next().unwrap();
    assert_eq!(statuses(said.split("; ")), publishers, "the README's list for publishers");
}
