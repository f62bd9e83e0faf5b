//! Numbers, sizes, shares and lengths of time as a locale writes them, for use inside texts:
//! `COUNT($n)`, `BYTES($n)`, `PERCENT($thousandths)`, `DURATION($seconds)`.
//!
//! The separators and units are texts of the catalogue itself (`numbers.ftl`), so a new locale needs no code.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// Adds the functions, with what this bundle's catalogue says about numbers.
pub(super) fn add_functions(bundle: &mut FluentBundle<FluentResource>) {
    let format = std::sync::Arc::new(NumberFormat::read(bundle));
    let functions: [(&str, Write); 4] = [
        ("COUNT", NumberFormat::count),
        ("BYTES", NumberFormat::bytes),
        ("PERCENT", NumberFormat::percent),
        ("DURATION", NumberFormat::duration),
    ];
    for (name, write) in functions {
        // Fails only for a name that is taken; the bundle is new, and a test calls each.
        bundle.add_function(name, function(std::sync::Arc::clone(&format), write)).ok();
    }
}

fn function(
    format: std::sync::Arc<NumberFormat>,
    write: Write,
) -> impl for<'a> Fn(&[FluentValue<'a>], &FluentArgs<'_>) -> FluentValue<'a> + Send + Sync + 'static {
    move |values, _| match values.first() {
        Some(FluentValue::Number(number)) => FluentValue::from(write(&format, number.value)),
        _ => FluentValue::Error,
    }
}

type Write = fn(&NumberFormat, f64) -> String;

/// How a locale writes numbers.
struct NumberFormat {
    decimal: String,
    group: String,
    groups: Groups,
    /// Ten characters, from zero.
    digits: Vec<char>,
    percent: Affixes,
    sizes: [Affixes; 4],
    seconds: Affixes,
    minutes: Affixes,
    hours: Affixes,
}

/// How many digits stand together (CLDR: number patterns, minimum grouping digits).
struct Groups {
    /// In the last group.
    last: usize,
    /// In the groups before it.
    others: usize,
    /// Fewest digits before the last group, for there to be groups at all.
    minimum: usize,
}

/// What stands before and after a number.
struct Affixes {
    before: String,
    after: String,
}

impl NumberFormat {
    fn read(bundle: &FluentBundle<FluentResource>) -> Self {
        let unit = |id| Affixes::read(bundle, id);
        Self {
            decimal: word(bundle, "number-decimal-separator"),
            group: word(bundle, "number-group-separator"),
            groups: Groups::read(bundle),
            digits: word(bundle, "number-digits").chars().collect(),
            percent: unit("number-percent"),
            sizes: [unit("unit-bytes"), unit("unit-kilobytes"), unit("unit-megabytes"), unit("unit-gigabytes")],
            seconds: unit("unit-seconds"),
            minutes: unit("unit-minutes"),
            hours: unit("unit-hours"),
        }
    }

    /// `12,345`
    fn count(&self, value: f64) -> String {
        let digits = format!("{:.0}", value.max(0.0));
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && self.groups.end_before(digits.len() - index, digits.len()) {
                text.push_str(&self.group);
            }
            text.push(self.digit(digit));
        }
        text
    }

    /// A digit as this locale writes it.
    fn digit(&self, digit: char) -> char {
        let place = digit.to_digit(10).and_then(|value| usize::try_from(value).ok());
        place.and_then(|place| self.digits.get(place)).copied().unwrap_or(digit)
    }

    /// `2.3 MB`: powers of 1000, one decimal below 10.
    fn bytes(&self, value: f64) -> String {
        let [bytes, larger @ ..] = &self.sizes;
        let mut unit = bytes;
        let mut value = value.max(0.0);
        for next in larger {
            // 999.5 would be written as 1000.
            if value < 999.5 {
                break;
            }
            value /= 1000.0;
            unit = next;
        }
        if std::ptr::eq(unit, bytes) || value >= 9.95 {
            return unit.around(&self.count(value));
        }
        let tenths = format!("{value:.1}");
        let (whole, tenth) = tenths.split_once('.').unwrap_or((&tenths, ""));
        let digits = |text: &str| text.chars().map(|digit| self.digit(digit)).collect::<String>();
        unit.around(&format!("{}{}{}", digits(whole), self.decimal, digits(tenth)))
    }

    /// `42%` of 425 thousandths: rounded down, so that 100% means done.
    fn percent(&self, thousandths: f64) -> String {
        self.percent.around(&self.count((thousandths / 10.0).floor()))
    }

    /// `12 s`, `3 min`, `2 h 5 min`
    fn duration(&self, seconds: f64) -> String {
        let seconds = seconds.max(0.0).round();
        if seconds < 60.0 {
            return self.seconds.around(&self.count(seconds));
        }
        let minutes = (seconds / 60.0).round();
        if minutes < 60.0 {
            return self.minutes.around(&self.count(minutes));
        }
        let hours = self.hours.around(&self.count((minutes / 60.0).floor()));
        format!("{hours} {}", self.minutes.around(&self.count(minutes % 60.0)))
    }
}

impl Groups {
    fn read(bundle: &FluentBundle<FluentResource>) -> Self {
        let sizes = word(bundle, "number-groups");
        let mut sizes = sizes.split(' ').filter_map(|size| size.parse().ok()).filter(|size| *size > 0);
        let last = sizes.next().unwrap_or(3);
        let minimum = word(bundle, "number-group-minimum").parse().unwrap_or(1);
        Self { last, others: sizes.next().unwrap_or(last), minimum }
    }

    /// Whether a group ends where so many of all digits are left.
    fn end_before(&self, left: usize, all: usize) -> bool {
        all >= self.last + self.minimum && left >= self.last && (left - self.last).is_multiple_of(self.others)
    }
}

impl Affixes {
    /// Cuts a text such as `{ $number } MB` at its number.
    fn read(bundle: &FluentBundle<FluentResource>, id: &str) -> Self {
        let mut arguments = FluentArgs::new();
        arguments.set("number", MARKER);
        let text = super::format(bundle, (id, None), Some(&arguments)).unwrap_or_else(|| MARKER.to_owned());
        let (before, after) = text.split_once(MARKER).unwrap_or(("", ""));
        Self { before: before.to_owned(), after: after.to_owned() }
    }

    fn around(&self, number: &str) -> String {
        format!("{}{number}{}", self.before, self.after)
    }
}

fn word(bundle: &FluentBundle<FluentResource>, id: &str) -> String {
    super::format(bundle, (id, None), None).unwrap_or_default()
}

/// A character that no text has.
const MARKER: &str = "\u{1}";
