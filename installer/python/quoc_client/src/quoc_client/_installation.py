"""Finds the installation that this Python runs in, by its receipt."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ._errors import NotManaged, ProtocolError, StubMissing

#: The format of receipts that this package reads.
RECEIPT_FORMAT = 1

_MAX_RECEIPT = 16 * 1024 * 1024


@dataclass(frozen=True)
class Installation:
    """What is installed, as the receipt says."""

    #: The distribution that is the application.
    application: str
    #: The name that people read.
    name: str
    #: The version that the application's commands start now; after an upgrade, newer than the one that runs.
    version: str
    #: The application's own folder.
    folder: Path
    #: The installer that is asked; `None` where none was kept.
    stub: Optional[Path]
    #: The version of that installer.
    stub_version: Optional[str]
    #: The version that can be gone back to.
    previous: Optional[str]
    #: The environment that this process runs in, `FOLDER/generations/N`.
    environment: Path
    #: Whether the commands start another environment than this one: an upgrade waits for a new start.
    restart_needed: bool


def is_managed() -> bool:
    """Says whether quoc installed the environment that this Python runs in, and can be asked for an upgrade."""
    try:
        return info().stub is not None
    except (NotManaged, ProtocolError, StubMissing):
        return False


def info() -> Installation:
    """Reads what is installed.

    Raises `NotManaged` where quoc did not install this environment, and `ProtocolError` where the receipt cannot be
    read or was written by a newer quoc than this package knows.
    """
    environment = Path(sys.prefix)
    folder = _folder_of(environment)
    if folder is None:
        raise NotManaged(f"{environment} is not an environment that quoc installed")
    receipt = _read(folder / "receipt.json")
    application, name, version = (_text(receipt, member) for member in ("application", "name", "version"))
    previous = receipt.get("previous")
    stub, stub_version = _stub(receipt, folder)
    generation = receipt.get("generation")
    return Installation(
        application=application,
        name=name,
        version=version,
        folder=folder,
        stub=stub,
        stub_version=stub_version,
        previous=_text(previous, "version") if isinstance(previous, dict) else None,
        environment=environment,
        restart_needed=environment.resolve() != (folder / "generations" / str(generation)).resolve(),
    )


def _folder_of(environment: Path) -> Path | None:
    """The environment is `FOLDER/generations/N`, or is named through the pointer `FOLDER/current`."""
    if environment.parent.name == "generations":
        folder = environment.parent.parent
    elif environment.name == "current":
        folder = environment.parent
    else:
        return None
    return folder if (folder / "receipt.json").is_file() else None


def _read(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_RECEIPT + 1)
        receipt = json.loads(content) if len(content) <= _MAX_RECEIPT else None
    except (OSError, ValueError) as error:
        raise ProtocolError(f"{path} cannot be read: {error}") from error
    if not isinstance(receipt, dict) or not isinstance(receipt.get("format"), int):
        raise ProtocolError(f"{path} is no receipt")
    if receipt["format"] > RECEIPT_FORMAT:
        raise ProtocolError(f"{path} has format {receipt['format']}; this package reads up to {RECEIPT_FORMAT}")
    return receipt


def _stub(receipt: dict[str, object], folder: Path) -> tuple[Path | None, str | None]:
    stub = receipt.get("stub")
    if not isinstance(stub, dict):
        return None, None
    path = Path(_text(stub, "path"))
    # Whoever could point the receipt elsewhere would have this application start what they like.
    if path.parent.resolve() != folder.resolve():
        raise StubMissing(f"{path} is not in {folder}")
    return path, _text(stub, "version")


def _text(members: dict[str, object], name: str) -> str:
    value = members.get(name)
    if not isinstance(value, str):
        raise ProtocolError(f"the receipt has no {name}")
    return value
