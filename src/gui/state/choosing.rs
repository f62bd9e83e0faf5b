//! What a person chooses: a language, switches, and which of their data go.

use super::{Effect, Stage, State, Switch};

impl State {
    pub(super) fn show_languages(&mut self) -> Vec<Effect> {
        self.choosing = self.question.is_none();
        if self.choosing { vec![Effect::Languages] } else { Vec::new() }
    }

    pub(super) fn speak(&mut self, tag: &'static str) -> Vec<Effect> {
        self.choosing = false;
        vec![Effect::Speak(tag)]
    }

    pub(super) fn switch(&mut self, switch: Switch) {
        let value = match switch {
            Switch::Start => &mut self.choices.start,
            Switch::Desktop => &mut self.choices.desktop,
            Switch::Menu => &mut self.choices.menu,
            Switch::Path => &mut self.choices.path,
        };
        *value = !*value;
    }

    pub(super) fn remove_data(&mut self, place: usize) {
        let Stage::Removal(removal) = &self.stage else { return };
        let Some(folder) = removal.data.get(place) else { return };
        let chosen = &mut self.choices.remove_data;
        match chosen.iter().position(|other| *other == folder.path) {
            Some(place) => {
                chosen.remove(place);
            }
            None => chosen.push(folder.path.clone()),
        }
    }
}
