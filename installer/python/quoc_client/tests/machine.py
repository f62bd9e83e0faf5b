"""An installation on the spot, with an installer that says what a test tells it to."""

from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any, Optional
from unittest import mock

HEAD = {"format": 1, "event": "started", "program": "quoc", "version": "0.1.0"}
FINISHED = {"at": 9, "progress": 1000, "event": "finished", "action": "upgrade", "version": "2.0", "exit-status": 0}

#: Writes down how it was called, and says the lines that lie beside it.
_STUB = """#!{python}
import json, os, sys
from pathlib import Path
here = Path(__file__).parent
(here / "called.json").write_text(json.dumps({{"arguments": sys.argv[1:], "environment": dict(os.environ)}}))
script = here / "script.py"
if script.exists():
    exec(script.read_text())
sys.stdout.write((here / "lines.txt").read_text())
sys.stderr.write("a word beside the stream")
sys.stdout.flush()
sys.exit(int((here / "status.txt").read_text()))
"""


class Machine(unittest.TestCase):
    """A folder as quoc makes it, and this process seen as if it ran in its first generation."""

    def setUp(self) -> None:
        scratch = tempfile.TemporaryDirectory(prefix="quoc_client ünï ")
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name) / "quoc" / "demo"
        self.environment = self.folder / "generations" / "1"
        (self.environment / "bin").mkdir(parents=True)
        self.stub = self.folder / "setup"
        self.stub.write_text(_STUB.format(python=sys.executable), encoding="utf-8")
        self.stub.chmod(self.stub.stat().st_mode | stat.S_IXUSR)
        self.receipt()
        self.runs_in(self.environment)

    def runs_in(self, environment: Path) -> None:
        """Lets this process look as if it ran in an environment."""
        patched = mock.patch.object(sys, "prefix", str(environment))
        patched.start()
        self.addCleanup(patched.stop)

    def receipt(self, **members: Any) -> None:
        """Writes the receipt."""
        stub = {"path": str(self.stub), "version": "0.1.0", "size": 1, "sha256": "0" * 64}
        receipt = {"format": 1, "application": "demo", "name": "Demo", "version": "1.0", "generation": 1, "stub": stub}
        (self.folder / "receipt.json").write_text(json.dumps({**receipt, **members}), encoding="utf-8")

    def stub_says(self, *events: Any, status: int = 0, head: Optional[Any] = None, script: str = "") -> None:
        """Sets what the installer will write, and how it will end."""
        lines = [head or HEAD, *events]
        text = "".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines)
        (self.folder / "lines.txt").write_text(text, encoding="utf-8")
        (self.folder / "status.txt").write_text(str(status))
        (self.folder / "script.py").write_text(script)

    def called(self) -> Any:
        """How the installer was called."""
        return json.loads((self.folder / "called.json").read_text())


def failed(code: str, status: int) -> "dict[str, Any]":
    """A last line that tells of a failure."""
    return {
        "at": 3,
        "progress": 10,
        "event": "failed",
        "code": code,
        "exit-status": status,
        "arguments": {"host": "example.org"},
        "details": ["outer", "inner"],
        "message": "It went wrong.",
        "hint": "Try again.",
    }


def environment(**variables: str) -> Any:
    """Adds variables to this process."""
    return mock.patch.dict(os.environ, variables)
