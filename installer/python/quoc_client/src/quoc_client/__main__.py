"""`python -m quoc_client [info|check|upgrade]`: the package from a shell, for applications without a command of their own.

Exit statuses are the installer's: 0, 100 for `check` where there is an upgrade, 2 for a wrong command line, others for
what went wrong; 18 where quoc did not install this environment.
"""

from __future__ import annotations

import sys
from typing import Optional, Sequence

from . import Event, Failure, NotManaged, QuocError, check, info, upgrade

_USAGE = "usage: python -m quoc_client [info|check|upgrade]"


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Runs one command and returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    commands = {"info": _info, "check": _check, "upgrade": _upgrade}
    command = commands.get(given[0] if given else "info") if len(given) < 2 else None
    if command is None:
        print(_USAGE, file=sys.stderr)
        return 2
    try:
        return command()
    except KeyboardInterrupt:
        return 130
    except Failure as failure:
        print(f"[{failure.code}] {failure.message}\n{failure.hint}", file=sys.stderr)
        return failure.exit_status
    except NotManaged as error:
        print(error, file=sys.stderr)
        return 18
    except QuocError as error:
        print(error, file=sys.stderr)
        return 70


def _info() -> int:
    installation = info()
    print(f"{installation.name} {installation.version} in {installation.folder}")
    if installation.restart_needed:
        print("This process still runs another version.")
    return 0


def _check() -> int:
    found = check()
    if not found.upgrade:
        print(f"{found.installed} is the newest version.")
        return 0
    print(f"{found.offered} is there; {found.installed} is installed.")
    return 100


def _upgrade() -> int:
    outcome = upgrade(_Progress())
    if outcome.action == "up-to-date":
        print(f"{outcome.version} is the newest version.")
    elif outcome.restart_needed:
        print(f"{outcome.version} is installed. It starts when the application is started again.")
    else:
        print(f"{outcome.version} is installed.")
    return 0


class _Progress:
    """Writes each phase once, and how far the whole is at every tenth."""

    def __init__(self) -> None:
        self.tenth = 0

    def __call__(self, event: Event) -> None:
        tenth = int(event.get("progress", 0)) // 100
        if event.get("event") == "entered":
            print(f"{event.get('phase')} ...", flush=True)
        elif tenth > self.tenth:
            print(f"{tenth}0 %", flush=True)
        self.tenth = max(self.tenth, tenth)


if __name__ == "__main__":
    sys.exit(main())
