"""Compiles an unpacked pip, and packs it into one archive that Python runs as it is.

Its modules are bytecode that stands for its source without a look at it (PEP 552), at the place where zipimport reads
them; their sources stay out. A pip of which anything cannot be compiled is not packed.
"""

import compileall
import os
import py_compile
import sys
import zipfile


def files(folder):
    for below, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(below, name), folder)


def main(folder, archive):
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(folder, quiet=1, legacy=True, invalidation_mode=unchecked, stripdir=folder):
        sys.exit("not every file can be compiled")
    with zipfile.ZipFile(archive, "x") as packed:
        for name in sorted(files(folder)):
            if not name.endswith(".py"):
                with open(os.path.join(folder, name), "rb") as file:
                    # With the first moment that zip archives know.
                    packed.writestr(zipfile.ZipInfo(name.replace(os.sep, "/")), file.read())


main(*sys.argv[1:])
