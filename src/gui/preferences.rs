//! What the system says about how windows should look and behave.

/// What a person has set for all windows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preferences {
    /// Whether windows are dark; `None` where the system does not say, or the window hears it from elsewhere.
    pub dark: Option<bool>,
    /// Whether things may move.
    pub motion: bool,
    /// How much larger than usual texts are; 1 is as usual.
    pub text_scale: f32,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { dark: None, motion: true, text_scale: 1.0 }
    }
}
