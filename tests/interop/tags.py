#!/usr/bin/env python3
"""Writes tests/data/model/tags.json: facts and the tags that `packaging.tags` derives from them.

Arguments: Pythons to ask about themselves (e.g. ~/.pyenv/versions/3.*/bin/python3); `packaging` must be
importable here, and its folder is lent to them. Synthetic platforms follow. Long lists are kept as a digest, with
their length and both ends, so that the file stays small; a difference still fails.
"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys

import packaging
from packaging import tags

from platforms import linux

GOLDEN = pathlib.Path(__file__).parent.parent / "data" / "model" / "tags.json"

PROBE = """
import json, platform, sys, sysconfig
from packaging import tags, _manylinux
glibc = _manylinux._get_glibc_version()
print(json.dumps({"facts": {"implementation": sys.implementation.name, "version": list(sys.version_info[:2]),
    "free_threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "platform": {"Linux": {"arch": sysconfig.get_platform().split("-", 1)[1].replace("-", "_"),
                           "libc": {"Glibc": list(glibc)}}}},
    "tags": [str(tag) for tag in tags.sys_tags()]}))
"""


def case(name, facts, found):
    text = "\n".join(found)
    return {"name": name, "facts": facts, "count": len(found), "first": found[:3], "last": found[-1],
            "sha256": hashlib.sha256(text.encode()).hexdigest()}


def real(python):
    environment = dict(os.environ, PYTHONPATH=str(pathlib.Path(packaging.__file__).parent.parent))
    try:
        answer = json.loads(subprocess.run([python, "-c", PROBE], check=True, stdout=subprocess.PIPE,
                                           stderr=subprocess.DEVNULL, env=environment).stdout)
    except subprocess.CalledProcessError:
        return None  # too old for this packaging
    return case("this machine, Python %s.%s" % tuple(answer["facts"]["version"]), answer["facts"], answer["tags"])


def cpython(version, free_threaded, platforms):
    abi = "cp%d%d" % version + ("t" if free_threaded else "m" if version < (3, 8) else "")
    interpreter = "cp%d%d" % version
    found = list(tags.cpython_tags(version, [abi], platforms))
    return [str(tag) for tag in found + list(tags.compatible_tags(version, interpreter, platforms))]


def synthetic():
    pythons = [((3, 7), False), ((3, 9), False), ((3, 13), False), ((3, 14), True), ((3, 15), True)]
    for arch in ["x86_64", "i686", "aarch64", "armv7l", "armv8l", "riscv64"]:
        for libc in [{"Glibc": [2, 5]}, {"Glibc": [2, 17]}, {"Glibc": [2, 41]}, {"Musl": [1, 2]}]:
            yield {"Linux": {"arch": arch, "libc": libc}}, linux(arch, libc), pythons[1:4]
    for arch in ["x86_64", "arm64"]:
        for version in [(10, 3), (10, 9), (10, 15), (11, 0), (12, 6), (15, 1), (26, 0)]:
            platforms = list(tags.mac_platforms(version, arch))
            if platforms:
                yield {"Macos": {"arch": arch, "version": list(version)}}, platforms, pythons
    for tag in ["win_amd64", "win_arm64", "win32"]:
        yield {"Windows": {"tag": tag}}, [tag], pythons


def main(pythons):
    cases = [found for found in map(real, pythons) if found]
    for platform, platforms, versions in synthetic():
        for version, free_threaded in versions:
            facts = {"implementation": "cpython", "version": list(version), "free_threaded": free_threaded,
                     "platform": platform}
            name = "%s, Python %d.%d%s" % (json.dumps(platform), *version, "t" if free_threaded else "")
            cases.append(case(name, facts, cpython(version, free_threaded, platforms)))
    lines = ",\n".join(json.dumps(found) for found in cases)
    GOLDEN.write_text('{"packaging": "%s", "cases": [\n%s\n]}\n' % (packaging.__version__, lines))
    print(len(cases), "cases")


main(sys.argv[1:])
