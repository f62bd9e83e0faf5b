"""Compiles the modules that some modules import, and those that these import, found by reading and not by running."""

import ast
import importlib.machinery
import os
import sys


class Loader(importlib.machinery.SourceFileLoader):
    """Compiles what was parsed, so that every file is parsed once."""

    tree = None

    def source_to_code(self, data, path, **options):
        self.tree = ast.parse(data)
        return super().source_to_code(self.tree, path, **options)

    def compiled(self):
        """Writes the bytecode, unless it is there, and returns the parsed file."""
        self.get_code(self.name)
        return self.tree or ast.parse(self.get_data(self.path))


def located(site, module):
    base = os.path.join(site, *module.split("."))
    for path in (os.path.join(base, "__init__.py"), base + ".py"):
        if os.path.isfile(path):
            return path
    return None


def imported(tree, module, is_package):
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")
                parts = parts[: len(parts) - node.level + 1]
                base = ".".join(parts + ([base] if base else []))
            if base:
                yield base
                for alias in node.names:
                    yield base + "." + alias.name


def main(site, modules):
    sys.dont_write_bytecode = False
    pending, seen, compiled = list(modules), set(), 0
    while pending:
        module = pending.pop(0)
        if module in seen:
            continue
        seen.add(module)
        if "." in module:
            pending.append(module.rpartition(".")[0])
        path = located(site, module)
        if path is None:
            continue
        try:
            tree = Loader(module, path).compiled()
        except (SyntaxError, ValueError, RecursionError):
            # Code for other Pythons, or templates: whoever imports it is told then.
            continue
        compiled += 1
        pending.extend(imported(tree, module, path.endswith("__init__.py")))
    print("quoc-compiled %d" % compiled)


main(sys.argv[1], sys.argv[2:])
