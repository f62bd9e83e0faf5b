"""Asks the kept installer: starts it, reads its lines of JSON, and turns its end into a value or an error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from typing import IO, Any, Callable, Dict, Iterator, Mapping, Optional, Sequence

from ._errors import ProtocolError, StubMissing, failure
from ._installation import Installation, info

#: One line of the installer's stream, as documented in quoc's `src/console/json.rs`: `event`, and what belongs to it.
Event = Dict[str, Any]
#: Takes the events of a run as they come.
EventHandler = Callable[[Event], object]

#: The format of the stream that this package reads; members and kinds of events may be added within it.
STREAM_FORMAT = 1

#: The exit status of `check` where there is an upgrade.
_AVAILABLE = 100


@dataclass(frozen=True)
class Availability:
    """Whether there is anything newer."""

    #: The installed version.
    installed: str
    #: The newest version that the publisher signed.
    offered: str
    #: Whether an upgrade would install something.
    upgrade: bool
    #: Whether the publisher says that the installed version has known security problems.
    security: bool
    #: Bytes that the upgrade would download; `None` where that is not known.
    to_fetch: Optional[int]
    #: The code of what stands in the way of the upgrade on this computer.
    obstacle: Optional[str]


@dataclass(frozen=True)
class Outcome:
    """How an upgrade ended well."""

    #: What was done: `upgrade`, `up-to-date`, or `repair` where the installation was damaged.
    action: str
    #: The version that is installed now.
    version: str
    #: Whether the new version starts only when the application is started again.
    restart_needed: bool


def check(*, locale: Optional[str] = None, arguments: Sequence[str] = ()) -> Availability:
    """Asks the publisher's repository whether there is an upgrade. Changes nothing that is installed.

    `locale` is the language of messages in errors (BCP 47), else the system's; `arguments` are more options of quoc,
    such as `["--proxy", URL]`. Raises a `QuocError`.
    """
    last = _run("check", None, locale, arguments)
    if last.get("event") != "available":
        raise ProtocolError(f"check ended with {last.get('event')!r}")
    to_fetch, obstacle = last.get("to-fetch"), last.get("obstacle")
    return Availability(
        installed=str(last.get("installed")),
        offered=str(last.get("offered")),
        upgrade=last.get("upgrade") is True,
        security=last.get("security") is True,
        to_fetch=to_fetch if isinstance(to_fetch, int) else None,
        obstacle=obstacle if isinstance(obstacle, str) else None,
    )


def upgrade(
    on_event: Optional[EventHandler] = None, *, locale: Optional[str] = None, arguments: Sequence[str] = ()
) -> Outcome:
    """Installs the newest release beside the running one and switches to it. The running process goes on undisturbed.

    `on_event` takes every event while it happens; `progress` in them is thousandths of the whole and never goes back.
    Where it raises, the upgrade is cancelled and undone, and its error goes on. Raises a `QuocError` otherwise.
    """
    last = _run("upgrade", on_event, locale, ["--yes", *arguments])
    if last.get("event") != "finished":
        raise ProtocolError(f"upgrade ended with {last.get('event')!r}")
    action = str(last.get("action"))
    return Outcome(action=action, version=str(last.get("version")), restart_needed=info().restart_needed)


def _run(verb: str, on_event: Optional[EventHandler], locale: Optional[str], arguments: Sequence[str]) -> Event:
    """Runs one command to its end and returns its last event; raises what it failed with."""
    installation = info()
    language = [] if locale is None else ["--locale", locale]
    with tempfile.TemporaryFile() as errors:
        with _start(installation, [verb, "--json", *language, *arguments], errors) as process:
            assert process.stdout is not None
            try:
                last = _follow(_events(process.stdout), on_event)
            except BaseException:
                # Asked to end, it undoes what it began; what is already downloaded is kept.
                process.terminate()
                # It must not wait for a reader of its last lines.
                reader = threading.Thread(target=process.stdout.read, daemon=True)
                reader.start()
                process.wait()
                reader.join()
                raise
        if last is None:
            errors.seek(0)
            said = errors.read(4096).decode("utf-8", "replace").strip()
            raise ProtocolError(f"the installer said nothing (exit status {process.returncode}): {said}")
    if last.get("event") == "failed":
        raise failure(last, process.returncode)
    if process.returncode not in (0, _AVAILABLE):
        raise ProtocolError(f"the installer ended with {process.returncode} after {last.get('event')!r}")
    return last


def _start(installation: Installation, arguments: Sequence[str], errors: IO[bytes]) -> subprocess.Popen[bytes]:
    if installation.stub is None:
        raise StubMissing(f"{installation.folder} has no installer; run a downloaded one once")
    try:
        return subprocess.Popen(
            [str(installation.stub), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=str(installation.folder),
            env=_environment(os.environ),
        )
    except OSError as error:
        raise StubMissing(f"{installation.stub} cannot be started: {error}") from error


def _environment(outer: Mapping[str, str]) -> dict[str, str]:
    """What the application's own environment adds is not for the installer: it looks for a Python on the PATH."""
    inner = {name: value for name, value in outer.items() if not name.startswith("PYTHON") and name != "VIRTUAL_ENV"}
    own = os.path.realpath(sys.prefix)
    folders = inner.get("PATH", "").split(os.pathsep)
    inner["PATH"] = os.pathsep.join(folder for folder in folders if not os.path.realpath(folder).startswith(own))
    return inner


def _events(stream: IO[bytes]) -> Iterator[Event]:
    for line in stream:
        try:
            event = json.loads(line)
        except ValueError as error:
            raise ProtocolError(f"the installer wrote {line[:200]!r}") from error
        if not isinstance(event, dict):
            raise ProtocolError(f"the installer wrote {line[:200]!r}")
        yield event


def _follow(events: Iterator[Event], on_event: Optional[EventHandler]) -> Optional[Event]:
    last: Optional[Event] = None
    for event in events:
        if last is None:
            _require_format(event)
        if on_event is not None:
            on_event(event)
        last = event
    return last


def _require_format(head: Event) -> None:
    found = head.get("format")
    if head.get("event") != "started" or not isinstance(found, int):
        raise ProtocolError(f"the installer began with {head.get('event')!r}")
    if found > STREAM_FORMAT:
        raise ProtocolError(f"the installer speaks format {found}; this package reads up to {STREAM_FORMAT}")
