"""Lets an application that quoc installed look for upgrades and install them.

>>> import quoc_client
>>> if quoc_client.is_managed() and quoc_client.check().upgrade:
...     quoc_client.upgrade()

Nothing is decided here: every question goes to the installer that quoc keeps in the application's folder. It checks
signatures and hashes, and installs the new version beside the running one, which goes on undisturbed; whoever starts
the application next starts the new version.
"""

from ._errors import (
    Busy,
    Cancelled,
    DiskFailure,
    Failure,
    NetworkFailure,
    NotManaged,
    OlderRefused,
    ProtocolError,
    QuocError,
    Refused,
    StubMissing,
)
from ._installation import Installation, info, is_managed
from ._stub import Availability, Event, EventHandler, Outcome, check, upgrade

__all__ = [
    "Availability",
    "Busy",
    "Cancelled",
    "DiskFailure",
    "Event",
    "EventHandler",
    "Failure",
    "Installation",
    "NetworkFailure",
    "NotManaged",
    "OlderRefused",
    "Outcome",
    "ProtocolError",
    "QuocError",
    "Refused",
    "StubMissing",
    "check",
    "info",
    "is_managed",
    "upgrade",
]
