//! What the desktop's portal says (XDG Desktop Portal, interface Settings): read once, then followed.

use std::collections::HashMap;

use futures_util::StreamExt as _;
use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, MatchRule, MessageStream, message};

use crate::gui::Preferences;

/// Tells what holds now and whenever it changes, on top of what was `set`, until nobody listens.
pub(super) fn follow(set: Preferences, tell: impl Fn(Preferences) -> bool) -> zbus::Result<()> {
    zbus::block_on(async {
        let connection = Connection::session().await?;
        let rule = MatchRule::builder()
            .msg_type(message::Type::Signal)
            .path(PATH)?
            .interface(INTERFACE)?
            .member("SettingChanged")?
            .build();
        // Listened to before anything is read, so that no change falls between the two.
        let mut changes = MessageStream::for_match_rule(rule, &connection, None).await?;
        let namespaces = vec![APPEARANCE, GNOME];
        let answer = connection.call_method(Some(NAME), PATH, Some(INTERFACE), "ReadAll", &(namespaces,)).await?;
        let all: HashMap<String, HashMap<String, OwnedValue>> = answer.body().deserialize()?;
        let mut said = Said { set, scheme: None, is_calm: false, now: set };
        for (namespace, settings) in &all {
            settings.iter().for_each(|(key, value)| said.take((namespace, key), value));
        }
        let mut told = said.preferences();
        if !tell(told) {
            return Ok(());
        }
        while let Some(change) = changes.next().await {
            let change = change?;
            let body = change.body();
            let (namespace, key, value): (String, String, Value<'_>) = body.deserialize()?;
            said.take((&namespace, &key), &value);
            if said.preferences() != told {
                told = said.preferences();
                if !tell(told) {
                    break;
                }
            }
        }
        Ok(())
    })
}

/// What was said so far. Two settings speak of motion: one is enough to keep still.
struct Said {
    set: Preferences,
    scheme: Option<bool>,
    is_calm: bool,
    now: Preferences,
}

impl Said {
    fn take(&mut self, (namespace, key): (&str, &str), value: &Value<'_>) {
        let value = plain(value);
        match (namespace, key, value) {
            // 1 wishes for dark, 2 for light; 0 and what is not known wish for nothing.
            (APPEARANCE, "color-scheme", Value::U32(scheme)) => {
                self.scheme = match scheme {
                    1 => Some(true),
                    2 => Some(false),
                    _ => None,
                }
            }
            (APPEARANCE, "reduced-motion", Value::U32(reduced)) => self.is_calm = *reduced == 1,
            (GNOME, "enable-animations", Value::Bool(motion)) => self.now.motion = *motion,
            (GNOME, "text-scaling-factor", Value::F64(scale)) => self.now.text_scale = *scale as f32,
            _ => {}
        }
    }

    fn preferences(&self) -> Preferences {
        Preferences {
            dark: self.scheme.or(self.set.dark),
            motion: self.now.motion && !self.is_calm,
            text_scale: self.now.text_scale,
        }
    }
}

/// Some desktops wrap a value more than once.
fn plain<'a>(value: &'a Value<'a>) -> &'a Value<'a> {
    let mut value = value;
    while let Value::Value(inner) = value {
        value = inner;
    }
    value
}

const NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const INTERFACE: &str = "org.freedesktop.portal.Settings";
const APPEARANCE: &str = "org.freedesktop.appearance";
const GNOME: &str = "org.gnome.desktop.interface";

#[cfg(test)]
mod tests {
    use super::*;

    fn said(settings: &[(&str, &str, Value<'_>)]) -> Preferences {
        let set = Preferences { dark: Some(true), ..Preferences::default() };
        let mut said = Said { set, scheme: None, is_calm: false, now: set };
        settings.iter().for_each(|(namespace, key, value)| said.take((namespace, key), value));
        said.preferences()
    }

    #[test]
    fn a_wish_for_light_or_dark_counts_more_than_what_was_set_and_none_leaves_it() {
        let scheme = |number: u32| said(&[(APPEARANCE, "color-scheme", Value::U32(number))]).dark;
        assert_eq!([scheme(0), scheme(1), scheme(2), scheme(9)], [Some(true), Some(true), Some(false), Some(true)]);
    }

    #[test]
    fn either_setting_stills_all_motion_and_texts_have_their_size() {
        assert!(!said(&[(GNOME, "enable-animations", Value::Bool(false))]).motion);
        assert!(!said(&[(APPEARANCE, "reduced-motion", Value::U32(1))]).motion);
        let wrapped = Value::Value(Box::new(Value::F64(1.25)));
        let all = said(&[(GNOME, "text-scaling-factor", wrapped), (GNOME, "enable-animations", Value::Bool(true))]);
        assert_eq!((all.motion, all.text_scale), (true, 1.25));
        assert_eq!(said(&[(GNOME, "text-scaling-factor", Value::Str("large".into()))]).text_scale, 1.0);
    }
}
