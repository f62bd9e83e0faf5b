//! `release.toml`, the recipe: what the publisher wants to release, for whom, and for how long.
//!
//! It is the only file of a release that people write; everything else is derived from it. It is
//! read strictly: an unknown member is an error, since a misspelt floor or expiry would be silent.

mod beside;
mod python;
mod requirement;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::model::release::{Os, PathFiles, Platform};
use crate::model::{FileName, PackageName, Sha256Digest, Timestamp, Version};

pub use beside::{DesktopEntry, Program, Python};
pub use python::{InvalidPythonVersion, PythonVersion};
pub use requirement::{InvalidRequirement, Requirement};

/// The recipe of the next release.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Recipe {
    /// The application, pinned: `tahoe-lafs[i2p]==1.20.0`.
    pub requirement: Requirement,
    /// Constraints for the resolver, as in a constraints file.
    #[serde(default)]
    pub constraints: Vec<String>,
    /// Console scripts that get a launcher.
    pub commands: Vec<FileName>,
    /// What must succeed in a new environment before it is switched to.
    pub smoke_test: Vec<String>,
    /// The Pythons claimed, `major.minor`.
    pub pythons: BTreeSet<PythonVersion>,
    /// The platforms claimed.
    pub platforms: Vec<ClaimedPlatform>,
    /// Distributions that users may build from their locked sdist where no wheel fits.
    #[serde(default)]
    pub builds: BTreeMap<PackageName, AllowedBuild>,
    /// The oldest version that may still be gone back to.
    #[serde(default)]
    pub security_floor: Option<Version>,
    /// Folders of the person's data.
    #[serde(default)]
    pub data_folders: Vec<String>,
    /// `.pth` files that wheels may bring, with the digest of their content, or a list of digests.
    #[serde(default, deserialize_with = "path_files")]
    pub path_files: PathFiles,
    /// A version of pip to pin; the newest that serves every claimed Python by default.
    #[serde(default)]
    pub pip: Option<Version>,
    /// How the application appears in menus.
    #[serde(default)]
    pub desktop: Option<DesktopEntry>,
    /// Managed Pythons, for machines that have none that fits.
    #[serde(default)]
    pub runtimes: Vec<Python>,
    /// The installer itself, for each platform.
    #[serde(default)]
    pub stubs: Vec<Program>,
    /// How many days each role lasts.
    #[serde(default)]
    pub expiry: Expiry,
}

/// A claimed platform and the oldest system of it that must still work.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ClaimedPlatform {
    /// Operating system and C library.
    pub os: Os,
    /// `x86_64`, `aarch64`
    pub arch: String,
    /// Version of glibc, musl or macOS, `major.minor`; Windows has none.
    #[serde(default)]
    pub oldest: Option<PythonVersion>,
    /// Those of the claimed Pythons that are claimed here; all of them where it is left out.
    #[serde(default)]
    pub pythons: Option<BTreeSet<PythonVersion>>,
}

/// How users build one distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AllowedBuild {
    /// Whether building needs a C compiler.
    #[serde(default)]
    pub needs_compiler: bool,
}

/// Days until each role ends. A project of volunteers must not be stranded by a short one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Expiry {
    /// Signed by the quorum.
    pub root: u32,
    /// Signed by the quorum.
    pub targets: u32,
    /// Signed by the online key, renewed by cron.
    pub snapshot: u32,
    /// Signed by the online key, renewed by cron; also the longest an attacker can hold a user back.
    pub timestamp: u32,
}

/// Says what is wrong with a recipe.
#[derive(Debug, thiserror::Error)]
pub enum RecipeError {
    /// It is no TOML, or has unknown, missing or malformed members.
    #[error("the recipe cannot be read")]
    Malformed {
        /// Where and why.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// Something that must not be empty is.
    #[error("the recipe has no {member}")]
    Empty {
        /// The member.
        member: &'static str,
    },
    /// The smoke test runs something that is no command of the release.
    #[error("the smoke test runs {program:?}, which is none of the release's commands")]
    ForeignSmokeTest {
        /// What it runs.
        program: String,
    },
    /// A platform claims a Python that the recipe does not, or none.
    #[error("the pythons of a platform must be some of the recipe's pythons")]
    ForeignPython,
    /// A managed Python has no place to be had from, or two.
    #[error("the managed Python {version} needs either a url or a file")]
    NoSource {
        /// The Python's version.
        version: Version,
    },
    /// A role would end as soon as it is signed, or after the year 9999.
    #[error("the expiry of {role} must be between 1 and {MAX_DAYS} days, not {days}")]
    Expiry {
        /// The role.
        role: &'static str,
        /// The days asked for.
        days: u32,
    },
}

impl Recipe {
    /// Reads a recipe and checks what its form alone can tell.
    ///
    /// # Errors
    /// [`RecipeError`] names the member at fault.
    pub fn parse(text: &str) -> Result<Self, RecipeError> {
        let recipe: Self =
            toml::from_str(text).map_err(|source| RecipeError::Malformed { source: Box::new(source) })?;
        recipe.check()?;
        Ok(recipe)
    }

    fn check(&self) -> Result<(), RecipeError> {
        let members = [
            ("commands", self.commands.is_empty()),
            ("smoke-test", self.smoke_test.is_empty()),
            ("pythons", self.pythons.is_empty()),
            ("platforms", self.platforms.is_empty()),
        ];
        if let Some((member, _)) = members.into_iter().find(|(_, empty)| *empty) {
            return Err(RecipeError::Empty { member });
        }
        let some_of_ours = |list: &BTreeSet<PythonVersion>| !list.is_empty() && list.is_subset(&self.pythons);
        if !self.platforms.iter().filter_map(|platform| platform.pythons.as_ref()).all(some_of_ours) {
            return Err(RecipeError::ForeignPython);
        }
        if let Some(program) = self.smoke_test.first()
            && !self.commands.iter().any(|command| command.as_str() == program)
        {
            return Err(RecipeError::ForeignSmokeTest { program: program.clone() });
        }
        if let Some(python) = self.runtimes.iter().find(|python| python.url.is_some() == python.file.is_some()) {
            return Err(RecipeError::NoSource { version: python.version.clone() });
        }
        self.expiry.check()
    }
}

impl Expiry {
    fn check(&self) -> Result<(), RecipeError> {
        let roles = [
            ("root", self.root),
            ("targets", self.targets),
            ("snapshot", self.snapshot),
            ("timestamp", self.timestamp),
        ];
        match roles.into_iter().find(|(_, days)| *days == 0 || *days > MAX_DAYS) {
            Some((role, days)) => Err(RecipeError::Expiry { role, days }),
            None => Ok(()),
        }
    }
}

impl Default for Expiry {
    fn default() -> Self {
        Self { root: 730, targets: 365, snapshot: 90, timestamp: 30 }
    }
}

/// Reads one digest or a list of them for each name.
fn path_files<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<PathFiles, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Contents {
        One(Sha256Digest),
        Several(Vec<Sha256Digest>),
    }
    let read = BTreeMap::<FileName, Contents>::deserialize(deserializer)?;
    let list = |contents| match contents {
        Contents::One(digest) => vec![digest],
        Contents::Several(digests) => digests,
    };
    Ok(read.into_iter().map(|(name, contents)| (name, list(contents))).collect())
}

/// Returns the moment so many days after another.
pub fn days_after(now: Timestamp, days: u32) -> Timestamp {
    now.plus_seconds(u64::from(days) * SECONDS_A_DAY)
}

impl ClaimedPlatform {
    /// Returns the platform as a release names it.
    pub fn platform(&self) -> Platform {
        Platform { os: self.os, arch: self.arch.clone() }
    }
}

const SECONDS_A_DAY: u64 = 86_400;

/// A hundred years: longer is a slip of the pen.
const MAX_DAYS: u32 = 36_525;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const GOOD: &str = r#"
        requirement = "Tahoe_LAFS[i2p, tor]==1.20.0"
        commands = ["tahoe"]
        smoke-test = ["tahoe", "--version"]
        pythons = ["3.10", "3.9"]
        [[platforms]]
        os = "linux-glibc"
        arch = "x86_64"
        oldest = "2.28"
        [builds.netifaces]
        needs-compiler = true
    "#;

    #[test]
    fn a_recipe_reads_with_defaults_for_what_it_leaves_out() {
        let recipe = Recipe::parse(GOOD).unwrap();
        assert_eq!(recipe.requirement.to_string(), "tahoe-lafs[i2p,tor]==1.20.0");
        assert_eq!(recipe.pythons.iter().map(ToString::to_string).collect::<Vec<_>>(), ["3.9", "3.10"]);
        assert_eq!(recipe.expiry, Expiry { root: 730, targets: 365, snapshot: 90, timestamp: 30 });
        assert!(recipe.builds.values().all(|build| build.needs_compiler));
    }

    #[test]
    fn a_path_file_has_one_digest_or_several() {
        let digest = |digit: &str| digit.repeat(64);
        let (one, two) = (digest("a"), digest("b"));
        let text = format!("{GOOD}\n[path-files]\n\"x.pth\" = \"{one}\"\n\"y.pth\" = [\"{one}\", \"{two}\"]\n");
        let recipe = Recipe::parse(&text).unwrap();
        let shown: Vec<_> = recipe.path_files.iter().map(|(name, list)| (name.as_str(), list.len())).collect();
        assert_eq!(shown, [("x.pth", 1), ("y.pth", 2)]);
        assert!(Recipe::parse(&format!("{GOOD}\n[path-files]\n\"x.pth\" = \"abc\"\n")).is_err());
    }

    #[test]
    fn a_platform_claims_some_of_the_recipes_pythons() {
        let with = |pythons: &str| {
            let text = GOOD.replace("oldest = \"2.28\"", &format!("pythons = {pythons}"));
            Recipe::parse(&text).map(|recipe| crate::publish::claim::Claim::all(&recipe).len())
        };
        assert_eq!(with("[\"3.10\"]").unwrap(), 1);
        assert_eq!(with("[\"3.9\", \"3.10\"]").unwrap(), 2);
        for pythons in ["[]", "[\"3.9\", \"3.11\"]"] {
            assert!(matches!(with(pythons), Err(RecipeError::ForeignPython)), "{pythons}");
        }
    }

    #[test]
    fn a_misspelt_member_is_refused() {
        let text = GOOD.replace("commands", "comands");
        assert!(matches!(Recipe::parse(&text), Err(RecipeError::Malformed { .. })));
    }

    #[test]
    fn a_smoke_test_must_run_a_command_of_the_release() {
        let text = GOOD.replace("smoke-test = [\"tahoe\"", "smoke-test = [\"sh\"");
        assert!(matches!(Recipe::parse(&text), Err(RecipeError::ForeignSmokeTest { program }) if program == "sh"));
    }

    #[test]
    fn an_expiry_of_no_days_or_of_ages_is_refused() {
        for days in [0, MAX_DAYS + 1] {
            let text = format!("{GOOD}\n[expiry]\ntimestamp = {days}\n");
            assert!(matches!(Recipe::parse(&text), Err(RecipeError::Expiry { role: "timestamp", .. })));
        }
        assert!(Recipe::parse(&format!("{GOOD}\n[expiry]\ntimestamp = {MAX_DAYS}\n")).is_ok());
    }
}
