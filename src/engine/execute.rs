//! From consent to outcome: fetch, build, install, check, activate.

use std::path::PathBuf;

use fs_err as fs;

use super::prepare::{Prepared, Work};
use super::{Consent, Engine, EngineError, World};
use crate::activate::{self, ActivateError, Generation, Installed, Lock};
use crate::disk;
use crate::environment::{self, Before, BuildOrder, Environment, Order, Ports, Sdist, Wheel};
use crate::fetch::{self, FetchRequest, Wheelhouse};
use crate::model::event::{Action, Outcome, Phase};
use crate::model::receipt::{Choices, FORMAT, InstalledPython};
use crate::model::release::Stub;
use crate::model::{Artifact, Interpreter, Manifest, Receipt, Sha256Digest};
use crate::plan::{Plan, PlannedBuild, PlannedFile, PlannedPackage};

/// A run that ended well. It holds the application's folder until it is let go.
#[must_use]
#[derive(Debug)]
pub struct Done {
    outcome: Outcome,
    lock: Lock,
}

impl Done {
    /// Lets go of the application's folder, and says how the run ended: whoever hears that may start the application, which
    /// must not keep the lock for as long as it runs.
    pub fn let_go(self) -> Outcome {
        drop(self.lock);
        self.outcome
    }
}

impl Engine<'_> {
    /// Does what was consented to.
    ///
    /// # Errors
    /// Whatever went wrong. Until the switch the installed version is untouched; what was begun is undone
    /// here or, after a kill, by the next start.
    pub fn execute(&self, prepared: Prepared, consent: Consent) -> Result<Done, EngineError> {
        let Prepared { lock, installed, work, choices, summary } = prepared;
        let known = installed.as_ref().map(|installed| &installed.receipt);
        let plan = match work {
            Work::Nothing(receipt) => {
                let outcome = self.up_to_date(&lock, &receipt, choices, summary.action);
                let left_aside = summary.left_aside;
                let next_command = left_aside.as_ref().map(|_| self.typed(&receipt).fetching("upgrade"));
                return Ok(Done { outcome: Outcome { left_aside, next_command, ..outcome }, lock });
            }
            Work::Plan(plan) => plan,
            Work::Mend(verdict) => {
                let receipt = known.ok_or_else(|| EngineError::Internal {
                    what: "nothing is installed and something is to be mended".to_owned(),
                })?;
                let receipt = self.mend(&lock, receipt, &verdict)?;
                return Ok(Done { outcome: self.up_to_date(&lock, &receipt, choices, Action::Mend), lock });
            }
            Work::GoBack(previous) => {
                let arranged = self.arranged(*previous, choices, known);
                let back = arranged.and_then(|receipt| self.go_back(&lock, receipt));
                let receipt = back.inspect_err(|_| self.undo(&lock))?;
                self.refresh_menus();
                let outcome = self.after(self.outcome(Action::GoBack, &receipt), known);
                return Ok(Done { outcome, lock });
            }
        };
        let done = self.carry_out(&plan, installed.as_ref(), (choices, consent));
        let outcome = done.inspect_err(|_| self.undo(&lock))?;
        self.refresh_menus();
        Ok(Done { outcome, lock })
    }

    /// With the environment as it should be, what lies around it is kept up.
    fn up_to_date(&self, lock: &Lock, receipt: &Receipt, choices: Choices, action: Action) -> Outcome {
        let now = self.keep_up(lock, receipt, choices);
        if now.files != receipt.files {
            self.refresh_menus();
        }
        let outcome = self.outcome(action, &now);
        // Who changed nothing needs no word about it.
        let path_note = outcome.path_note.filter(|_| now.shell_files != receipt.shell_files);
        Outcome { path_note, ..outcome }
    }

    /// Undoes what a failed run began; where even that fails, the next start does it.
    fn undo(&self, lock: &Lock) {
        match activate::recover(&self.settings.layout, lock, &self.forgetting()) {
            Ok(recovered) => log::info!("after the failure: {recovered:?}"),
            Err(error) => log::error!("what was begun could not be undone yet: {error}"),
        }
    }

    fn carry_out(
        &self,
        plan: &Plan,
        installed: Option<&Installed>,
        (choices, consent): (Choices, Consent),
    ) -> Result<Outcome, EngineError> {
        let layout = &self.settings.layout;
        self.enter(Phase::Fetching);
        let known = installed.map(|installed| &installed.receipt);
        let stub = self.newer_stub(&plan.release, known);
        let wheelhouse = self.fetch(plan, stub)?;
        log::info!("every file is there");
        self.stop_if_cancelled()?;
        let interpreter = self.interpreter(plan, &wheelhouse)?;
        let generation = activate::begin(layout)?;
        fs::create_dir_all(layout.scratch()).map_err(activate::ActivateError::from)?;
        let before = self.before(plan, &interpreter, installed)?;
        let before = before.as_ref().map(|(folder, manifest)| Before { folder, manifest });
        let environment = self.environment(plan, &interpreter, (&generation, before), &wheelhouse)?;
        self.stop_if_cancelled()?;
        self.enter(Phase::Activating);
        self.furnish(plan, &generation, &wheelhouse)?;
        let manifest = Some(self.record_files(&environment, &generation)?);
        let kept = self.keep_stub(known, stub.map(|stub| (stub, &wheelhouse)))?;
        let mut receipt = Receipt { stub: kept, manifest, ..self.receipt(plan, &environment, &generation, installed) };
        receipt.downloads.extend(stub.map(|stub| stub.file.sha256));
        let receipt = self.arranged(receipt, choices, known)?;
        if let Some(outcome) = self.postponed(plan.action, &receipt, installed, consent)? {
            return Ok(outcome);
        }
        // Before the switch, whose journal knows nothing of it: a run that is killed in between does it again.
        self.disown(known, &receipt);
        let receipt = activate::switch(layout, receipt, &self.forgetting())?;
        Ok(self.after(self.outcome(plan.action, &receipt), known))
    }

    /// Writes the record of what was installed, and returns its digest.
    fn record_files(&self, environment: &Environment, generation: &Generation) -> Result<Sha256Digest, EngineError> {
        let menu = activate::menu_folder(&generation.folder);
        let manifest = environment.manifest_with(&menu)?;
        let bytes = serde_json::to_vec(&manifest).map_err(std::io::Error::from).map_err(ActivateError::from)?;
        let path = self.settings.layout.manifest(generation.number);
        disk::replace(&path, &bytes).map_err(ActivateError::from)?;
        Ok(Sha256Digest::of(&bytes))
    }

    fn fetch(&self, plan: &Plan, stub: Option<&Stub>) -> Result<Wheelhouse, EngineError> {
        let artifacts = plan.artifacts();
        let artifacts: Vec<&Artifact> = artifacts.iter().chain(stub.map(|stub| &stub.file)).collect();
        let request = FetchRequest {
            artifacts: &artifacts,
            store: &self.settings.store,
            places: &self.settings.places,
            limits: &self.settings.limits,
        };
        Ok(fetch::fetch(request, self.world.client, self.world.events, self.world.cancel)?)
    }

    /// The planned Python; one that the release brings is unpacked and asked first.
    fn interpreter(&self, plan: &Plan, wheelhouse: &Wheelhouse) -> Result<Interpreter, EngineError> {
        let Some(runtime) = &plan.runtime else { return Ok(plan.interpreter.clone()) };
        let archive = path_of(wheelhouse, &runtime.archive)?;
        let runtimes = self.settings.layout.runtimes();
        let anew = plan.action == Action::Repair;
        Ok(environment::managed_runtime(&archive, runtime, &runtimes, anew, self.ports())?)
    }

    fn environment(
        &self,
        plan: &Plan,
        interpreter: &Interpreter,
        (generation, before): (&Generation, Option<Before<'_>>),
        wheelhouse: &Wheelhouse,
    ) -> Result<Environment, EngineError> {
        let pip = self.pip(plan, wheelhouse)?;
        let mut wheels = Vec::with_capacity(plan.packages.len());
        for package in &plan.packages {
            wheels.push(match &package.file {
                PlannedFile::Wheel(artifact) => wheel(package, artifact, wheelhouse)?,
                PlannedFile::Build(build) => self.build(package, build, interpreter, (&pip, wheelhouse))?,
            });
            self.stop_if_cancelled()?;
        }
        let order = Order {
            interpreter,
            folder: &generation.folder,
            scratch: &self.settings.layout.scratch(),
            pip: &pip,
            wheels: &wheels,
            before,
            path_files: &plan.release.path_files,
            commands: &plan.release.commands,
            smoke_test: &plan.release.smoke_test,
        };
        Ok(environment::install(&order, self.ports())?)
    }

    /// The environment that runs, where an upgrade can take over from it what did not change. One that is made anew is
    /// made anew.
    fn before(
        &self,
        plan: &Plan,
        interpreter: &Interpreter,
        installed: Option<&Installed>,
    ) -> Result<Option<(PathBuf, Manifest)>, EngineError> {
        let can_be_taken_over = |installed: &&Installed| {
            let python = &installed.receipt.python;
            let same = python.path == interpreter.path && python.version == interpreter.version;
            plan.action == Action::Upgrade && installed.starts && same
        };
        let Some(Installed { receipt, .. }) = installed.filter(can_be_taken_over) else { return Ok(None) };
        let folder = self.settings.layout.generation(receipt.generation);
        Ok(self.record(receipt)?.map(|manifest| (folder, manifest)))
    }

    fn build(
        &self,
        package: &PlannedPackage,
        build: &PlannedBuild,
        interpreter: &Interpreter,
        (pip, wheelhouse): (&Wheel, &Wheelhouse),
    ) -> Result<Wheel, EngineError> {
        let mut dependencies = Vec::with_capacity(build.dependencies.len());
        for dependency in &build.dependencies {
            let file = PlannedFile::Wheel(dependency.wheel.clone());
            let planned = PlannedPackage { name: dependency.name.clone(), version: dependency.version.clone(), file };
            dependencies.push(wheel(&planned, &dependency.wheel, wheelhouse)?);
        }
        let path = path_of(wheelhouse, &build.sdist)?;
        let compiler = if build.needs_compiler { self.compiler() } else { None };
        let order = BuildOrder {
            interpreter,
            scratch: &self.settings.layout.scratch(),
            pip,
            sdist: Sdist { name: &package.name, version: &package.version, artifact: &build.sdist, path: &path },
            dependencies: &dependencies,
            needs_compiler: build.needs_compiler,
            compiler: compiler.as_deref(),
        };
        Ok(environment::build(&order, self.ports())?)
    }

    fn pip(&self, plan: &Plan, wheelhouse: &Wheelhouse) -> Result<Wheel, EngineError> {
        let artifact = &plan.release.pip;
        let name: crate::model::WheelFilename = artifact
            .name
            .as_str()
            .parse()
            .map_err(|error| EngineError::Internal { what: format!("the planned pip is no wheel: {error}") })?;
        let file = PlannedFile::Wheel(artifact.clone());
        wheel(&PlannedPackage { name: name.name, version: name.version, file }, artifact, wheelhouse)
    }

    /// Finds a C compiler, first in the order of the PATH.
    pub(super) fn compiler(&self) -> Option<PathBuf> {
        environment::compiler(self.world.processes, &self.settings.path, self.world.cancel)
    }

    pub(super) fn ports(&self) -> Ports<'_> {
        let World { processes, events, cancel, .. } = self.world;
        Ports { processes, events, cancel }
    }

    fn receipt(
        &self,
        plan: &Plan,
        environment: &Environment,
        generation: &Generation,
        installed: Option<&Installed>,
    ) -> Receipt {
        let interpreter = environment.interpreter();
        let python = InstalledPython {
            path: interpreter.path.clone(),
            version: interpreter.version.clone(),
            managed: plan.runtime.is_some(),
            file: environment::program_file(&interpreter.path),
        };
        Receipt {
            format: FORMAT,
            application: plan.release.application.id.clone(),
            name: plan.release.application.name.clone(),
            version: plan.release.version.clone(),
            release: plan.release_digest,
            targets_version: plan.targets_version,
            generation: generation.number,
            previous: installed.and_then(|installed| self.previous(plan.action, installed)),
            went_back_from: None,
            python,
            packages: environment.packages().to_vec(),
            commands: plan.release.commands.clone(),
            smoke_test: plan.release.smoke_test.clone(),
            files: Vec::new(),
            manifest: None,
            downloads: plan.artifacts().iter().map(|artifact| artifact.sha256).collect(),
            data_folders: plan.release.data_folders.clone(),
            shell_files: Vec::new(),
            choices: Choices::default(),
            place: Some(self.settings.layout.place()),
            stub: None,
            installed_at: self.world.clock.now(),
        }
    }

    pub(super) fn outcome(&self, action: Action, receipt: &Receipt) -> Outcome {
        let layout = &self.settings.layout;
        let commands = receipt.commands.iter().map(|command| layout.launcher(command));
        let returns = matches!(action, Action::Upgrade | Action::GoBack) && receipt.previous.is_some();
        Outcome {
            version: Some(receipt.version.clone()),
            commands: commands.map(|path| path.display().to_string()).collect(),
            on_path: self.is_on_path(),
            path_note: self.path_note(receipt),
            previous: receipt.previous.as_ref().map(|previous| previous.version.clone()),
            next_command: returns.then(|| self.typed(receipt).local("go-back")),
            ..Outcome::of(action)
        }
    }

    /// What can be gone back to: the generation that ran. One that is made anew, or has no Python any more, is nothing
    /// to go back to, but the one before it is. A command that is gone says nothing: going back makes it again.
    fn previous(&self, action: Action, installed: &Installed) -> Option<Box<Receipt>> {
        let receipt = &installed.receipt;
        if action == Action::Repair || activate::require_generation(&self.settings.layout, receipt).is_err() {
            return receipt.previous.clone();
        }
        Some(Box::new(Receipt { previous: None, ..receipt.clone() }))
    }
}

fn wheel(package: &PlannedPackage, artifact: &Artifact, wheelhouse: &Wheelhouse) -> Result<Wheel, EngineError> {
    Ok(Wheel {
        name: package.name.clone(),
        version: package.version.clone(),
        file_name: artifact.name.clone(),
        path: path_of(wheelhouse, artifact)?,
        sha256: artifact.sha256,
    })
}

pub(super) fn path_of(wheelhouse: &Wheelhouse, artifact: &Artifact) -> Result<PathBuf, EngineError> {
    wheelhouse
        .path(artifact)
        .map(std::path::Path::to_owned)
        .ok_or_else(|| EngineError::Internal { what: format!("{} was planned and not fetched", artifact.name) })
}
