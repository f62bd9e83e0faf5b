//! Compiles bytecode, so that the first starts are quick. Only after everything else: an environment is ready without.
//!
//! What a command imports is found by reading the sources, also imports inside functions; nothing of the
//! application is run.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use super::child::{self, Child, Home, Ports};
use super::error::{EnvironmentError, Step};
use super::install::Environment;

/// Compiles the modules that the commands of an environment import, and returns how many.
///
/// # Errors
/// A child that cannot be started or fails, a full disk, or that the run was cancelled. The environment works either way.
pub fn compile_bytecode(
    environment: &Environment,
    scratch: &Path,
    ports: Ports<'_>,
) -> Result<usize, EnvironmentError> {
    let home = Home::new(scratch)?;
    let mut arguments: Vec<OsString> = ["-I", "-S", "-X", "utf8", "-c", SCRIPT].map(OsString::from).into();
    arguments.push(environment.site().into_os_string());
    arguments.extend(environment.modules().iter().map(OsString::from));
    let child = Child {
        step: Step::Bytecode,
        program: environment.python(),
        arguments,
        path: &[],
        extra: Vec::new(),
        home: &home,
        time_limit: TIME_LIMIT,
    };
    let said = child::run(child, ports)?;
    let count = said.iter().find_map(|line| line.strip_prefix("quoc-compiled ")?.parse().ok());
    count.ok_or(EnvironmentError::Step { step: Step::Bytecode, output: said })
}

const SCRIPT: &str = include_str!("bytecode.py");
const TIME_LIMIT: Duration = Duration::from_secs(10 * 60);
