"""Holds python-tuf against the changes that tests/trust_differential.rs makes.

    python python_tuf.py target/tmp/trust-changes.jsonl

What python-tuf refuses, this project's client must refuse. Where the client is stricter, that is counted and told.
"""
import collections
import json
import logging
import pathlib
import sys
import tempfile

from tuf.api import exceptions
from tuf.ngclient import FetcherInterface, Updater


class Files(FetcherInterface):
    """A server that is a table."""

    def __init__(self, files):
        self.files = files

    def _fetch(self, url):
        name = url.rsplit("/", 1)[1]
        if name not in self.files:
            raise exceptions.DownloadHTTPError("not there", 404)
        yield self.files[name]


def verdict(baked, files):
    """None when trusted, else why not."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            Updater(folder, "http://test/", fetcher=Files(files), bootstrap=baked).refresh()
        except Exception as error:  # every kind of failure is a refusal
            return f"{type(error).__name__}: {error}"
    return None


def main():
    logging.disable(logging.CRITICAL)
    lines = pathlib.Path(sys.argv[1]).read_text().splitlines()
    first = json.loads(lines[0])
    baked = bytes.fromhex(first["baked"])
    base = {name: bytes.fromhex(data) for name, data in first["files"].items()}
    assert verdict(baked, base) is None, "the unchanged repository must be trusted"
    counts, looser = collections.Counter(), []
    for line in lines[1:]:
        case = json.loads(line)
        why = verdict(baked, {**base, case["file"]: bytes.fromhex(case["bytes"])})
        counts[("trusted" if case["trusted"] else "refused", "trusted" if why is None else "refused")] += 1
        if case["trusted"] and why is not None:
            looser.append(f"{case['name']}: {why}")
    for (ours, theirs), count in sorted(counts.items()):
        print(f"{count} changes {ours} here and {theirs} by python-tuf")
    if looser:
        sys.exit("trusted here and refused by python-tuf:\n" + "\n".join(looser))


main()
