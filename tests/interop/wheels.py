#!/usr/bin/env python3
"""Writes tests/data/model/wheels.json: names of wheels, and how `packaging.utils` reads them (null: not at all)."""

import json
import pathlib
import re

import packaging
from packaging.utils import InvalidWheelFilename, parse_wheel_filename

DATA = pathlib.Path(__file__).parent.parent / "data" / "model"

ODD = """
foo-1.0-py3-none-any.whl Foo-1.0-PY3-NONE-ANY.whl foo_bar-1.0-py3-none-any.whl foo.bar-1.0-py3-none-any.whl
foo__bar-1.0-py3-none-any.whl foo-bar-1.0-py3-none-any.whl _foo-1.0-py3-none-any.whl foo_-1.0-py3-none-any.whl
foo-1.0-1-py3-none-any.whl foo-1.0-1a-py3-none-any.whl foo-1.0-a1-py3-none-any.whl foo-1.0-01-py3-none-any.whl
foo-1.0--py3-none-any.whl foo--py3-none-any.whl -1.0-py3-none-any.whl foo-1.0-py3-none.whl foo-1.0-1-2-py3-none-any.whl
foo-1.0+cpu-py3-none-any.whl foo-1.0+cpu_1-py3-none-any.whl foo-1!1.0-py3-none-any.whl foo-1.0_1-py3-none-any.whl
foo-1.0.post1-py3-none-any.whl foo-1.0rc1.dev2-py3-none-any.whl foo-v1.0-py3-none-any.whl foo-1.0.-py3-none-any.whl
foo-x-py3-none-any.whl foo-1.0-py2.py3-none-any.whl foo-1.0-py3.-none-any.whl foo-1.0-.py3-none-any.whl
foo-1.0-3py-none-any.whl foo-1.0-py3--any.whl foo-1.0-py3-none-any foo-1.0-py3-none-any.WHL foo-1.0-py3-none-any.whl.zip
foo-1.0-cp311.cp312-abi3.none-win32.win_amd64.whl foo-1.0-py3.py3-none-any.whl foo-1.0-py3-none-linux_x86_64.linux_x86_64.whl
foo-1.0-pp310-pypy310_pp73-win_amd64.whl foo-1.0-graalpy311-graalpy242_311_native-manylinux_2_17_x86_64.whl
""".split()


def reads(name):
    try:
        name, version, build, tags = parse_wheel_filename(name)
    except InvalidWheelFilename:
        return None
    return {"name": name, "version": str(version), "build": build or None, "tags": sorted(map(str, tags))}


def main():
    lock = (DATA / "tahoe-lafs.pylock.toml").read_text()
    names = sorted(set(re.findall(r'/([^/"]*\.whl)"', lock)))[::8]
    lines = ",\n".join(json.dumps([name, reads(name)]) for name in ODD + names)
    (DATA / "wheels.json").write_text('{"packaging": "%s", "names": [\n%s\n]}\n' % (packaging.__version__, lines))


main()
