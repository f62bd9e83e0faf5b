//! The two files that a publisher fills in, as `init` writes them.

use crate::model::Timestamp;

/// The profile to fill in; `made` stops a stub from believing a clock that is far behind.
pub(in crate::publish::face) fn profile(now: Timestamp) -> String {
    format!(
        "# What a stub knows before it has seen any release. Fill in the first four.\n\
         # The name of the distribution, as in 'requirement' of release.toml:\n\
         id = \"example\"\n\
         name = \"Example\"\n\
         publisher = \"The Example project\"\n\
         # Where 'repository' will be on the web; without it each user has to name it (--repository):\n\
         # repository = \"https://example.org/repository/\"\n\
         made = \"{now}\"\n\n\
         # What the installer's window shows; texts may be tables with a default and languages:\n\
         # [brand]\n\
         # accent = \"#2a6f97\"\n\
         # icon = \"icon.png\"\n\
         # tagline = \"Does what examples do\"\n\
         # website = \"https://example.org/\"\n\
         # support = \"mailto:help@example.org\"\n"
    )
}

/// The recipe to fill in.
pub(in crate::publish::face) const RECIPE: &str = r#"# The recipe of the next release; 'lock' and 'release' read it.
requirement = "example==1.0"
# Console scripts that get a launcher, and what must succeed before a new version is switched to:
commands = ["example"]
smoke-test = ["example", "--version"]
# What you claim; 'publish' refuses a release that does not cover it.
pythons = ["3.10", "3.11", "3.12", "3.13"]

[[platforms]]
os = "linux-glibc"      # linux-glibc, linux-musl, macos, windows
arch = "x86_64"         # x86_64, aarch64
oldest = "2.28"         # the oldest glibc, musl or macOS that must still work
# pythons = ["3.12"]    # where a platform cannot have all of them

# Distributions that users may build from their locked sdist where no wheel fits:
# [builds.netifaces]
# needs-compiler = true

# Files that run at every start of Python, once you have read them; 'release' says which there are:
# [path-files]
# "example.pth" = "sha256 of its content"

# The entry in menus; icons are files beside this one, square PNGs from 16 to 512 pixels and an SVG:
# [desktop]
# command = "example"
# terminal = true       # an application for a terminal
# comment = { default = "Does what examples do", de = "Tut, was Beispiele tun" }
# categories = ["Utility"]
# icons = ["icons/48.png", "icons/example.svg"]

# A Python for machines that have none that fits, in the layout of python-build-standalone:
# [[runtimes]]
# version = "3.13.1"
# os = "linux-glibc"
# arch = "x86_64"
# url = "https://example.org/cpython-3.13.1-install_only.tar.gz"

# The installer itself, so that it can renew itself:
# [[stubs]]
# version = "0.1.0"
# os = "linux-glibc"
# arch = "x86_64"
# file = "setup"

# Further members: constraints, security-floor, data-folders, pip.

# How many days each document lasts. The owners sign root and targets, cron renews the others.
[expiry]
root = 730
targets = 365
snapshot = 90
timestamp = 30
"#;
