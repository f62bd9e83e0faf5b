//! Evaluates a marker, as `packaging.markers` does for the same values.

use pep440_rs::{Operator as VersionOperator, Version, VersionSpecifier};

use super::parse::{normalized, specifier};
use super::{Comparison, Marker, MarkerEnvironment, Node, Operator, Variable};

impl Marker {
    /// Tells whether the marker holds in an environment, for the extras that were chosen.
    ///
    /// `extra` is compared with each chosen extra in turn, and with nothing when none is chosen. Dependency
    /// groups (PEP 735) belong to projects under development, so none is ever chosen.
    pub fn evaluate(&self, environment: &MarkerEnvironment, extras: &[&str]) -> bool {
        let extras: Vec<String> = extras.iter().map(|extra| normalized(extra)).collect();
        let one = |extra: &str| self.node.evaluate(&Values { environment, extra, extras: &extras });
        if extras.is_empty() { one("") } else { extras.iter().any(|extra| one(extra)) }
    }
}

/// What the variables stand for.
struct Values<'a> {
    environment: &'a MarkerEnvironment,
    extra: &'a str,
    extras: &'a [String],
}

impl Values<'_> {
    /// Returns the value of a variable that is no set.
    fn text(&self, variable: Variable) -> &str {
        let environment = self.environment;
        match variable {
            Variable::OsName => &environment.os_name,
            Variable::SysPlatform => &environment.sys_platform,
            Variable::PlatformMachine => &environment.platform_machine,
            Variable::PlatformPythonImplementation => &environment.platform_python_implementation,
            Variable::PlatformRelease => &environment.platform_release,
            Variable::PlatformSystem => &environment.platform_system,
            Variable::PlatformVersion => &environment.platform_version,
            Variable::PythonVersion => &environment.python_version,
            Variable::PythonFullVersion => &environment.python_full_version,
            Variable::ImplementationName => &environment.implementation_name,
            Variable::ImplementationVersion => &environment.implementation_version,
            Variable::Extra => self.extra,
            Variable::Extras | Variable::DependencyGroups => "",
        }
    }
}

impl Node {
    fn evaluate(&self, values: &Values<'_>) -> bool {
        match self {
            Self::Or(nodes) => nodes.iter().any(|node| node.evaluate(values)),
            Self::And(nodes) => nodes.iter().all(|node| node.evaluate(values)),
            Self::Compare(comparison) => comparison.evaluate(values),
        }
    }
}

impl Comparison {
    fn evaluate(&self, values: &Values<'_>) -> bool {
        if self.variable.is_set() {
            let chosen = self.variable == Variable::Extras && values.extras.contains(&self.literal);
            return chosen == (self.operator == Operator::In);
        }
        let value = values.text(self.variable);
        // A Python built from a working copy calls itself `3.13.0+`, which is no version yet.
        let repaired = if self.variable == Variable::PythonFullVersion && value.ends_with('+') {
            format!("{value}local")
        } else {
            value.to_owned()
        };
        let value = repaired.as_str();
        let (left, right) =
            if self.literal_first { (self.literal.as_str(), value) } else { (value, self.literal.as_str()) };
        // Dependency specifiers: compared as versions where the right side makes a version specifier …
        if self.variable.is_version() {
            let made = if self.literal_first { specifier(self.operator, right) } else { None };
            if let Some(specifier) = self.specifier.as_ref().or(made.as_ref()) {
                return contains(specifier, left);
            }
        }
        // … and as texts otherwise. Texts have no order: `<` and `>` never hold.
        match self.operator {
            Operator::In => right.contains(left),
            Operator::NotIn => !right.contains(left),
            Operator::Equal | Operator::LessEqual | Operator::GreaterEqual => left == right,
            Operator::NotEqual => left != right,
            // PEP 440, arbitrary equality: what is right of it is a specifier, so spaces around it do not count.
            Operator::Identical => left.eq_ignore_ascii_case(right.trim()),
            Operator::Less | Operator::Greater | Operator::Compatible => false,
        }
    }
}

/// Tells whether a version is in a specifier; a text that is no version is in none.
fn contains(specifier: &VersionSpecifier, left: &str) -> bool {
    let Ok(version) = left.parse::<Version>() else { return false };
    // PEP 440, version matching: missing segments are zero, so `3` is not in `3.11.*`.
    let is_prefix = matches!(
        specifier.operator(),
        VersionOperator::EqualStar | VersionOperator::NotEqualStar | VersionOperator::TildeEqual
    );
    let wanted = specifier.version().release().len();
    if is_prefix && version.release().len() < wanted {
        let release: Vec<u64> = version.release().iter().copied().chain(std::iter::repeat(0)).take(wanted).collect();
        return specifier.contains(&version.with_release(release));
    }
    specifier.contains(&version)
}
