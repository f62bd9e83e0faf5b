//! Environment markers (PEP 508, with the sets that PEP 751 adds): when a locked package is needed.
//!
//! Parsing is strict and evaluation total: whatever could be undefined on some machine (`~=` on words, a
//! comparison of two constants) is refused when the lock is read, not when somebody installs. Evaluation
//! is held to `packaging.markers` by a golden table (tests/model_markers.rs).

mod evaluate;
mod parse;

use std::fmt;

use pep440_rs::VersionSpecifier;
use serde::{Deserialize, Serialize};

pub use parse::{InvalidMarker, MarkerProblem};

/// A parsed marker expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    node: Node,
}

/// The values an interpreter gives to PEP 508's marker variables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkerEnvironment {
    /// `os.name`
    pub os_name: String,
    /// `sys.platform`
    pub sys_platform: String,
    /// `platform.machine()`
    pub platform_machine: String,
    /// `platform.python_implementation()`
    pub platform_python_implementation: String,
    /// `platform.release()`
    pub platform_release: String,
    /// `platform.system()`
    pub platform_system: String,
    /// `platform.version()`
    pub platform_version: String,
    /// `major.minor`
    pub python_version: String,
    /// `major.minor.micro` with any suffix
    pub python_full_version: String,
    /// `sys.implementation.name`
    pub implementation_name: String,
    /// `sys.implementation.version`
    pub implementation_version: String,
}

/// An expression: `or` binds weaker than `and`, and each has at least two members.
#[derive(Clone, Debug, PartialEq)]
enum Node {
    Or(Vec<Node>),
    And(Vec<Node>),
    Compare(Comparison),
}

/// One comparison of a variable with a constant.
#[derive(Clone, Debug, PartialEq)]
struct Comparison {
    variable: Variable,
    operator: Operator,
    literal: String,
    /// Whether the constant stands on the left: `'3.8' <= python_version`.
    literal_first: bool,
    /// The operator with the constant, where they are a version specifier for a version's variable.
    specifier: Option<VersionSpecifier>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Variable {
    OsName,
    SysPlatform,
    PlatformMachine,
    PlatformPythonImplementation,
    PlatformRelease,
    PlatformSystem,
    PlatformVersion,
    PythonVersion,
    PythonFullVersion,
    ImplementationName,
    ImplementationVersion,
    Extra,
    Extras,
    DependencyGroups,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Less,
    LessEqual,
    Equal,
    NotEqual,
    GreaterEqual,
    Greater,
    Compatible,
    Identical,
    In,
    NotIn,
}

impl Variable {
    /// PEP 508 names them; the dotted ones and `python_implementation` are PEP 345's.
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "os_name" | "os.name" => Self::OsName,
            "sys_platform" | "sys.platform" => Self::SysPlatform,
            "platform_machine" | "platform.machine" => Self::PlatformMachine,
            "platform_python_implementation" | "platform.python_implementation" | "python_implementation" => {
                Self::PlatformPythonImplementation
            }
            "platform_release" => Self::PlatformRelease,
            "platform_system" => Self::PlatformSystem,
            "platform_version" | "platform.version" => Self::PlatformVersion,
            "python_version" => Self::PythonVersion,
            "python_full_version" => Self::PythonFullVersion,
            "implementation_name" => Self::ImplementationName,
            "implementation_version" => Self::ImplementationVersion,
            "extra" => Self::Extra,
            "extras" => Self::Extras,
            "dependency_groups" => Self::DependencyGroups,
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::OsName => "os_name",
            Self::SysPlatform => "sys_platform",
            Self::PlatformMachine => "platform_machine",
            Self::PlatformPythonImplementation => "platform_python_implementation",
            Self::PlatformRelease => "platform_release",
            Self::PlatformSystem => "platform_system",
            Self::PlatformVersion => "platform_version",
            Self::PythonVersion => "python_version",
            Self::PythonFullVersion => "python_full_version",
            Self::ImplementationName => "implementation_name",
            Self::ImplementationVersion => "implementation_version",
            Self::Extra => "extra",
            Self::Extras => "extras",
            Self::DependencyGroups => "dependency_groups",
        }
    }

    /// Dependency specifiers: values of these are versions where both sides are valid ones.
    ///
    /// `platform_version` is none of them: `#1 SMP` never was.
    fn is_version(self) -> bool {
        matches!(
            self,
            Self::PythonVersion | Self::PythonFullVersion | Self::ImplementationVersion | Self::PlatformRelease
        )
    }

    /// PEP 751: these two are sets.
    fn is_set(self) -> bool {
        matches!(self, Self::Extras | Self::DependencyGroups)
    }
}

impl Operator {
    fn of(text: &str) -> Option<Self> {
        Some(match text {
            "<" => Self::Less,
            "<=" => Self::LessEqual,
            "==" => Self::Equal,
            "!=" => Self::NotEqual,
            ">=" => Self::GreaterEqual,
            ">" => Self::Greater,
            "~=" => Self::Compatible,
            "===" => Self::Identical,
            _ => return None,
        })
    }

    fn text(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::GreaterEqual => ">=",
            Self::Greater => ">",
            Self::Compatible => "~=",
            Self::Identical => "===",
            Self::In => "in",
            Self::NotIn => "not in",
        }
    }
}

impl fmt::Display for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.node.fmt(f)
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Or(nodes) => write_joined(f, nodes, " or ", |_| false),
            // Only an `or` inside an `and` needs parentheses.
            Self::And(nodes) => write_joined(f, nodes, " and ", |node| matches!(node, Self::Or(_))),
            Self::Compare(comparison) => comparison.fmt(f),
        }
    }
}

fn write_joined(
    f: &mut fmt::Formatter<'_>,
    nodes: &[Node],
    word: &str,
    needs_parentheses: fn(&Node) -> bool,
) -> fmt::Result {
    for (index, node) in nodes.iter().enumerate() {
        if index > 0 {
            f.write_str(word)?;
        }
        if needs_parentheses(node) {
            write!(f, "({node})")?;
        } else {
            write!(f, "{node}")?;
        }
    }
    Ok(())
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A constant never holds both kinds of quotes: the grammar has no escapes.
        let quote = if self.literal.contains('\'') { '"' } else { '\'' };
        let (variable, operator, literal) = (self.variable.name(), self.operator.text(), &self.literal);
        if self.literal_first {
            write!(f, "{quote}{literal}{quote} {operator} {variable}")
        } else {
            write!(f, "{variable} {operator} {quote}{literal}{quote}")
        }
    }
}

/// Markers of real universal locks have a few hundred characters.
const MAX_LENGTH: usize = 16 * 1024;

/// How deep parentheses may nest.
const MAX_DEPTH: usize = 32;
