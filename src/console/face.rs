//! What every face can do beside taking events, and which one is used when.

use std::sync::Arc;

use super::bars::Bars;
use super::json::Json;
use super::lines::Plain;
use super::options::FaceChoice;
use super::silent::Silent;
use super::stream::{Stopwatch, Streams};
use crate::messages::Messages;
use crate::model::{Available, Receipt};
use crate::ports::EventSink;

/// Tells a person or a program how a run goes.
pub trait Face: EventSink {
    /// Tells what is installed, and the account that it belongs to where that is another person's.
    fn status(&self, receipt: Option<&Receipt>, owner: Option<&str>);

    /// Tells what is worth knowing beside how the run goes.
    fn note(&self, text: &str);

    /// Tells whether there is anything newer than what is installed.
    fn available(&self, available: &Available);

    /// Asks a question that is answered with yes or no; `None` when nobody can be asked.
    fn ask(&self, question: &str) -> Option<bool>;
}

/// Returns the face that was asked for; bars need a terminal.
pub fn face(choice: FaceChoice, streams: Streams, messages: Arc<Messages>, clock: Stopwatch) -> Arc<dyn Face> {
    match choice {
        FaceChoice::Json => Arc::new(Json::new(streams.out, messages, clock)),
        FaceChoice::Silent => Arc::new(Silent::new(streams, messages)),
        FaceChoice::Automatic | FaceChoice::Window | FaceChoice::Terminal => match streams.screen {
            Some(screen) => {
                let streams = Streams { screen: None, ..streams };
                Arc::new(Bars::new(streams, screen, messages, clock))
            }
            None => Arc::new(Plain::new(streams, messages, clock)),
        },
    }
}
