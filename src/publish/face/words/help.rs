//! The help pages of `quoc-publish`: every verb with an example.

use std::fmt::Write as _;

use crate::publish::face::options::Verb;

/// Returns the help page of a verb, or the overview.
pub(in crate::publish::face) fn help(verb: Option<Verb>) -> String {
    verb.map_or_else(overview, |verb| {
        let Page { usage, what, options, example } = page(verb);
        format!(
            "quoc-publish {} {usage}\n\n{what}\n\nOptions:\n{options}  --folder DIR   the publisher's folder \
             (the current one)\n  --locale TAG   another language for what goes wrong: en-US, de\n  \
             --json         failures, and what 'status' tells, as JSON\n  --help         this text\n\nExample:\n  {example}\n",
            verb.name()
        )
    })
}

fn overview() -> String {
    let mut text = String::from(
        "quoc-publish: publish signed releases of a Python application\n\n\
         No key leaves its owner's machine: 'release' needs none, 'sign' adds one small file,\n\
         'publish' puts together what enough owners have signed.\n\nVerbs, in the order of a release:\n",
    );
    for verb in Verb::ALL {
        let first = page(verb).what.split(". ").next().unwrap_or_default().replace('\n', " ");
        let _infallible = writeln!(text, "  {:<9} {}.", verb.name(), first.trim_end_matches('.'));
    }
    text.push_str(
        "\nquoc-publish VERB --help says more. Every verb takes --folder DIR, --locale TAG and --json; options stand\n\
         before the verb or behind it.\n\n\
         Exit status: 0 done; 1 the publisher's files have to be mended; 2 wrong command line;\n\
         3 done, but somebody has to act (something ends within 30 days, a claim is not covered);\n\
         10 network; 11 refused for safety; 12 older than what is published; 14 users could not install it;\n\
         15 disk; 16 a tool failed; 70 a mistake in quoc-publish; 130 cancelled.\n",
    );
    text
}

struct Page {
    usage: &'static str,
    what: &'static str,
    options: &'static str,
    example: &'static str,
}

fn page(verb: Verb) -> Page {
    let (usage, what, options, example) = preparing(verb).unwrap_or_else(|| releasing(verb));
    Page { usage, what, options, example }
}

type Texts = (&'static str, &'static str, &'static str, &'static str);

/// The verbs up to a staged release.
fn preparing(verb: Verb) -> Option<Texts> {
    Some(match verb {
        Verb::KeyNew => (
            "FILE",
            "Makes a key for one owner of one application. The private half goes to FILE, readable by you\n\
             alone, the public half beside it (*.pub). Keep FILE on your machine, with a copy at a safe place;\n\
             mail the public half to whoever runs 'init'. There is no passphrase: FILE is as safe as where it lies.",
            "",
            "quoc-publish key new alice.pem",
        ),
        Verb::KeyShow => (
            "FILE",
            "Shows the id of a private or public key, to compare by telephone.",
            "",
            "quoc-publish key show keys/alice.pub",
        ),
        Verb::Init => (
            "--quorum N --online FILE [--key FILE]...",
            "Starts the repository of an application. It stages the first root from the owners' public keys\n\
             (those in keys/, or given with --key), N of which will have to sign every release, and the online\n\
             key that renews timestamps. The owners then sign it. Writes release.toml to fill in, where there is none.",
            "  --quorum N     how many owners must sign\n  --key FILE     an owner's public key, once for each\n  \
             --online FILE  the public half of the online key\n",
            "quoc-publish init --quorum 2 --online keys/online.pub",
        ),
        Verb::Lock => (
            "[--index-url URL]",
            "Locks release.toml: every distribution for every claimed platform and Python, hashed. Needs uv on\n\
             the PATH. The resolver may run code of source distributions to learn what they need. Prints which\n\
             platform and Python lacks a wheel of what.",
            "  --index-url URL  an index to ask instead of the configured one\n",
            "quoc-publish lock",
        ),
        Verb::Wheels => (
            "[--python FILE]...",
            "Builds the wheels that no index has. Each is built from its locked sdist, with locked build\n\
             dependencies, offline, once for each claimed Python at hand; with auditwheel on the PATH the\n\
             result also serves other Linux systems.",
            "  --python FILE  a Python to build with, once for each (those on the PATH)\n",
            "quoc-publish wheels --python /opt/python3.12/bin/python3",
        ),
        Verb::Release => (
            "[--targets-version N] [--python FILE]...",
            "Stages the next release from what was locked and built. It needs no key. First every wheel that some\n\
             claimed platform and Python would install is downloaded and screened, as users' machines will do.\n\
             Then it is installed into a temporary folder, with the newest claimed Python at hand, and started.\n\
             Send the folder 'staged' to the owners of keys.",
            "  --python FILE        a Python to install with (those on the PATH)\n  --targets-version N  where version N-1 was already signed but will never be published\n",
            "quoc-publish release",
        ),
        Verb::Root => (
            "[--quorum N] [--key FILE]... [--remove NAME]... [--online FILE]",
            "Stages another set of keys. The owners of old and new keys sign it; users follow by themselves.",
            "  --quorum N     how many owners must sign from now on\n  --key FILE     a public key to add\n  \
             --remove NAME  a key to take out, by name or id\n  --online FILE  another online key, its public half\n",
            "quoc-publish root --remove carol --key keys/dave.pub",
        ),
        _ => return None,
    })
}

/// The verbs from the first signature on.
fn releasing(verb: Verb) -> Texts {
    match verb {
        Verb::Sign => (
            "--key FILE [--yes] [--never-published]",
            "Shows what is staged and signs it. Works on a copy of the folder 'staged' on a machine that has\n\
             nothing else. Writes one small file for each document into staged/signatures: mail it back.\n\
             Beside the key it keeps a record, and never signs two different documents of one version, nor upon\n\
             another or a shorter past than the key has seen. It names the keys that lie beside yours (*.pub).",
            "  --key FILE         your private key\n  --yes              do not ask\n  \
             --never-published  you know that what this key signed last was given up, and never published\n",
            "quoc-publish sign --key ~/keys/alice.pem",
        ),
        Verb::Publish => (
            "--online FILE [--python FILE]... [SIGNATURE]...",
            "Publishes what enough owners have signed. It screens and installs the release once more, reads the result as\n\
             users of every earlier state would, and refuses what one of them could not install. Then upload\n\
             the folder 'repository', metadata/timestamp.json last.",
            "  --online FILE  the private online key\n  --python FILE  a Python to install with (those on the PATH)\n  SIGNATURE      files that owners have mailed\n",
            "quoc-publish publish --online online.pem alice.json bob.json",
        ),
        Verb::Renew => (
            "--online FILE",
            "Signs timestamp and snapshot anew, for cron. Exits with status 3, and says what to do, from 30\n\
             days before root, targets or snapshot end.",
            "  --online FILE  the private online key\n",
            "quoc-publish renew --folder /srv/release --online /etc/quoc/online.pem",
        ),
        Verb::Status => {
            ("", "Says who has signed what is staged, who is missing, and what ends when.", "", "quoc-publish status")
        }
        Verb::Verify => (
            "URL-or-DIR --root FILE",
            "Reads a repository as a user would, and checks every file it releases.",
            "  --root FILE    version 1 of the root, as stubs bring it\n",
            "quoc-publish verify https://example.org/repository --root root.json",
        ),
        // The verbs of `preparing` never come here.
        _ => (
            "[--port N]",
            "Serves the folder 'repository' to this machine, for trying.",
            "  --port N       another port than a free one\n",
            "quoc-publish serve --port 8000",
        ),
    }
}
