//! Strict JSON and its canonical form, as signatures need them.
//!
//! A signed text must have exactly one meaning, so a repeated member, a fraction, an integer beyond
//! 2^53 and deep nesting are refused instead of being bent into something. The canonical form is OLPC's
//! (TUF 1.0.34, 4.2.1, "Canonical JSON"), not RFC 8785. Nothing here knows what the members mean.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserializer, Serialize, Serializer};

/// One JSON value with a single meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number from -2^53 to 2^53.
    Integer(i64),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// Members by name; each name once.
    Object(Object),
}

/// The members of a JSON object, in the order of their code points.
pub type Object = BTreeMap<String, Value>;

/// Says why a text is no JSON with a single meaning.
#[derive(Debug, thiserror::Error)]
pub enum JsonError {
    /// It is not JSON, or it is not UTF-8, or something follows it.
    #[error("not JSON")]
    Syntax {
        /// Where and why.
        #[source]
        source: serde_json::Error,
    },
    /// An object has the same member twice.
    #[error("the member {member:?} is there twice")]
    RepeatedMember {
        /// The member.
        member: String,
    },
    /// A number has a fraction or an exponent, or is minus zero.
    #[error("a number is not a plain integer")]
    NotAnInteger,
    /// A number is beyond what every reader holds exactly.
    #[error("an integer is beyond 2^53")]
    IntegerTooLarge,
    /// Lists and objects are nested too deeply.
    #[error("nested deeper than {limit} levels")]
    TooDeep {
        /// Levels allowed.
        limit: usize,
    },
}

/// Parses bytes that must be exactly one JSON value.
///
/// # Errors
/// Anything that could be read in two ways; see [`JsonError`].
pub fn parse(bytes: &[u8]) -> Result<Value, JsonError> {
    let fault = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let outcome = Seed { depth: 0, fault: &fault }.deserialize(&mut reader).and_then(|value| {
        reader.end()?;
        Ok(value)
    });
    // A refusal of ours travels through serde as a plain text; the fault holds what it was.
    outcome.map_err(|source| fault.into_inner().unwrap_or(JsonError::Syntax { source }))
}

impl Value {
    /// Returns the canonical form: the bytes that signatures and key ids are made over.
    pub fn canonical(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write_canonical(&mut out);
        out
    }

    fn write_canonical(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Bool(true) => out.extend_from_slice(b"true"),
            Self::Bool(false) => out.extend_from_slice(b"false"),
            Self::Integer(number) => out.extend_from_slice(number.to_string().as_bytes()),
            Self::String(text) => write_canonical_text(text, out),
            Self::Array(items) => {
                write_separated(items, b'[', b']', out, |item, out| item.write_canonical(out));
            }
            // A BTreeMap of UTF-8 is in the order of code points already.
            Self::Object(members) => write_separated(members, b'{', b'}', out, |(name, value), out| {
                write_canonical_text(name, out);
                out.push(b':');
                value.write_canonical(out);
            }),
        }
    }

    /// Returns the text for a file: indented, ending in a line feed.
    pub fn to_file_bytes(&self) -> Vec<u8> {
        // Writing to a Vec cannot fail, and every member name is a text; should that ever change, the
        // canonical form is JSON as well.
        let mut out = serde_json::to_vec_pretty(self).unwrap_or_else(|_| self.canonical());
        out.push(b'\n');
        out
    }
}

fn write_separated<T>(
    items: impl IntoIterator<Item = T>,
    open: u8,
    close: u8,
    out: &mut Vec<u8>,
    write: impl Fn(T, &mut Vec<u8>),
) {
    out.push(open);
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write(item, out);
    }
    out.push(close);
}

/// OLPC canonical JSON: only the quote and the backslash are escaped, all else stays as it is.
fn write_canonical_text(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for byte in text.bytes() {
        if matches!(byte, b'"' | b'\\') {
            out.push(b'\\');
        }
        out.push(byte);
    }
    out.push(b'"');
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<u64> for Value {
    /// Numbers beyond 2^53 become 2^53: this program never counts that far.
    fn from(number: u64) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(MAX_INTEGER).min(MAX_INTEGER))
    }
}

impl From<Object> for Value {
    fn from(members: Object) -> Self {
        Self::Object(members)
    }
}

impl From<Vec<Value>> for Value {
    fn from(items: Vec<Value>) -> Self {
        Self::Array(items)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// Reads one value at a depth, and remembers why it refused one.
struct Seed<'f> {
    depth: usize,
    fault: &'f RefCell<Option<JsonError>>,
}

impl<'f> Seed<'f> {
    fn refuse<E: de::Error>(&self, fault: JsonError) -> E {
        let text = fault.to_string();
        *self.fault.borrow_mut() = Some(fault);
        E::custom(text)
    }

    fn inner<E: de::Error>(&self) -> Result<Seed<'f>, E> {
        if self.depth >= MAX_DEPTH {
            return Err(self.refuse(JsonError::TooDeep { limit: MAX_DEPTH }));
        }
        Ok(Seed { depth: self.depth + 1, fault: self.fault })
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
        if (-MAX_INTEGER..=MAX_INTEGER).contains(&number) {
            Ok(Value::Integer(number))
        } else {
            Err(self.refuse(JsonError::IntegerTooLarge))
        }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => Err(self.refuse(JsonError::IntegerTooLarge)),
        }
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
        // serde_json hands whole numbers beyond 64 bits over as floats as well.
        let whole = number.fract() == 0.0 && number.abs() > TWO_TO_53;
        Err(self.refuse(if whole { JsonError::IntegerTooLarge } else { JsonError::NotAnInteger }))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(self.inner()?)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Object::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value_seed(self.inner()?)?;
            if members.contains_key(&name) {
                return Err(self.refuse(JsonError::RepeatedMember { member: name.chars().take(80).collect() }));
            }
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

/// 2^53: up to here every JSON reader keeps an integer exactly.
pub const MAX_INTEGER: i64 = 1 << 53;

/// The same as a float.
const TWO_TO_53: f64 = 9_007_199_254_740_992.0;

/// TUF metadata without delegations needs 6 levels; unknown members may bring a few of their own.
pub const MAX_DEPTH: usize = 64;

#[cfg(test)]
#[path = "json/tests.rs"]
mod tests;
