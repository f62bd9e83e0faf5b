"""Compiles the modules that some modules import, and those that these import, straight from their wheels.

The order names the wheels' files with their digests, and nothing but bytes of that digest is compiled. What a module
imports is read from its bytecode, also in functions; nothing is run. The result is a folder like site-packages with
`__pycache__` folders only. What lies there already is neither compiled nor read: the order names what it imports, as far as that was compiled with it.
Whoever puts a file in place writes time and size of its source into the header (PEP 552).
"""

import hashlib
import importlib.util
import json
import marshal
import opcode
import os
import sys
import types
import zipfile

IMPORT_NAME, IMPORT_FROM, EXTENDED_ARG = (
    opcode.opmap[name] for name in ("IMPORT_NAME", "IMPORT_FROM", "EXTENDED_ARG")
)
HEADER = importlib.util.MAGIC_NUMBER + bytes(12)


def read_order(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def sources(wheels, house):
    """Maps each module's name to its wheel's archive and its source."""
    found = {}
    for wheel in wheels:
        archive = zipfile.ZipFile(os.path.join(house, wheel["file"]))
        for source in wheel["sources"]:
            folder, _, file = source["path"].rpartition("/")
            package = folder.replace("/", ".")
            if file == "__init__.py":
                # A package comes before a module of the same name.
                found[package] = archive, source
            else:
                name = file[: -len(".py")]
                found.setdefault(package + "." + name if package else name, (archive, source))
    return found


def compiled(archive, source, site):
    """Returns the code of a source, or None where it has none for this Python."""
    text = archive.read(source["entry"])
    if hashlib.sha256(text).hexdigest() != source["sha256"]:
        sys.exit("%s is not the file that was screened" % source["path"])
    try:
        return compile(text, os.path.join(site, *source["path"].split("/")), "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        # Code for other Pythons, or templates: whoever imports it is told then.
        return None


def write(code, path):
    path = importlib.util.cache_from_source(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(HEADER + marshal.dumps(code))


def imported(code, module):
    """Lists what a module may import. A name may be meant from any of the packages around it."""
    packages = module.split(".")
    for name in set(names(code)):
        for depth in range(len(packages) + 1):
            yield ".".join(packages[:depth] + [name])


def names(code):
    """Lists the names in the import statements of some code and of the code in it."""
    pending = [code]
    while pending:
        code = pending.pop()
        pending.extend(constant for constant in code.co_consts if isinstance(constant, types.CodeType))
        operations, arguments = code.co_code[::2], code.co_code[1::2]
        begin = operations.find(IMPORT_NAME)
        while begin >= 0:
            end = operations.find(IMPORT_NAME, begin + 1)
            base = name_at(code, operations, arguments, begin)
            yield base
            item = operations.find(IMPORT_FROM, begin + 1, end if end >= 0 else len(operations))
            while item >= 0:
                name = name_at(code, operations, arguments, item)
                yield base + "." + name if base else name
                item = operations.find(IMPORT_FROM, item + 1, end if end >= 0 else len(operations))
            begin = end


def name_at(code, operations, arguments, index):
    """Returns the name that an operation takes. A Python that means something else by its argument names a module
    too few or too many, and each is harmless."""
    which = arguments[index]
    if index and operations[index - 1] == EXTENDED_ARG:
        which |= arguments[index - 1] << 8
    return code.co_names[which] if which < len(code.co_names) else ""


def main(order, house, site, folder):
    order = read_order(order)
    known = sources(order["wheels"], house)
    pending, seen, count = list(order["modules"]), set(), 0
    while pending:
        module = pending.pop()
        if module in seen:
            continue
        seen.add(module)
        if "." in module:
            pending.append(module.rpartition(".")[0])
        if module not in known:
            continue
        archive, source = known[module]
        path = os.path.join(folder, *source["path"].split("/"))
        if os.path.exists(importlib.util.cache_from_source(path)):
            continue
        code = compiled(archive, source, site)
        if code is None:
            continue
        write(code, path)
        count += 1
        pending.extend(imported(code, module))
    print("quoc-compiled %d" % count)


main(*sys.argv[1:])
