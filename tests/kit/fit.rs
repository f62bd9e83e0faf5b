//! What does not fit in a window: texts that are cut, that leave their place, or that lie over each other.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::epaint::{ClippedShape, TextShape};
use egui::{Rect, Shape};
use egui_kittest::kittest::NodeT as _;

use super::window::Seen;

/// Returns what is wrong with what is drawn now.
pub fn faults(seen: &Seen) -> Vec<String> {
    let window = seen.harness.ctx.content_rect();
    let texts = texts(seen, window);
    let known = known(seen);
    let mut faults = Vec::new();
    if texts.len() < LEAST {
        faults.push(format!("only {} texts are to be seen: cut away, or not looked for rightly", texts.len()));
    }
    for text in &texts {
        if text.is_elided || !known.contains(&letters(&text.what)) {
            faults.push(format!("cut, or not read aloud as it is seen: {}", text.what));
        }
        if text.ink.left() < text.clip.left() - SLACK || text.ink.right() > text.clip.right() + SLACK {
            faults.push(format!("beyond its place: {} {:?} in {:?}", text.what, text.ink, text.clip));
        }
        let scrolls = text.clip.height() < window.height() - 1.0;
        if !scrolls && !window.expand(SLACK).contains_rect(text.ink) {
            faults.push(format!("outside the window: {} {:?} in {window:?}", text.what, text.ink));
        }
    }
    for (place, one) in texts.iter().enumerate() {
        for other in &texts[place + 1..] {
            let shared = one.seen().intersect(other.seen());
            if shared.width() > SLACK && shared.height() > OVERLAP {
                faults.push(format!("over each other: {} {:?} / {} {:?}", one.what, one.ink, other.what, other.ink));
            }
        }
    }
    faults.extend(buttons(seen, &texts, window));
    faults
}

/// A text that is drawn.
struct Drawn {
    what: String,
    ink: Rect,
    clip: Rect,
    is_elided: bool,
}

impl Drawn {
    fn seen(&self) -> Rect {
        self.ink.intersect(self.clip)
    }
}

/// The texts on the uppermost sheet: a question lies on a veil over the whole window.
fn texts(seen: &Seen, window: Rect) -> Vec<Drawn> {
    let shapes = &seen.harness.output().shapes;
    let is_sheet = |clipped: &ClippedShape| matches!(&clipped.shape, Shape::Rect(rect) if rect.rect.contains_rect(window) && rect.fill.a() > 0);
    let begin = shapes.iter().rposition(is_sheet).unwrap_or_default();
    let mut texts = Vec::new();
    shapes[begin..].iter().for_each(|clipped| collect(&clipped.shape, clipped.clip_rect.intersect(window), &mut texts));
    texts.retain(|text| text.seen().is_positive());
    texts
}

fn collect(shape: &Shape, clip: Rect, texts: &mut Vec<Drawn>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, texts)),
        Shape::Text(TextShape { pos, galley, .. }) if !galley.text().trim().is_empty() => texts.push(Drawn {
            what: galley.text().to_owned(),
            ink: galley.mesh_bounds.translate(pos.to_vec2()),
            clip,
            is_elided: galley.elided,
        }),
        _ => {}
    }
}

/// The letters of everything that AccessKit knows a name or a value of.
fn known(seen: &Seen) -> BTreeSet<String> {
    let nodes = seen.harness.root().children_recursive();
    let words = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()]
    });
    words.flatten().map(|text| letters(&text)).collect()
}

/// A text's letters in an order that is the same however it is drawn: lines from right to left are drawn turned round.
fn letters(text: &str) -> String {
    let same = |c: char| match c {
        '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '«' | '»' | '‹' | '›' => '(',
        other => other,
    };
    let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).map(same).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

/// Buttons of which something is to be seen: those that were scrolled away are in nobody's way.
fn buttons(seen: &Seen, texts: &[Drawn], window: Rect) -> Vec<String> {
    let mut faults = Vec::new();
    let mut visible: Vec<(String, Rect)> = Vec::new();
    for node in seen.harness.root().children_recursive() {
        let known = node.accesskit_node();
        let Some(name) = known.label().filter(|_| known.role() == Role::Button) else { continue };
        let rect = node.rect();
        let of = letters(&name);
        let Some(text) = texts.iter().find(|text| rect.contains(text.ink.center()) && letters(&text.what) == of) else {
            continue;
        };
        if !rect.expand(SLACK).contains_rect(text.ink) {
            faults.push(format!("wider than its button: {name} {:?} in {rect:?}", text.ink));
        }
        if rect.left() < window.left() - SLACK || rect.right() > window.right() + SLACK {
            faults.push(format!("a button outside the window: {name} {rect:?}"));
        }
        visible.push((name, rect.intersect(text.clip)));
    }
    for (place, (name, rect)) in visible.iter().enumerate() {
        for (other, second) in &visible[place + 1..] {
            let shared = rect.intersect(*second);
            if shared.width() > SLACK && shared.height() > SLACK {
                faults.push(format!("buttons over each other: {name} {rect:?} / {other} {second:?}"));
            }
        }
    }
    faults
}

/// Every screen has a title, a sentence and a button.
const LEAST: usize = 3;

/// Letters may lean over their place a little.
const SLACK: f32 = 2.0;

/// Ink of two lines may touch: marks above and below letters reach far in some scripts.
const OVERLAP: f32 = 4.0;
