"""How the installer is asked, and what becomes of its answers."""

from __future__ import annotations

import os
import sys
from typing import Any, List

import quoc_client
from quoc_client.__main__ import main

from .machine import FINISHED, Machine, environment, failed

AVAILABLE = {
    "event": "available",
    "name": "Demo",
    "installed": "1.0",
    "offered": "2.0",
    "upgrade": True,
    "security": False,
    "to-fetch": 7312,
    "exit-status": 100,
}


class Checking(Machine):
    def test_an_upgrade_that_is_there_is_told_with_its_size(self) -> None:
        self.stub_says(AVAILABLE, status=100)
        found = quoc_client.check(locale="de", arguments=["--offline"])
        self.assertEqual((found.upgrade, found.offered, found.to_fetch, found.obstacle), (True, "2.0", 7312, None))
        self.assertEqual(self.called()["arguments"], ["check", "--json", "--locale", "de", "--offline"])

    def test_nothing_newer_is_no_error(self) -> None:
        self.stub_says({**AVAILABLE, "upgrade": False, "offered": "1.0", "to-fetch": None, "exit-status": 0})
        found = quoc_client.check()
        self.assertEqual((found.upgrade, found.to_fetch), (False, None))

    def test_lines_and_members_that_are_not_known_are_passed_over(self) -> None:
        self.stub_says({"event": "weather", "sky": []}, {**AVAILABLE, "later": {}}, status=100)
        self.assertTrue(quoc_client.check().upgrade)


class Upgrading(Machine):
    def test_every_event_is_handed_on_and_the_last_one_is_the_outcome(self) -> None:
        progress = {"at": 5, "progress": 400, "event": "fetching", "artifact": "a.whl", "have": 1, "size": 2}
        self.stub_says(progress, FINISHED)
        seen: List[Any] = []
        outcome = quoc_client.upgrade(seen.append)
        self.assertEqual([event["event"] for event in seen], ["started", "fetching", "finished"])
        self.assertEqual((outcome.action, outcome.version), ("upgrade", "2.0"))
        self.assertEqual(self.called()["arguments"], ["upgrade", "--json", "--yes"])

    def test_the_new_version_starts_with_the_next_start(self) -> None:
        self.stub_says(FINISHED)
        self.receipt(version="2.0", generation=2)
        self.assertTrue(quoc_client.upgrade().restart_needed)

    def test_each_failure_is_an_error_of_its_kind_with_code_and_words(self) -> None:
        kinds = {
            10: quoc_client.NetworkFailure,
            11: quoc_client.Refused,
            12: quoc_client.OlderRefused,
            15: quoc_client.DiskFailure,
            16: quoc_client.Failure,
            17: quoc_client.Busy,
            130: quoc_client.Cancelled,
        }
        for status, kind in kinds.items():
            self.stub_says(failed("some-code", status), status=status)
            with self.assertRaises(kind) as raised:
                quoc_client.upgrade()
            error = raised.exception
            assert isinstance(error, quoc_client.Failure)
            self.assertIs(type(error), kind)
            self.assertEqual((error.code, error.exit_status, str(error)), ("some-code", status, "It went wrong."))
            self.assertEqual((error.hint, error.details), ("Try again.", ("outer", "inner")))
            self.assertEqual(error.arguments, {"host": "example.org"})

    def test_an_error_of_the_listener_cancels_the_upgrade_and_goes_on(self) -> None:
        wait = "import signal, time\n" \
            "signal.signal(signal.SIGTERM, lambda *_: ((here / 'asked').write_text(''), sys.exit(130)))\n" \
            "print('{\"format\": 1, \"event\": \"started\"}', flush=True)\ntime.sleep(60)\n"
        self.stub_says(FINISHED, script=wait)

        def listen(_event: Any) -> None:
            raise KeyError("mine")

        with self.assertRaises(KeyError):
            quoc_client.upgrade(listen)
        self.assertTrue((self.folder / "asked").exists(), "it was asked to end, and waited for")

    def test_the_installer_sees_nothing_of_the_applications_own_environment(self) -> None:
        self.stub_says(FINISHED)
        own = str(self.environment / "bin")
        path = os.pathsep.join([own, os.environ["PATH"]])
        with environment(PYTHONPATH="/mine", PYTHONHOME="", VIRTUAL_ENV=own, PATH=path, HTTPS_PROXY="http://p:1"):
            quoc_client.upgrade()
        seen = self.called()["environment"]
        self.assertFalse({"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"} & set(seen))
        self.assertNotIn(own, seen["PATH"].split(os.pathsep))
        self.assertEqual(seen["HTTPS_PROXY"], "http://p:1")


class Answers(Machine):
    def test_what_is_no_answer_is_told(self) -> None:
        cases: List[Any] = [
            (["no json\n"], 0),
            (["[]\n"], 0),
            ([{"event": "entered"}], 0),
            ([AVAILABLE], 0),
            ([FINISHED], 3),
        ]
        for events, status in cases:
            self.stub_says(*events, status=status)
            with self.assertRaises(quoc_client.ProtocolError, msg=str(events)):
                quoc_client.upgrade()

    def test_a_newer_format_is_told_before_anything_is_believed(self) -> None:
        for head in ({"format": 2, "event": "started"}, {"event": "finished"}):
            self.stub_says(FINISHED, head=head)
            with self.assertRaises(quoc_client.ProtocolError):
                quoc_client.upgrade()

    def test_an_installer_that_says_nothing_is_quoted(self) -> None:
        self.stub_says(script="sys.stderr.write('no libc'); sys.exit(127)")
        with self.assertRaisesRegex(quoc_client.ProtocolError, "127.*no libc"):
            quoc_client.upgrade()

    def test_an_installer_that_cannot_be_started_is_missing(self) -> None:
        self.stub.chmod(0o644)
        self.stub.write_bytes(b"")
        with self.assertRaises(quoc_client.StubMissing):
            quoc_client.upgrade()
        self.stub.unlink()
        with self.assertRaises(quoc_client.StubMissing):
            quoc_client.check()

    def test_much_beside_the_stream_does_not_stop_it(self) -> None:
        self.stub_says(FINISHED, script="sys.stderr.write('x' * (1 << 20))")
        self.assertEqual(quoc_client.upgrade().version, "2.0")


class Shell(Machine):
    def test_exit_statuses_are_the_installers(self) -> None:
        self.stub_says(AVAILABLE, status=100)
        self.assertEqual((main(["check"]), main(["info"]), main([]), main(["frobnicate"])), (100, 0, 0, 2))
        self.stub_says(FINISHED)
        self.assertEqual(main(["upgrade"]), 0)
        self.stub_says(failed("fetch-proxy", 10), status=10)
        self.assertEqual(main(["upgrade"]), 10)
        self.receipt(stub=None)
        self.assertEqual(main(["check"]), 70)
        (self.folder / "receipt.json").unlink()
        self.assertEqual(main(["info"]), 18)


if sys.platform == "win32":
    # A script cannot stand in for a program there.
    del Checking, Upgrading, Answers, Shell
