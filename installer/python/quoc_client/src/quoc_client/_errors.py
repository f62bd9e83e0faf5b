"""Everything that can go wrong, one class for each thing that a caller may want to treat on its own."""

from __future__ import annotations

from typing import Mapping, Sequence


class QuocError(Exception):
    """The base of all errors of this package."""


class NotManaged(QuocError):
    """This Python does not run in an environment that quoc installed."""


class StubMissing(QuocError):
    """The installer is not in the application's folder any more, or cannot be started."""


class ProtocolError(QuocError):
    """The installer did not answer as documented; it may be newer than this package."""


class Failure(QuocError):
    """The installer could not do what it was asked.

    `str()` gives the message in the person's language.
    """

    def __init__(
        self,
        code: str,
        exit_status: int,
        message: str,
        hint: str = "",
        details: Sequence[str] = (),
        arguments: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message or code)
        #: The stable code of what went wrong, such as `fetch-login-page`.
        self.code = code
        #: The exit status of the installer; quoc's README lists them.
        self.exit_status = exit_status
        #: What went wrong, in the person's language.
        self.message = message
        #: What the person can do, in the person's language.
        self.hint = hint
        #: The chain of causes, in English, for logs.
        self.details = tuple(details)
        #: What fills the message's variables.
        self.arguments = dict(arguments or {})


class NetworkFailure(Failure):
    """The network, a server or a proxy (exit status 10): worth another try later."""


class Refused(Failure):
    """Refused for safety (11): signatures, keys, hashes, metadata. Nothing was changed."""


class OlderRefused(Refused):
    """An older release than the installed one was offered (12)."""


class DiskFailure(Failure):
    """The disk is full, rights are missing, or something is in the way (15)."""


class Busy(Failure):
    """Another run is at work on this application (17)."""


class Cancelled(Failure):
    """The run was cancelled (130)."""


_BY_EXIT_STATUS: dict[int, type[Failure]] = {
    10: NetworkFailure,
    11: Refused,
    12: OlderRefused,
    15: DiskFailure,
    17: Busy,
    130: Cancelled,
}


def failure(event: Mapping[str, object], exit_status: int) -> Failure:
    """Makes the error of the stream's last line, `failed`."""
    status = event.get("exit-status")
    status = status if isinstance(status, int) else exit_status
    details = event.get("details")
    arguments = event.get("arguments")
    return _BY_EXIT_STATUS.get(status, Failure)(
        code=str(event.get("code", "")),
        exit_status=status,
        message=str(event.get("message", "")),
        hint=str(event.get("hint", "")),
        details=[str(line) for line in details] if isinstance(details, list) else (),
        arguments={str(name): str(value) for name, value in arguments.items()} if isinstance(arguments, dict) else None,
    )
