//! The name of a wheel file (the binary distribution format of PyPA, once PEP 427).
//!
//! What it says decides whether a wheel fits a machine, so it is read strictly: a name that `packaging`
//! refuses is refused here too.

use std::fmt;
use std::str::FromStr;

use super::tag::{is_part, is_python};
use super::{PackageName, Tag, Version};

/// A parsed wheel file name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WheelFilename {
    /// The distribution.
    pub name: PackageName,
    /// Its version.
    pub version: Version,
    /// The optional build number and its suffix, `(1, "abc")`.
    pub build: Option<(u64, String)>,
    /// Every tag it stands for, compressed sets expanded; never empty, none twice.
    pub tags: Vec<Tag>,
}

/// Says what is wrong with the name of a wheel.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name:?} is not the name of a wheel: {problem}")]
pub struct InvalidWheelFilename {
    /// The name as it was given, cut to a sane length.
    pub name: String,
    /// What is wrong.
    pub problem: WheelFilenameProblem,
}

/// What can be wrong with the name of a wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WheelFilenameProblem {
    /// It does not end in `.whl`.
    #[error("it does not end in .whl")]
    Extension,
    /// It has not five or six parts.
    #[error("it has not five or six parts")]
    Parts,
    /// The name of the distribution.
    #[error("its distribution name is invalid")]
    Name,
    /// The version.
    #[error("its version is invalid")]
    Version,
    /// The build number.
    #[error("its build number is invalid")]
    Build,
    /// One of the tags.
    #[error("its tags are invalid")]
    Tags,
    /// The compressed tag set stands for too many.
    #[error("it stands for more than {limit} tags", limit = MAX_TAGS)]
    TooManyTags,
}

impl FromStr for WheelFilename {
    type Err = InvalidWheelFilename;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).map_err(|problem| InvalidWheelFilename { name: text.chars().take(200).collect(), problem })
    }
}

fn parse(text: &str) -> Result<WheelFilename, WheelFilenameProblem> {
    use WheelFilenameProblem as Problem;
    let stem = text.strip_suffix(".whl").ok_or(Problem::Extension)?;
    // Binary distribution format: {distribution}-{version}(-{build tag})?-{python tag}-{abi tag}-{platform tag}.whl
    let parts: Vec<&str> = stem.split('-').collect();
    let (name, version, build, tags) = match parts.as_slice() {
        [name, version, python, abi, platform] => (name, version, None, [*python, *abi, *platform]),
        [name, version, build, python, abi, platform] => (name, version, Some(*build), [*python, *abi, *platform]),
        _ => return Err(Problem::Parts),
    };
    // Escaping: runs of `-_.` become one `_`, so two of them never stand together.
    if name.contains("__") {
        return Err(Problem::Name);
    }
    Ok(WheelFilename {
        name: name.parse().map_err(|_| Problem::Name)?,
        version: version.parse().map_err(|_| Problem::Version)?,
        build: build.map(parse_build).transpose()?,
        tags: expand(tags)?,
    })
}

/// Build tag: must start with a digit; sorts as its number, then as its rest.
fn parse_build(text: &str) -> Result<(u64, String), WheelFilenameProblem> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, suffix) = text.split_at_checked(digits).ok_or(WheelFilenameProblem::Build)?;
    let harmless = suffix.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'.');
    let number = number.parse().map_err(|_| WheelFilenameProblem::Build)?;
    if harmless { Ok((number, suffix.to_owned())) } else { Err(WheelFilenameProblem::Build) }
}

/// PEP 425, compressed tag sets: every combination of the dotted parts.
fn expand(parts: [&str; 3]) -> Result<Vec<Tag>, WheelFilenameProblem> {
    let lower = parts.map(str::to_ascii_lowercase);
    let [pythons, abis, platforms] = lower.each_ref().map(|part| distinct(part.split('.')));
    if !pythons.iter().all(|part| is_python(part)) || !abis.iter().chain(&platforms).all(|part| is_part(part)) {
        return Err(WheelFilenameProblem::Tags);
    }
    if pythons.len().saturating_mul(abis.len()).saturating_mul(platforms.len()) > MAX_TAGS {
        return Err(WheelFilenameProblem::TooManyTags);
    }
    let pairs = pythons.iter().flat_map(|python| abis.iter().map(move |abi| (python, abi)));
    Ok(pairs.flat_map(|(python, abi)| platforms.iter().map(move |platform| Tag::of(python, abi, platform))).collect())
}

/// Keeps the first of equal items.
fn distinct<'a>(items: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = std::collections::HashSet::new();
    items.filter(|item| seen.insert(*item)).collect()
}

impl fmt::Display for WheelFilename {
    /// Writes the name in its normal form: escaped, lower case, tag sets compressed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-", self.name.as_str().replace('-', "_"), self.version)?;
        if let Some((number, suffix)) = &self.build {
            write!(f, "{number}{suffix}-")?;
        }
        let set = |part: fn(&Tag) -> &str| distinct(self.tags.iter().map(part)).join(".");
        let (python, abi, platform) = (set(|t| &t.python), set(|t| &t.abi), set(|t| &t.platform));
        write!(f, "{python}-{abi}-{platform}.whl")
    }
}

/// The largest real sets stand for a few dozen.
const MAX_TAGS: usize = 512;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_tag_of_a_compressed_set_is_read() {
        let name = "pywin32-1.0-2b-cp311.cp312-abi3.none-win32.win_amd64.whl";
        let wheel: WheelFilename = name.parse().unwrap();
        assert_eq!(wheel.build, Some((2, "b".to_owned())));
        assert_eq!(wheel.tags.len(), 8);
        assert_eq!(wheel.to_string(), name);
    }

    #[test]
    fn an_escaped_name_is_the_normalized_distribution() {
        let wheel: WheelFilename = "Zope.Interface_x-5.0+cpu.1-py2.py3-none-any.whl".parse().unwrap();
        assert_eq!(wheel.name.as_str(), "zope-interface-x");
        assert_eq!(wheel.version, "5.0+cpu.1".parse().unwrap());
        assert_eq!(wheel.to_string(), "zope_interface_x-5.0+cpu.1-py2.py3-none-any.whl");
    }

    #[test]
    fn a_name_that_is_no_wheel_is_refused_with_what_is_wrong() {
        use WheelFilenameProblem as Problem;
        for (name, problem) in [
            ("foo-1.0.tar.gz", Problem::Extension),
            ("foo-1.0-py3-none.whl", Problem::Parts),
            ("foo-1.0-1-2-py3-none-any.whl", Problem::Parts),
            ("foo__bar-1.0-py3-none-any.whl", Problem::Name),
            ("-1.0-py3-none-any.whl", Problem::Name),
            ("foo-x-py3-none-any.whl", Problem::Version),
            ("foo-1.0-b1-py3-none-any.whl", Problem::Build),
            ("foo-1.0-99999999999999999999-py3-none-any.whl", Problem::Build),
            ("foo-1.0-1/x-py3-none-any.whl", Problem::Build),
            ("foo-1.0-py3.-none-any.whl", Problem::Tags),
            ("foo-1.0-3-none-any.whl", Problem::Tags),
            ("foo-1.0-py3-none-a/b.whl", Problem::Tags),
        ] {
            assert_eq!(name.parse::<WheelFilename>().unwrap_err().problem, problem, "{name}");
        }
    }

    #[test]
    fn a_compressed_set_ends_at_its_limit() {
        let name = |count: usize| {
            let platforms: Vec<String> = (0..count).map(|n| format!("linux_{n}")).collect();
            format!("foo-1.0-py2.py3-none-{}.whl", platforms.join("."))
        };
        assert_eq!(name(MAX_TAGS / 2).parse::<WheelFilename>().unwrap().tags.len(), MAX_TAGS);
        let error = name(MAX_TAGS / 2 + 1).parse::<WheelFilename>().unwrap_err();
        assert_eq!(error.problem, WheelFilenameProblem::TooManyTags);
    }

    proptest! {
        #[test]
        fn reading_a_wheel_name_never_panics(text in ".{0,80}") {
            drop(text.parse::<WheelFilename>());
        }

        #[test]
        fn a_wheel_name_reads_back_what_it_wrote(
            text in "[a-z][a-z_.]{0,6}[a-z]-[0-9]{1,3}(\\.[0-9]{1,2}){0,2}(-[0-9]{1,3}[a-z]{0,2})?-(py2\\.py3|cp3[0-9])-(none|abi3)-[a-z0-9_.]{1,12}\\.whl"
        ) {
            if let Ok(wheel) = text.parse::<WheelFilename>() {
                prop_assert_eq!(wheel.to_string().parse::<WheelFilename>().unwrap(), wheel);
            }
        }
    }
}
