#!/usr/bin/env python3
"""Writes tests/data/model/markers.json: marker expressions, environments, and what `packaging.markers` says.

null is an expression that packaging refuses or calls undefined in some environment.
"""

import itertools
import json
import pathlib

import packaging
from packaging.markers import InvalidMarker, Marker, UndefinedComparison

GOLDEN = pathlib.Path(__file__).parent.parent / "data" / "model" / "markers.json"

LINUX = {
    "os_name": "posix", "sys_platform": "linux", "platform_machine": "x86_64",
    "platform_python_implementation": "CPython", "platform_release": "6.1.0-18-amd64", "platform_system": "Linux",
    "platform_version": "#1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1", "python_version": "3.11",
    "python_full_version": "3.11.7", "implementation_name": "cpython", "implementation_version": "3.11.7",
}
MAC = dict(LINUX, sys_platform="darwin", platform_machine="arm64", platform_release="24.1.0", platform_system="Darwin",
           platform_version="Darwin Kernel Version 24.1.0", python_version="3.9", python_full_version="3.9.18",
           implementation_version="3.9.18")
WINDOWS = dict(LINUX, os_name="nt", sys_platform="win32", platform_machine="AMD64", platform_release="10",
               platform_system="Windows", platform_version="10.0.19045", python_version="3.13",
               python_full_version="3.13.0rc1", implementation_version="3.13.0rc1")
WORKING_COPY = dict(LINUX, python_version="3.14", python_full_version="3.14.0a2+", implementation_version="3.14.0a2")
SHORT = dict(LINUX, python_version="3", python_full_version="3", implementation_version="", platform_release="")
ENVIRONMENTS = {"linux": LINUX, "mac": MAC, "windows": WINDOWS, "working copy": WORKING_COPY, "short": SHORT}

OPERATORS = ["<", "<=", "==", "!=", ">=", ">", "~=", "===", "in", "not in"]
VERSIONS = ["3", "3.8", "3.9", "3.10", "3.11", "3.11.7", "3.11.0", "3.13", "3.13.0rc1", "3.14.0a2", "3.11.*", "3.*",
            "3.11.post1", "3.11.7+local", "3.11.dev0", "1!3", "", "nonsense", "3.8 3.9 3.11", "3.8,3.11", " 3.11 ",
            "v3.11", "6.1.0-18-amd64", "24.1.0", "10", "3.11.7.0", "03.11"]
WORDS = ["linux", "win32", "Linux", "lin", "posix nt", "", "CPython", "x86_64", "20.1"]
VERSION_VARIABLES = ["python_version", "python_full_version", "implementation_version", "platform_release"]
WORD_VARIABLES = ["os_name", "sys_platform", "platform_machine", "platform_system", "platform_version",
                  "platform_python_implementation", "implementation_name", "extra"]
OTHERS = [
    "python_version < '3.10' or sys_platform == 'win32' and python_version >= '3.11'",
    "(python_version < '3.10' or sys_platform == 'win32') and python_version >= '3.11'",
    "os_name == 'posix' and (sys_platform == 'linux' or (sys_platform == 'darwin' and platform_machine == 'arm64'))",
    "os.name == 'posix' and sys.platform == 'linux'", "python_implementation == 'CPython'",
    "platform.python_implementation == 'CPython'", "platform.machine == 'x86_64'", "platform.version == 'x'",
    "'dev' in extras", "'dev' not in extras", "'dev' in dependency_groups", "'dev' not in dependency_groups",
    "extras == 'dev'", "extras in 'dev'", "'dev' == extras", "extra == 'Some_Extra'", "'some.extra' == extra",
    "python_version>='3.8'and(os_name=='posix')", "\tpython_version\t>= '3.8' ", "python_version >= \"3.8\"",
    "os_name == 'a\"b'", "os_name == \"a'b\"", "os_name == \"a", "os_name == posix", "python_version", "'3.8'", "", " ",
    "()", "(os_name == 'posix'", "os_name == 'posix')", "os_name == 'posix' and", "and os_name == 'posix'",
    "os_name == 'posix' or or os_name == 'nt'", "os_name == 'posix' os_name == 'nt'", "os_name = 'posix'",
    "os_name == 'posix' ; x", "os_name notin 'posix'", "os_name not  in 'nt'", "os_name not 'nt'",
    "python_version >= '3.8' # comment", "os_name == 'posix'\nand os_name == 'posix'", "unknown == 'x'",
    "PYTHON_VERSION >= '3.8'", "os_name IN 'posix'", "((((os_name == 'posix'))))", "not os_name == 'posix'",
    "'3.8' <= python_version", "'3.12' > python_full_version", "'linux' in sys_platform", "'lin' not in sys_platform",
    "python_version >= 3.8", "os_name == 'posix'and os_name=='posix'", "os_name =='posix'or'nt'== os_name",
]


def expressions():
    for variable, operator in itertools.product(VERSION_VARIABLES, OPERATORS):
        for value in VERSIONS:
            yield f"{variable} {operator} '{value}'"
            yield f"'{value}' {operator} {variable}"
    for variable, operator in itertools.product(WORD_VARIABLES, OPERATORS):
        for value in WORDS:
            yield f"{variable} {operator} '{value}'"
            yield f"'{value}' {operator} {variable}"
    yield from OTHERS


def says(expression):
    try:
        marker = Marker(expression)
        return "".join("01"[marker.evaluate(dict(values, extra="", extras=set(), dependency_groups=set()))]
                       for values in ENVIRONMENTS.values())
    except (InvalidMarker, UndefinedComparison):
        return None


def main():
    lines = ",\n".join(json.dumps([expression, says(expression)]) for expression in expressions())
    environments = ",\n".join(json.dumps(values) for values in ENVIRONMENTS.values())
    GOLDEN.write_text('{"packaging": "%s",\n"environments": [\n%s\n],\n"expressions": [\n%s\n]}\n'
                      % (packaging.__version__, environments, lines))


main()
