//! What a run does, in the words of the window: titles, consequences, the button that begins it.

use super::super::scene::Scene;
use super::super::state::{Stage, Wish};
use crate::messages::Arguments;
use crate::model::event::Action;

/// What a run does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Install,
    Upgrade,
    Repair,
    GoBack,
    Uninstall,
    Nothing,
}

impl Deed {
    /// Returns what the present run does, as far as that is known.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        if let Stage::Done(outcome) = scene.state.stage() {
            return Self::from(outcome.action);
        }
        match (scene.state.wish(), scene.state.session().summary()) {
            (Wish::Uninstall, _) => Self::Uninstall,
            (Wish::GoBack, _) => Self::GoBack,
            (_, Some(summary)) => Self::from(summary.action),
            (Wish::Repair, None) => Self::Repair,
            (Wish::Upgrade, None) => Self::Upgrade,
            (Wish::Automatic, None) => Self::Install,
        }
    }

    /// What may be done, as the one large line.
    pub(super) fn offered(self, scene: &Scene<'_>) -> String {
        let (messages, arguments) = (scene.messages, name(scene));
        match self {
            Self::Install => messages.text("window-offer-install", &arguments),
            Self::Upgrade => messages.text("window-offer-upgrade", &arguments),
            Self::Repair => messages.text("window-offer-repair", &arguments),
            Self::GoBack => messages.text("window-offer-go-back", &arguments),
            Self::Uninstall => messages.text("window-offer-uninstall", &arguments),
            Self::Nothing => scene.brand.name.clone(),
        }
    }

    /// What is being done, as the one large line.
    pub(super) fn now(self, scene: &Scene<'_>) -> String {
        let (messages, arguments) = (scene.messages, name(scene));
        match self {
            Self::Install => messages.text("window-now-install", &arguments),
            Self::Upgrade => messages.text("window-now-upgrade", &arguments),
            Self::Repair => messages.text("window-now-repair", &arguments),
            Self::GoBack => messages.text("window-now-go-back", &arguments),
            Self::Uninstall => messages.text("window-now-uninstall", &arguments),
            Self::Nothing => scene.brand.name.clone(),
        }
    }

    /// What was done, as the one large line.
    pub(super) fn done(self, scene: &Scene<'_>) -> String {
        match self {
            Self::Uninstall => scene.messages.text("window-removed", &name(scene)),
            _ => scene.messages.text("window-ready", &name(scene)),
        }
    }

    /// What was done, in a sentence.
    pub(super) fn result(self, scene: &Scene<'_>) -> String {
        let messages = scene.messages;
        match self {
            Self::Install => messages.word("window-done-install"),
            Self::Upgrade => messages.word("window-done-upgrade"),
            Self::Repair => messages.word("window-done-repair"),
            Self::GoBack => messages.word("window-done-go-back"),
            Self::Uninstall if scene.state.choices().remove_data.is_empty() => messages.word("window-removed-kept"),
            Self::Uninstall => messages.word("window-removed-data"),
            Self::Nothing => messages.word("window-done-nothing"),
        }
    }

    /// What it means, where that is not plain.
    pub(super) fn consequence(self, scene: &Scene<'_>) -> Option<String> {
        let messages = scene.messages;
        match self {
            Self::Upgrade => Some(messages.word("window-consequence-upgrade")),
            Self::Repair => Some(messages.word("window-consequence-repair")),
            Self::GoBack => {
                let version = scene.state.session().summary().map(|summary| summary.version.to_string());
                let arguments = Arguments::new().text("version", version.unwrap_or_default());
                Some(messages.text("window-consequence-go-back", &arguments))
            }
            Self::Uninstall => Some(messages.word("window-consequence-uninstall")),
            Self::Install | Self::Nothing => None,
        }
    }

    /// The button that begins it.
    pub(super) fn button(self, scene: &Scene<'_>) -> String {
        let messages = scene.messages;
        match self {
            Self::Install => messages.word("window-install"),
            Self::Upgrade => messages.word("window-upgrade"),
            Self::Repair => messages.word("window-repair"),
            Self::GoBack => messages.word("window-go-back"),
            Self::Uninstall => messages.word("window-uninstall"),
            Self::Nothing => messages.word("window-close"),
        }
    }
}

impl From<Action> for Deed {
    fn from(action: Action) -> Self {
        match action {
            Action::Install => Self::Install,
            Action::Upgrade | Action::UpgradeLater => Self::Upgrade,
            Action::GoBack => Self::GoBack,
            Action::Repair | Action::Mend => Self::Repair,
            Action::UpToDate | Action::Verify => Self::Nothing,
            Action::Uninstall => Self::Uninstall,
        }
    }
}

fn name(scene: &Scene<'_>) -> Arguments {
    Arguments::new().text("name", &scene.brand.name)
}
