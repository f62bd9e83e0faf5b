//! From a wish to a plan that can be consented to; what an interrupted run left is finished or undone first, and
//! the trusted metadata are brought up to date.

use std::path::Path;

use super::mend::Health;
use super::verify::{Look, Verdict};
use super::{Engine, EngineError, World};
use crate::activate::{self, Installed, Lock};
use crate::environment::{self, Discovery, Explicit};
use crate::model::event::{Action, Phase, Summary};
use crate::model::receipt::Choices;
use crate::model::{Artifact, Event, Interpreter, Receipt};
use crate::plan::{self, Answer, Host, Intent, Machine, Offer, Plan, Question, Refusal, Signing};
use crate::trust::{self, Floors, Trust, TrustedRelease};

/// A run that is ready to be consented to. It holds the application's folder until it is dropped.
#[must_use]
#[derive(Debug)]
pub struct Prepared {
    pub(super) lock: Lock,
    pub(super) installed: Option<Installed>,
    pub(super) work: Work,
    pub(super) choices: Choices,
    pub(super) summary: Summary,
}

/// What there is to do.
#[derive(Debug)]
pub(super) enum Work {
    /// Nothing; this is installed.
    Nothing(Box<Receipt>),
    /// This.
    Plan(Box<Plan>),
    /// What is damaged is put right in place.
    Mend(Box<Verdict>),
    /// The generation of this receipt is switched to again.
    GoBack(Box<Receipt>),
}

impl Prepared {
    /// Returns what will be chosen for menu, desktop and PATH: as before, but for what the command line says.
    pub fn choices(&self) -> Choices {
        self.choices
    }

    /// Chooses otherwise.
    pub fn choose(&mut self, choices: Choices) {
        self.choices = choices;
    }

    /// Says what will be done.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }
}

impl Engine<'_> {
    /// Judges the release and plans; what a killed run left is finished or undone first.
    ///
    /// # Errors
    /// Whatever speaks against going on; nothing was changed then.
    pub fn prepare(&self, intent: Intent) -> Result<Prepared, EngineError> {
        let layout = &self.settings.layout;
        self.require_any(intent, layout.folder())?;
        let lock = self.hold()?;
        let recovered = activate::recover(layout, &lock, &self.forgetting())?;
        log::info!("recovery: {recovered:?}");
        self.clear_remains();
        if intent == Intent::GoBack {
            self.require_any(intent, &layout.receipt())?;
            self.enter(Phase::Judging);
            return self.prepare_to_go_back(lock);
        }
        self.settle(&lock)?;
        self.require_any(intent, &layout.receipt())?;
        let installed = activate::installed(layout)?;
        if let (Intent::Repair, Some(found)) = (intent, &installed)
            && let Some((work, summary)) = self.repair(found)?
        {
            let choices = self.choices(Some(found));
            return Ok(self.planned(Prepared { lock, installed, work, choices, summary }));
        }
        self.enter(Phase::Judging);
        let release = self.judge()?;
        self.stop_if_cancelled()?;
        self.enter(Phase::Planning);
        let damaged = installed.is_none() && layout.receipt().exists();
        let intent = if damaged { Intent::Install } else { intent };
        let (work, summary) = match self.plan(&release, installed.as_ref(), intent)? {
            Answer::UpToDate => self.look_at_once(&release, installed.as_ref())?,
            Answer::Plan(plan) => self.something(&release, installed.as_ref(), plan)?,
            Answer::GoBack(_) => {
                return Err(EngineError::Internal { what: "going back was planned and not asked for".to_owned() });
            }
        };
        let choices = self.choices(installed.as_ref());
        Ok(self.planned(Prepared { lock, installed, work, choices, summary }))
    }

    /// Makes sure that there is something, where a wish is about what is installed: nobody need be asked for that.
    fn require_any(&self, intent: Intent, path: &Path) -> Result<(), EngineError> {
        match intent {
            Intent::Automatic | Intent::Install => Ok(()),
            Intent::Upgrade | Intent::Repair | Intent::Anew | Intent::GoBack if path.exists() => Ok(()),
            Intent::Upgrade | Intent::Repair | Intent::Anew | Intent::GoBack => Err(Refusal::NotInstalled.into()),
        }
    }

    /// With nothing newer to install, a look at what is there: what is damaged is mended, and what cannot be mended or
    /// does not start is made anew.
    fn look_at_once(
        &self,
        release: &TrustedRelease,
        installed: Option<&Installed>,
    ) -> Result<(Work, Summary), EngineError> {
        let Some(found) = installed else { return self.nothing(release, installed) };
        match self.health(found, Look::Quick)? {
            Health::Sound => self.nothing(release, installed),
            Health::Mendable(work, summary) => Ok((work, *summary)),
            Health::Beyond => match self.plan(release, installed, anew(found, release))? {
                Answer::Plan(plan) => self.something(release, installed, plan),
                Answer::UpToDate | Answer::GoBack(_) => {
                    Err(EngineError::Internal { what: "what is to be made anew was not planned".to_owned() })
                }
            },
        }
    }

    /// Tells what will be done.
    pub(super) fn planned(&self, prepared: Prepared) -> Prepared {
        log::info!("plan: {:?}", prepared.summary);
        self.world.events.emit(Event::Planned(Box::new(prepared.summary.clone())));
        prepared
    }

    pub(super) fn judge(&self) -> Result<TrustedRelease, EngineError> {
        let profile = &self.settings.profile;
        let release = trust::judge(self.trust(), &profile.id, self.world.source, self.world.metadata)?;
        log::info!("release {} of {}, {:?}", release.release().version, profile.id, release.targets().versions());
        Ok(release)
    }

    /// What a judgement starts from.
    pub(super) fn trust(&self) -> Trust<'_> {
        let settings = self.settings;
        let floors = Floors {
            targets_version: settings.profile.minimum_targets_version,
            application_version: settings.profile.minimum_version.clone(),
            time: settings.built,
        };
        Trust { baked_root: &settings.root, floors, clock: self.world.clock.now(), limits: trust::Limits::default() }
    }

    /// Asks the plan room; Pythons are looked for only when something has to be done.
    pub(super) fn plan(
        &self,
        release: &TrustedRelease,
        installed: Option<&Installed>,
        intent: Intent,
    ) -> Result<Answer, EngineError> {
        let mut question = self.question(release, installed, intent);
        let up_to_date = plan::decide(&question)? == Action::UpToDate;
        if up_to_date && self.settings.search.explicit.is_none() {
            return Ok(Answer::UpToDate);
        }
        let found = Found::on_this_machine(self, release);
        if up_to_date {
            // Whoever asks for a Python wants the application to run on that one.
            let runs_on = installed.map(|installed| &installed.receipt.python.path);
            if found.interpreters.iter().any(|interpreter| Some(&interpreter.path) == runs_on) {
                return Ok(Answer::UpToDate);
            }
            question.intent = Intent::Anew;
        }
        question.machine =
            Machine { interpreters: &found.interpreters, compiler: found.compiler, host: found.host.as_ref() };
        plan::make(&question).map_err(|refusal| found.explain(refusal, self.settings.search.explicit.as_ref()))
    }

    /// What the plan room is asked before anything is known of the machine.
    pub(super) fn question<'a>(
        &'a self,
        release: &'a TrustedRelease,
        installed: Option<&'a Installed>,
        intent: Intent,
    ) -> Question<'a> {
        Question {
            offer: offer(release),
            installed: installed.map(|installed| &installed.receipt),
            intent,
            minimum_version: self.settings.profile.minimum_version.as_ref(),
            machine: Machine { interpreters: &[], compiler: false, host: None },
        }
    }

    fn nothing(&self, release: &TrustedRelease, installed: Option<&Installed>) -> Result<(Work, Summary), EngineError> {
        let receipt = installed.map(|installed| &installed.receipt).ok_or_else(|| EngineError::Internal {
            what: "nothing is installed and nothing is to be done".to_owned(),
        })?;
        let summary = self.summary_of(Action::UpToDate, release, receipt, receipt);
        Ok((Work::Nothing(Box::new(receipt.clone())), summary))
    }

    /// Sums up what fetches and builds nothing: `wanted` is what will be installed, `installed` what is.
    pub(super) fn summary_of(
        &self,
        action: Action,
        release: &TrustedRelease,
        wanted: &Receipt,
        installed: &Receipt,
    ) -> Summary {
        let document = release.release();
        let signing = signing(release);
        let offered = &document.version;
        Summary {
            action,
            name: document.application.name.clone(),
            publisher: document.application.publisher.clone(),
            version: wanted.version.clone(),
            installed: Some(installed.version.clone()),
            python: wanted.python.version.clone(),
            signed_by: signing.signed_by,
            threshold: signing.threshold,
            keys: signing.keys,
            packages: wanted.packages.len() as u64,
            size: 0,
            to_fetch: 0,
            builds: Vec::new(),
            folder: self.settings.layout.folder().display().to_string(),
            running: Vec::new(),
            left_aside: (action == Action::UpToDate && *offered > installed.version).then(|| offered.clone()),
            on_disk: 0,
            graphical: document.is_graphical(),
        }
    }

    fn something(
        &self,
        release: &TrustedRelease,
        installed: Option<&Installed>,
        plan: Box<Plan>,
    ) -> Result<(Work, Summary), EngineError> {
        let layout = &self.settings.layout;
        let receipt = installed.map(|installed| &installed.receipt);
        let taken = activate::taken_commands(layout, &plan.release.commands, receipt)?;
        if let Some(path) = taken.into_iter().next() {
            return Err(activate::ActivateError::CommandTaken { path }.into());
        }
        for rejected in &plan.rejected {
            log::info!("not {}: {}", rejected.path.display(), rejected.reason);
        }
        self.preflight(&plan)?;
        let have = |artifact: &Artifact| self.settings.store.has(artifact);
        let mut summary = plan.summary(signing(release), layout.folder().display().to_string(), &have);
        summary.running = receipt.map(|receipt| self.running(receipt)).unwrap_or_default();
        if let Some(stub) = self.newer_stub(&plan.release, receipt) {
            summary.size = summary.size.saturating_add(stub.file.size);
            let missing = if have(&stub.file) { 0 } else { stub.file.size };
            summary.to_fetch = summary.to_fetch.saturating_add(missing);
        }
        Ok((Work::Plan(plan), summary))
    }
}

/// How an installation is made anew: one that the person went back to is only to be had as the newer release.
fn anew(installed: &Installed, release: &TrustedRelease) -> Intent {
    if installed.receipt.version == release.release().version { Intent::Anew } else { Intent::Upgrade }
}

/// What the machine has to build and run an environment with.
struct Found {
    interpreters: Vec<Interpreter>,
    rejected: Vec<environment::Rejected>,
    compiler: bool,
    host: Option<Host>,
}

impl Found {
    fn on_this_machine(engine: &Engine<'_>, release: &TrustedRelease) -> Self {
        let World { processes, cancel, .. } = engine.world;
        let Discovery { accepted, rejected } = environment::discover(&engine.settings.search, processes, cancel);
        for rejected in &rejected {
            log::info!("not {}: {}", rejected.path.display(), rejected.reason);
        }
        let needs_compiler = release.release().builds.values().any(|build| build.needs_compiler);
        let compiler = needs_compiler && engine.compiler().is_some();
        let brings_python = !release.release().runtimes.is_empty() && engine.settings.search.explicit.is_none();
        let host = brings_python.then(|| environment::host(processes, cancel)).flatten();
        Self { interpreters: accepted, rejected, compiler, host }
    }

    /// Adds the Pythons that could not even be asked to the reason why none was chosen.
    fn explain(self, refusal: Refusal, asked: Option<&Explicit>) -> EngineError {
        match refusal {
            Refusal::NoInterpreter { .. } => EngineError::NoPython {
                source: Box::new(refusal),
                asked: asked.map(ToString::to_string),
                unusable: self.rejected,
            },
            other => other.into(),
        }
    }
}

pub(super) fn offer(release: &TrustedRelease) -> Offer<'_> {
    Offer {
        release: release.release(),
        release_digest: release.release_digest(),
        targets_version: release.targets().versions().targets,
        lock: release.lock(),
        build_locks: release.build_locks(),
    }
}

fn signing(release: &TrustedRelease) -> Signing {
    let signers = release.targets().signers();
    Signing { signed_by: signers.signed.len() as u64, threshold: signers.threshold, keys: signers.keys }
}
