#!/usr/bin/env python3
"""Writes tests/data/model/selected.json: which files of the Tahoe-LAFS lock `packaging.pylock` picks, machine by machine.

Python 3.11 or newer, with `packaging` 26.1 or newer.
"""

import json
import pathlib
import tomllib

import packaging
from packaging import tags
from packaging.pylock import Pylock

from platforms import linux

DATA = pathlib.Path(__file__).parent.parent / "data" / "model"


def machine(name, python, os, arch, platform, platforms, values):
    version = tuple(map(int, python.split(".")[:2]))
    interpreter = "cp%d%d" % version
    found = list(tags.cpython_tags(version, [interpreter], platforms))
    found += list(tags.compatible_tags(version, interpreter, platforms))
    environment = {
        "os_name": "posix", "platform_python_implementation": "CPython", "platform_release": "6.1.0-18-amd64",
        "platform_version": "#1 SMP", "python_version": "%d.%d" % version, "python_full_version": python,
        "implementation_name": "cpython", "implementation_version": python, **values,
    }
    facts = {"implementation": "cpython", "version": list(version), "free_threaded": False, "platform": platform}
    return {"name": name, "version": python, "platform": {"os": os, "arch": arch}, "facts": facts,
            "markers": environment}, found


def machines():
    glibc = {"Linux": {"arch": "x86_64", "libc": {"Glibc": [2, 36]}}}
    for python in ["3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.0"]:
        yield machine("linux " + python, python, "linux-glibc", "x86_64", glibc, linux("x86_64", glibc["Linux"]["libc"]),
                      {"sys_platform": "linux", "platform_machine": "x86_64", "platform_system": "Linux"})
        yield machine("mac " + python, python, "macos", "aarch64", {"Macos": {"arch": "arm64", "version": [15, 1]}},
                      list(tags.mac_platforms((15, 1), "arm64")),
                      {"sys_platform": "darwin", "platform_machine": "arm64", "platform_system": "Darwin",
                       "platform_release": "24.1.0"})
        yield machine("windows " + python, python, "windows", "x86_64", {"Windows": {"tag": "win_amd64"}}, ["win_amd64"],
                      {"os_name": "nt", "sys_platform": "win32", "platform_machine": "AMD64",
                       "platform_system": "Windows", "platform_release": "10"})


def main():
    lock = Pylock.from_dict(tomllib.loads((DATA / "tahoe-lafs.pylock.toml").read_text()))
    cases = []
    for case, found in machines():
        chosen = lock.select(environment=case["markers"], tags=found)
        case["files"] = [file.name or file.url.rsplit("/", 1)[1] for _, file in chosen]
        cases.append(case)
    lines = ",\n".join(json.dumps(case) for case in cases)
    (DATA / "selected.json").write_text('{"packaging": "%s", "cases": [\n%s\n]}\n' % (packaging.__version__, lines))
    print(len(cases), "machines")


main()
