"""How the installation is found, and what is said of it."""

from __future__ import annotations

import sys
from pathlib import Path

import quoc_client

from .machine import Machine


class Finding(Machine):
    def test_an_environment_that_quoc_installed_is_found_by_its_prefix(self) -> None:
        self.assertTrue(quoc_client.is_managed())
        installation = quoc_client.info()
        self.assertEqual((installation.application, installation.version), ("demo", "1.0"))
        self.assertEqual((installation.folder, installation.stub), (self.folder, self.stub))
        self.assertFalse(installation.restart_needed)

    def test_it_is_found_through_the_pointer_too(self) -> None:
        (self.folder / "current").symlink_to(Path("generations") / "1")
        self.runs_in(self.folder / "current")
        self.assertEqual(quoc_client.info().folder, self.folder)
        self.assertFalse(quoc_client.info().restart_needed)

    def test_after_an_upgrade_the_old_environment_says_that_a_restart_is_needed(self) -> None:
        self.receipt(version="2.0", generation=2, previous={"generation": 1, "version": "1.0"})
        installation = quoc_client.info()
        self.assertEqual((installation.version, installation.previous), ("2.0", "1.0"))
        self.assertTrue(installation.restart_needed)

    def test_any_other_environment_is_not_managed(self) -> None:
        self.runs_in(Path(sys.base_prefix))
        self.assertFalse(quoc_client.is_managed())
        with self.assertRaises(quoc_client.NotManaged):
            quoc_client.info()
        with self.assertRaises(quoc_client.NotManaged):
            quoc_client.check()

    def test_without_a_kept_installer_nothing_is_managed_but_something_is_installed(self) -> None:
        self.receipt(stub=None)
        self.assertFalse(quoc_client.is_managed())
        self.assertIsNone(quoc_client.info().stub)
        with self.assertRaises(quoc_client.StubMissing):
            quoc_client.check()

    def test_a_receipt_that_points_out_of_its_folder_starts_nothing(self) -> None:
        self.receipt(stub={"path": "/bin/sh", "version": "1.0"})
        self.assertFalse(quoc_client.is_managed())
        with self.assertRaises(quoc_client.StubMissing):
            quoc_client.upgrade()

    def test_a_damaged_receipt_and_one_of_a_newer_format_are_told(self) -> None:
        for text in ("", "[]", '{"format": "1"}', '{"format": 2}', '{"format": 1, "application": 7}', "\ud800"):
            (self.folder / "receipt.json").write_bytes(text.encode("utf-8", "surrogatepass"))
            self.assertFalse(quoc_client.is_managed())
            with self.assertRaises(quoc_client.ProtocolError):
                quoc_client.info()
