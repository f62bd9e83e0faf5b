#!/usr/bin/env python3
"""Writes tests/data/model/tahoe-lafs.pylock.toml: uv's universal lock, without the wheels of rarer platforms.

Needs uv (PyPI) on the PATH and a package index; `cargo test` needs neither.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

LOCK = pathlib.Path(__file__).parent.parent / "data" / "model" / "tahoe-lafs.pylock.toml"
RARE = re.compile(
    r"-(pp|graalpy|cp2|cp3[5678]-cp|cp3\d+-cp3\d+t-)|musllinux|_i686|ppc64|s390x|armv7l|riscv|loongarch"
    r"|-win32\.|win_arm64|macosx_[0-9_]+_(x86_64|intel)\.whl|pyodide|emscripten|ios_|android_"
)


def main(existing=None):
    if existing:
        text = pathlib.Path(existing).read_text()
    else:
        with tempfile.TemporaryDirectory() as folder:
            wanted = pathlib.Path(folder, "requirements.in")
            wanted.write_text("tahoe-lafs==1.20.0\n")
            text = subprocess.run(
                ["uv", "pip", "compile", "--universal", "--python-version", "3.9", "--generate-hashes",
                 "--no-header", "--format", "pylock.toml", str(wanted)],
                check=True, stdout=subprocess.PIPE, text=True,
            ).stdout
    kept = []
    for line in text.splitlines():
        wheel = re.match(r'    \{ url = "[^"]*/([^"/]*\.whl)"', line)
        if not line.startswith("#") and not (wheel and RARE.search(wheel.group(1))):
            kept.append(line)
    LOCK.write_text("\n".join(kept) + "\n")


main(*sys.argv[1:])
