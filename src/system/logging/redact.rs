//! Takes secrets out of lines of text: those that are known, and what looks like one.
//!
//! Known are the credentials in the addresses of the command line and of the environment's proxies. What looks like
//! one: the user and password of any address (RFC 3986, 3.2.1), its query, the value of a header that logs in, and
//! `password=`, `"password":` and their like. Rather too much is hidden than too little.

use std::ffi::OsString;

/// What stands where a secret was.
pub const HIDDEN: &str = "***";

/// The secrets that are known by their value.
#[derive(Clone, Default)]
pub struct Secrets(Vec<String>);

/// Secrets are not shown, in no way.
impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} secrets", self.0.len())
    }
}

impl Secrets {
    /// Finds the credentials in the command line, and in the variables that name proxies and indexes.
    pub fn of(arguments: &[OsString], variables: impl Iterator<Item = (OsString, OsString)>) -> Self {
        let is_address = |name: &OsString| {
            let name = name.to_string_lossy().to_ascii_lowercase();
            name.ends_with("_proxy") || name.ends_with("_url")
        };
        let values = variables.filter(|(name, _)| is_address(name)).map(|(_, value)| value);
        let texts = arguments.iter().cloned().chain(values);
        let mut secrets: Vec<String> = texts.flat_map(|text| credentials(&text.to_string_lossy())).collect();
        // The longest first: a part of a secret must not hide the rest from the search.
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets.dedup();
        Self(secrets)
    }

    /// Returns a line without its secrets.
    pub fn hidden_in(&self, line: &str) -> String {
        let known = self.0.iter().fold(line.to_owned(), |line, secret| line.replace(secret.as_str(), HIDDEN));
        without_marked(&without_credentials(&known))
    }
}

/// Returns the password before an address's host, as it stands and decoded, if it is long enough to be told from
/// ordinary words.
fn credentials(text: &str) -> Vec<String> {
    let Some((user, _)) = text.rsplit_once('@') else { return Vec::new() };
    let user = user.split_once("://").map_or(user, |(_, user)| user);
    let password = user.split_once(':').map_or(user, |(_, password)| password);
    let decoded = decoded(password);
    [password.to_owned(), decoded].into_iter().filter(|secret| secret.len() >= SHORTEST).collect()
}

/// Percent-decoding (RFC 3986, 2.1).
fn decoded(text: &str) -> String {
    let mut pairs = url::form_urlencoded::parse(text.as_bytes());
    // A plus sign is a space in forms only.
    if text.contains(['+', '&', '=']) {
        text.to_owned()
    } else {
        pairs.next().map_or(String::new(), |(name, _)| name.into())
    }
}

/// Hides user, password and query of every address in a line.
fn without_credentials(line: &str) -> String {
    let mut clean = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("://") {
        clean.push_str(before);
        clean.push_str("://");
        let end = after.find(|c: char| c.is_whitespace() || "\"'`<>(){}|".contains(c)).unwrap_or(after.len());
        let (address, following) = after.split_at(end);
        let (authority, path) = address.split_at(address.find(['/', '?', '#']).unwrap_or(address.len()));
        match authority.rsplit_once('@') {
            Some((_, host)) => clean.extend([HIDDEN, "@", host]),
            None => clean.push_str(authority),
        }
        match path.split_once('?') {
            Some((path, _)) => clean.extend([path, "?", HIDDEN]),
            None => clean.push_str(path),
        }
        rest = following;
    }
    clean + rest
}

/// Hides what follows a word that announces a secret.
fn without_marked(line: &str) -> String {
    let mut clean = line.to_owned();
    for mark in MARKS {
        let mut from = 0;
        // ASCII lower case keeps every byte where it is.
        while let Some(found) = clean.to_ascii_lowercase().get(from..).and_then(|rest| rest.find(mark.word)) {
            from += found + mark.word.len();
            let rest = clean.get(from..).unwrap_or_default();
            let Some(value) = mark.value_in(rest) else { continue };
            let start = from + rest.len() - value.len();
            let length = quoted(value).unwrap_or_else(|| value.find(|c| mark.ends.contains(c)).unwrap_or(value.len()));
            if length > 0 {
                clean.replace_range(start..start + length, HIDDEN);
                from = start + HIDDEN.len();
            }
        }
    }
    clean
}

/// A word that announces a secret, alone or as a quoted key, with what stands between the two.
struct Mark {
    word: &'static str,
    /// What separates the word from the secret; behind a quoted one a colon does, too.
    separators: &'static str,
    /// The characters that end a secret without quotes.
    ends: &'static str,
}

impl Mark {
    /// The value that follows the word, if it is one that announces.
    fn value_in<'a>(&self, rest: &'a str) -> Option<&'a str> {
        if self.separators.is_empty() {
            return Some(rest.trim_start());
        }
        let unquoted = rest.trim_start_matches(['\\', '"', '\'']);
        let is_key = unquoted.len() < rest.len();
        let spaced = unquoted.trim_start();
        let separator = spaced.chars().next()?;
        let announces = match separator {
            ':' if is_key => true,
            _ => self.separators.contains(separator),
        };
        announces.then(|| spaced.get(separator.len_utf8()..)).flatten().map(str::trim_start)
    }
}

/// The length of a value in quotes, them included, also in a text that was itself written with escapes. One that never
/// ends is the rest of the line.
fn quoted(value: &str) -> Option<usize> {
    let opening = value.len() - value.trim_start_matches('\\').len();
    let quote = value.get(opening..)?.chars().next().filter(|c| "\"'".contains(*c))?;
    let mut escapes = 0;
    for (at, character) in value.char_indices().skip(opening + 1) {
        match character {
            '\\' => escapes += 1,
            _ if character == quote && escapes <= opening => return Some(at + 1),
            _ => escapes = 0,
        }
    }
    Some(value.len())
}

const MARKS: &[Mark] = &[
    header("authorization"),
    header("cookie"),
    Mark { word: "bearer ", separators: "", ends: " \"',;" },
    variable("password"),
    variable("passwd"),
    variable("token"),
    variable("secret"),
    variable("api_key"),
    variable("apikey"),
];

/// A header's value is the rest of the line.
const fn header(word: &'static str) -> Mark {
    Mark { word, separators: ":=", ends: "\"" }
}

const fn variable(word: &'static str) -> Mark {
    Mark { word, separators: "=", ends: " \"'&,;" }
}

/// A shorter password is hidden where it stands in an address, and cannot be told from ordinary text elsewhere.
const SHORTEST: usize = 4;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hidden(line: &str) -> String {
        Secrets::default().hidden_in(line)
    }

    #[test]
    fn an_address_loses_user_password_and_query_and_keeps_the_rest() {
        for (line, expected) in [
            ("get http://anna:secret@host:80/path ok", "get http://***@host:80/path ok"),
            ("https://token@host/simple/", "https://***@host/simple/"),
            ("socks5h://a:b@c@host", "socks5h://***@host"),
            ("see https://host/a?sig=xyz&b#c \"https://host/q?d\"", "see https://host/a?*** \"https://host/q?***\""),
            ("https://host/file.whl", "https://host/file.whl"),
            ("mail anna@example.org, 3 :// 4", "mail anna@example.org, 3 :// 4"),
        ] {
            assert_eq!(hidden(line), expected);
        }
    }

    #[test]
    fn what_is_announced_as_a_secret_is_hidden() {
        for (line, expected) in [
            ("Proxy-Authorization: Basic YTpi", "Proxy-Authorization: ***"),
            ("header Authorization:Bearer abc.def", "header Authorization:***"),
            ("with Bearer abc.def, and so on", "with Bearer ***, and so on"),
            ("PASSWORD=hunter2 Token='x'", "PASSWORD=*** Token=***"),
            ("token=a token=b", "token=*** token=***"),
            (r#"token="a b" and more"#, "token=*** and more"),
            (r#"{"token":"a,b","name":"demo"}"#, r#"{"token":***,"name":"demo"}"#),
            (r#"{"password" : "a\"b", "x": 1}"#, r#"{"password" : ***, "x": 1}"#),
            (r#"body "{\"secret\":\"a b\",\"x\":1}""#, r#"body "{\"secret\":***,\"x\":1}""#),
            ("{'Authorization': 'Basic YTpi', 'x': 1}", "{'Authorization': ***, 'x': 1}"),
            (r#"Cookie: "a b" and c"#, "Cookie: *** and c"),
            ("api_key=\"never ends", "api_key=***"),
            ("the token is unknown, token: none", "the token is unknown, token: none"),
        ] {
            assert_eq!(hidden(line), expected);
        }
    }

    #[test]
    fn a_known_password_is_hidden_wherever_it_stands_also_decoded() {
        let arguments = ["--proxy".into(), "http://anna:p%40ss%20word@proxy".into()];
        let variables = [("HTTPS_PROXY".into(), "http://ben:other-secret@proxy".into())];
        let secrets = Secrets::of(&arguments, variables.into_iter());
        let line = secrets.hidden_in("p%40ss%20word, p@ss word and other-secret, but not anna");
        assert_eq!(line, "***, *** and ***, but not anna");
        assert!(!format!("{secrets:?}").contains("secret@"));
    }

    #[test]
    fn a_password_with_a_slash_that_no_parser_takes_for_one_is_known_all_the_same() {
        let variables = [("all_proxy".into(), "http://anna:se/cret@proxy".into())];
        let secrets = Secrets::of(&[], variables.into_iter());
        assert!(!secrets.hidden_in("bad proxy http://anna:se/cret@proxy").contains("cret"));
    }

    proptest! {
        #[test]
        fn no_line_breaks_the_search_and_no_password_survives(before in ".{0,30}", password in "[a-zA-Z0-9%]{1,12}", after in ".{0,30}") {
            let line = hidden(&format!("{before} https://user:Q{password}Q@host/x {after}"));
            let survivor = format!("user:Q{password}Q@host");
            prop_assert!(!line.contains(&survivor));
        }
    }
}
