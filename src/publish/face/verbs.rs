//! One function for each verb: options in, the room called, words out.

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::options::{Options, UsageError, Verb};
use super::{End, Trouble, World, quorum, words};
use crate::model::Profile;
use crate::model::release::Application;
use crate::publish::coverage::Row;
use crate::publish::depot::Depot;
use crate::publish::document;
use crate::publish::folder::Folder;
use crate::publish::key::{self, OwnedKey};
use crate::publish::lock::{self, Locked, Locking};
use crate::publish::recipe::Recipe;
use crate::publish::wheels::{self, Supplies};

/// Runs a verb.
pub(super) fn run(verb: Verb, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let folder = Folder::new(match &options.folder {
        Some(folder) => world.folder.join(folder),
        None => world.folder.clone(),
    });
    match verb {
        Verb::KeyNew => key_new(options, world),
        Verb::KeyShow => key_show(options, world),
        Verb::Lock => lock(&folder, options, world),
        Verb::Wheels => build_wheels(&folder, options, world),
        Verb::Init => quorum::init(&folder, options, world),
        Verb::Release => quorum::release(&folder, options, world),
        Verb::Root => quorum::root(&folder, options, world),
        Verb::Sign => quorum::sign(&folder, options, world),
        Verb::Publish => quorum::publish(&folder, options, world),
        Verb::Renew => quorum::renew(&folder, options, world),
        Verb::Status => quorum::status(&folder, options, world),
        Verb::Verify => quorum::verify(&folder, options, world),
        Verb::Serve => quorum::serve(&folder, options, world),
    }
}

fn key_new(options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let path = operand(Verb::KeyNew, options, world)?;
    let key = OwnedKey::generate()?;
    let public = key.write_new(&path)?;
    write!(world.out, "{}", words::key_made(&path, &public, &key.id()))?;
    Ok(End::Done)
}

fn key_show(options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let path = operand(Verb::KeyShow, options, world)?;
    let is_public = path.extension().is_some_and(|extension| extension == "pub");
    let public = if is_public { key::read_public(&path)?.public } else { OwnedKey::read(&path)?.public().clone() };
    write!(world.out, "{}", words::key_shown(&public))?;
    if !is_public && key::is_exposed(&path)? {
        write!(world.err, "{}", words::key_exposed(&path))?;
    }
    Ok(End::Done)
}

fn lock(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let recipe = recipe(folder)?;
    let application = application(folder, &recipe)?;
    write!(world.err, "{}", words::locking(&recipe))?;
    let index_url = options.index_url.as_ref();
    let locking = Locking { tools: world.tools(), downloads: world.downloads, index_url };
    let mut locked = lock::lock(&recipe, &locking)?;
    locked.lock = lock::write(folder, &locked)?;
    write!(world.out, "{}", words::locked(&locked, &lock::foreign_hosts(&locked.lock)))?;
    tell_coverage((&recipe, application), &locked, Verb::Lock, world)
}

fn build_wheels(folder: &Folder, options: &Options, world: &mut World<'_>) -> Result<End, Trouble> {
    let recipe = recipe(folder)?;
    let application = application(folder, &recipe)?;
    let mut locked = lock::read(folder, &recipe)?;
    let tools = world.tools();
    let builders = wheels::builders(&recipe, &options.pythons, &tools)?;
    let depot = Depot::new(world.downloads, &world.store, folder.wheels());
    let supplies = Supplies { tools: &tools, depot: &depot };
    let built = wheels::build_missing(folder, &recipe, &locked, &builders, supplies)?;
    locked.lock = lock::write(folder, &locked)?;
    write!(world.out, "{}", words::built(&builders, &built))?;
    tell_coverage((&recipe, application), &locked, Verb::Wheels, world)
}

fn tell_coverage(
    (recipe, application): (&Recipe, Application),
    locked: &Locked,
    after: Verb,
    world: &mut World<'_>,
) -> Result<End, Trouble> {
    let (_, rows) = document::draft(recipe, application, locked)?;
    write!(world.out, "{}{}", words::coverage(&rows), words::next_step(after, &rows))?;
    Ok(if rows.iter().all(Row::is_covered) { End::Done } else { End::Alarm })
}

fn recipe(folder: &Folder) -> Result<Recipe, Trouble> {
    Ok(Recipe::parse(&fs::read_to_string(folder.recipe())?)?)
}

/// The application of the profile, which may still be unwritten; that they are two is learnt before anything is done.
fn application(folder: &Folder, recipe: &Recipe) -> Result<Application, Trouble> {
    match fs::read_to_string(folder.profile()) {
        Ok(text) => Ok(document::application(recipe, &Profile::parse(&text)?)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(document::nameless(recipe)),
        Err(error) => Err(error.into()),
    }
}

fn operand(verb: Verb, options: &Options, world: &World<'_>) -> Result<PathBuf, Trouble> {
    let operand = options.operands.first().ok_or(UsageError::Missing { verb, option: verb.operand() })?;
    Ok(world.folder.join(Path::new(operand)))
}
