//! The words for where a run is, as they are written and as they are spoken.

use super::super::scene::Scene;
use super::super::state::Stage;
use super::deed::Deed;
use crate::messages::{Arguments, phrases};
use crate::model::event::Phase;

/// Says the present step, with the three dots of something that goes on.
pub(super) fn step(scene: &Scene<'_>) -> String {
    let messages = scene.messages;
    let phase = scene.state.session().phase();
    if *scene.state.stage() == Stage::Stopping {
        return messages.word("window-stopping");
    }
    if phase.is_none()
        && let Some(until) = scene.state.session().waiting_until()
    {
        return phrases::waiting(messages, until.saturating_sub(scene.state.now()));
    }
    match phase {
        Some(phase) => messages.text("window-step", &Arguments::new().phrase("step", phrases::phase(messages, phase))),
        None if scene.state.is_working() => messages.word("window-going-on"),
        None => {
            messages.text("window-step", &Arguments::new().phrase("step", phrases::phase(messages, Phase::Judging)))
        }
    }
}

/// Says what a person who cannot see the window should hear now; it changes at each step and each tenth of the way.
pub(super) fn now(scene: &Scene<'_>) -> String {
    let messages = scene.messages;
    match scene.state.stage() {
        Stage::Working | Stage::Stopping => {
            let tenth = u64::from(scene.state.progress() / 100 * 100);
            let arguments = Arguments::new().phrase("step", step(scene)).number("progress", tenth);
            messages.text("window-spoken", &arguments)
        }
        Stage::Preparing => step(scene),
        Stage::Failed(failure) => messages.failure(failure),
        Stage::Stopped => messages.word("window-stopped"),
        Stage::Done(_) => Deed::of(scene).done(scene),
        Stage::Offer | Stage::Home | Stage::Removal(_) => String::new(),
    }
}
