"""Compiles an unpacked pip, and packs it into one archive that Python runs as it is.

Its modules are bytecode that stands for its source without a look at it (PEP 552), at the place where zipimport reads
them; a source that cannot be compiled is packed itself.
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
    compileall.compile_dir(
        folder, quiet=2, legacy=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
    )
    names = set(files(folder))
    with zipfile.ZipFile(archive, "x") as packed:
        for name in sorted(names):
            if name.endswith(".py") and name + "c" in names:
                continue
            with open(os.path.join(folder, name), "rb") as file:
                # With the first moment that zip archives know: the same pip makes the same archive.
                packed.writestr(zipfile.ZipInfo(name.replace(os.sep, "/")), file.read())


main(*sys.argv[1:])
