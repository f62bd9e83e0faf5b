"""`tahoe admin upgrade`: a Tahoe-LAFS that quoc installed looks for a newer release and installs it.

The work is done by the installer that quoc keeps; see `quoc_client`. A node that runs meanwhile is not disturbed.
"""

from __future__ import annotations

import sys

import quoc_client
from allmydata.scripts import admin, runner
from allmydata.scripts.common import BaseOptions


class UpgradeOptions(BaseOptions):
    """The options of `tahoe admin upgrade`."""

    optFlags = [["check", None, "Only say whether there is a newer release (exit status 100)."]]

    def getSynopsis(self) -> str:
        return "Usage: tahoe [global-options] admin upgrade [--check]"


def upgrade(options: UpgradeOptions) -> int:
    """Runs the command and returns its exit status: the installer's, or 18 where quoc did not install this."""
    out, err = options.stdout, options.stderr
    quiet = options.parent.parent["quiet"]
    try:
        found = quoc_client.check()
        if not found.upgrade:
            print(f"Tahoe-LAFS {found.installed} is the newest release.", file=out)
            return 0
        print(f"Tahoe-LAFS {found.offered} is there; {found.installed} is installed.", file=out)
        if options["check"]:
            return 100
        outcome = quoc_client.upgrade(None if quiet else _Phases(out))
    except quoc_client.Failure as failure:
        print(f"[{failure.code}] {failure.message}\n{failure.hint}", file=err)
        return failure.exit_status
    except quoc_client.NotManaged:
        print("This Tahoe-LAFS was not installed by quoc: upgrade it the way it was installed.", file=err)
        return 18
    except quoc_client.QuocError as error:
        print(error, file=err)
        return 70
    print(f"Tahoe-LAFS {outcome.version} is installed.", file=out)
    if outcome.restart_needed:
        print("Nodes that run now keep their version until they are started again.", file=out)
    return 0


class _Phases:
    """Writes a line whenever a phase begins."""

    def __init__(self, out) -> None:
        self.out = out

    def __call__(self, event: quoc_client.Event) -> None:
        if event.get("event") == "entered":
            print(f"  {event.get('phase')} ({int(event.get('progress', 0)) // 10} %)", file=self.out)


def register() -> None:
    """Adds the command to `tahoe admin`, once."""
    if "upgrade" not in admin.subDispatch:
        words = "Install the newest release, if quoc installed this one."
        admin.AdminCommand.subCommands.append(("upgrade", None, UpgradeOptions, words))
        admin.subDispatch["upgrade"] = upgrade


def main() -> int:
    """`tahoe-upgrade [--check]` is `tahoe admin upgrade [--check]`."""
    register()
    sys.argv[1:1] = ["admin", "upgrade"]
    return runner.run()
