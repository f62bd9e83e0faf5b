"""Runs examples/tuf_client through scenarios in the manner of the official TUF conformance suite.

    python conformance.py CLIENT ed25519|ecdsa

The suite itself is in no package registry; these scenarios are written anew from the TUF specification (1.0.34)
and the suite's documented protocol. Repositories are made and signed with python-tuf, so every one that is accepted
is also proof that both read the same format. A scenario fails loudly; the exit status is 0 only when all passed.
"""
import contextlib
import copy
import datetime
import hashlib
import http.server
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import urllib.parse

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Key, Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

ROLES = ["root", "timestamp", "snapshot", "targets"]
NEVER = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + datetime.timedelta(days=30)
PAST = NEVER - datetime.timedelta(days=60)


class Repository:
    """Documents to edit, and the bytes that are served."""

    def __init__(self, keytype, consistent=True):
        self.keytype = keytype
        self.root = Root(expires=NEVER, consistent_snapshot=consistent)
        self.timestamp = Timestamp(expires=NEVER)
        self.snapshot = Snapshot(expires=NEVER)
        self.targets = Targets(expires=NEVER)
        self.signers = {}
        for role in ROLES:
            self.rotate(role)
        self.hashes_in_meta = False
        self.served, self.statuses, self.asked, self.files = {}, {}, [], {}
        self.publish("root", "targets", "snapshot", "timestamp")

    def new_signer(self):
        return CryptoSigner.generate_ed25519() if self.keytype == "ed25519" else CryptoSigner.generate_ecdsa()

    def rotate(self, role, count=1, threshold=1):
        self.root.roles[role].keyids.clear()
        fresh = [self.new_signer() for _ in range(count)]
        for signer in fresh:
            self.root.add_key(signer.public_key, role)
        self.root.roles[role].threshold = threshold
        # A root is signed by the keys before as well.
        self.signers[role] = (self.signers.get(role, []) if role == "root" else []) + fresh

    def document(self, role):
        return getattr(self, role)

    def signed(self, role, signers=None):
        metadata = Metadata(copy.deepcopy(self.document(role)))
        for signer in self.signers[role] if signers is None else signers:
            metadata.sign(signer, append=True)
        return metadata

    def publish(self, *roles, bump=False):
        for role in roles:
            document = self.document(role)
            if bump:
                document.version += 1
            if role == "snapshot":
                self.snapshot.meta["targets.json"] = self.describe("targets")
            if role == "timestamp":
                self.timestamp.snapshot_meta = self.describe("snapshot")
            self.put(role, self.signed(role).to_bytes(JSONSerializer()))

    def describe(self, role):
        document = self.document(role)
        if not self.hashes_in_meta:
            return MetaFile(document.version)
        data = self.served[self.name(role)]
        return MetaFile(document.version, len(data), {"sha256": hashlib.sha256(data).hexdigest()})

    def name(self, role, version=None):
        version = version or self.document(role).version
        plain = role == "timestamp" or (role != "root" and not self.root.consistent_snapshot)
        return f"{role}.json" if plain else f"{version}.{role}.json"

    def put(self, role, data):
        self.served[self.name(role)] = data

    def update(self):
        """New versions of everything below the root."""
        self.publish("targets", "snapshot", "timestamp", bump=True)

    def add_target(self, name, data):
        target = TargetFile.from_data(name, data, ["sha256"])
        self.targets.targets[name] = target
        digest = target.hashes["sha256"]
        folder, slash, file = name.rpartition("/")
        path = f"{folder}{slash}{digest}.{file}" if self.root.consistent_snapshot else name
        self.files[path] = data
        return path


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        repository = self.server.repository
        path = urllib.parse.unquote(self.path)
        kind, _, name = path.lstrip("/").partition("/")
        repository.asked.append(name)
        table = repository.served if kind == "metadata" else repository.files
        status = repository.statuses.get(name, 200 if name in table else 404)
        body = table.get(name, b"") if status == 200 else b"<html>no</html>"
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # the client hung up at its limit
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Client:
    def __init__(self, program, repository, folder):
        self.program, self.repository = program, repository
        self.dir, self.targets = pathlib.Path(folder, "metadata"), pathlib.Path(folder, "targets")
        self.dir.mkdir()
        self.targets.mkdir()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.repository = repository
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        initial = pathlib.Path(folder, "initial.json")
        initial.write_bytes(repository.served[repository.name("root")])
        self.initial = initial

    def run(self, *arguments):
        command = [self.program, "--metadata-dir", str(self.dir), *arguments]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
        self.said = done.stderr.decode()
        assert done.returncode in (0, 1), (done.returncode, self.said)
        return done.returncode == 0

    def init(self):
        return self.run("init", str(self.initial))

    def refresh(self):
        self.repository.asked.clear()
        return self.run("--metadata-url", f"{self.url}/metadata", "refresh")

    def download(self, name):
        self.repository.asked.clear()
        return self.run(
            "--metadata-url", f"{self.url}/metadata/", "--target-name", name, "--target-dir", str(self.targets),
            "--target-base-url", f"{self.url}/targets/", "download",
        )

    def versions(self):
        """What lies directly in DIR, as the suite reads it."""
        found = {}
        for path in sorted(self.dir.glob("*.json")):
            found[path.stem] = json.loads(path.read_bytes())["signed"]["version"]
        return found

    def matches(self, role):
        return (self.dir / f"{role}.json").read_bytes() == self.repository.served[self.repository.name(role)]


SCENARIOS = []


def scenario(function):
    SCENARIOS.append(function)
    return function


def same(left, right):
    assert left == right, f"{left!r} is not {right!r}"


def all_at(version, **others):
    return {**dict.fromkeys(ROLES, version), **others}


@scenario
def init_stores_the_trusted_root(repository, client):
    same(client.versions(), {"root": 1})
    assert client.matches("root")


@scenario
def init_refuses_a_root_without_its_own_signatures(repository, client):
    repository.put("root", repository.signed("root", []).to_bytes(JSONSerializer()))
    client.initial.write_bytes(repository.served["1.root.json"])
    assert not client.init()


@scenario
def refresh_trusts_and_stores_byte_for_byte(repository, client):
    assert client.refresh(), client.said
    same(client.versions(), all_at(1))
    for role in ROLES:
        assert client.matches(role), role
    repository.update()
    assert client.refresh(), client.said
    same(client.versions(), all_at(2, root=1))


@scenario
def nothing_new_asks_for_root_and_timestamp_only(repository, client):
    assert client.refresh(), client.said
    assert client.refresh(), client.said
    same(repository.asked, ["2.root.json", "timestamp.json"])


@scenario
def a_repository_with_hashes_and_lengths(repository, client):
    repository.hashes_in_meta = True
    repository.update()
    assert client.refresh(), client.said
    trusted = client.versions()
    repository.publish("snapshot", bump=True)
    name = repository.name("snapshot")
    length = len(repository.served[name])
    version = repository.snapshot.version
    lies = [MetaFile(version, None, {"sha256": "0" * 64}), MetaFile(version, length - 1), MetaFile(version, length + 1)]
    # A snapshot of another version than its name says.
    repository.served[f"{version + 1}.snapshot.json"] = repository.served[name]
    lies.append(MetaFile(version + 1))
    for lie in lies:
        repository.timestamp.version += 1
        repository.timestamp.snapshot_meta = lie
        repository.put("timestamp", repository.signed("timestamp").to_bytes(JSONSerializer()))
        assert not client.refresh(), lie.to_dict()
        same(client.versions()["snapshot"], trusted["snapshot"])


@scenario
def without_consistent_snapshots(repository, client):
    plain = Repository(repository.keytype, consistent=False)
    client.server.repository = client.repository = plain
    client.initial.write_bytes(plain.served["1.root.json"])
    assert client.init()
    plain.add_target("file.txt", b"plain")
    plain.update()
    assert client.refresh(), client.said
    same(plain.asked, ["2.root.json", "timestamp.json", "snapshot.json", "targets.json"])
    assert client.download("file.txt"), client.said
    same(plain.asked[-1], "file.txt")


@scenario
def the_root_chain_is_followed(repository, client):
    for _ in range(5):
        repository.rotate("root", count=3, threshold=2)
        repository.publish("root", bump=True)
        repository.signers["root"] = repository.signers["root"][-3:]
    assert client.refresh(), client.said
    same(client.versions(), all_at(1, root=6))
    assert client.matches("root")
    same(repository.asked[:6], [f"{n}.root.json" for n in range(2, 8)])


@scenario
def a_root_that_is_not_signed_by_the_one_before_is_refused(repository, client):
    assert client.refresh(), client.said
    repository.rotate("root")
    repository.root.version += 1
    repository.put("root", repository.signed("root", repository.signers["root"][-1:]).to_bytes(JSONSerializer()))
    assert not client.refresh()
    same(client.versions(), all_at(1))


@scenario
def a_root_that_is_not_signed_by_itself_is_refused_and_the_one_before_is_kept(repository, client):
    repository.publish("root", bump=True)
    old = list(repository.signers["root"])
    repository.rotate("root")
    repository.root.version += 1
    repository.put("root", repository.signed("root", old).to_bytes(JSONSerializer()))
    assert not client.refresh()
    same(client.versions(), {"root": 2})


@scenario
def any_chain_of_roots_ends_where_counting_signatures_says(repository, client):
    chance = random.Random(34)
    pool = [repository.new_signer() for _ in range(6)]
    for attempt in range(12):
        folder = pathlib.Path(client.dir.parent, f"chain-{attempt}")
        folder.mkdir()
        chain = Repository(repository.keytype)
        client.server.repository = chain
        expected, old, sound = 0, None, True
        for version in range(1, chance.randint(3, 6)):
            keys = set(chance.sample(range(6), chance.randint(1, 5)))
            threshold = chance.randint(1, len(keys))
            # Mostly enough signatures, sometimes too few, always with some of strangers.
            signing = set(chance.sample(range(6), chance.randint(3, 6))) if version > 1 else set(range(6))
            chain.root.roles["root"].keyids.clear()
            for number in sorted(keys):
                chain.root.add_key(pool[number].public_key, "root")
            chain.root.roles["root"].threshold = threshold
            chain.root.version = version
            chain.put("root", chain.signed("root", [pool[number] for number in signing]).to_bytes(JSONSerializer()))
            enough = len(keys & signing) >= threshold and (old is None or len(old[0] & signing) >= old[1])
            sound, old = sound and enough, (keys, threshold)
            expected = version if sound else expected
        client.dir = folder
        client.initial.write_bytes(chain.served["1.root.json"])
        assert client.init(), client.said
        same((client.refresh(), client.versions()["root"]), (sound, expected))


@scenario
def a_root_of_another_version_is_refused(repository, client):
    for version in (1, 3):
        repository.root.version = version
        repository.served["2.root.json"] = repository.signed("root").to_bytes(JSONSerializer())
        assert not client.refresh(), version
        same(client.versions(), {"root": 1})


@scenario
def only_403_and_404_end_the_root_chain(repository, client):
    for status, good in ((404, True), (403, True), (400, False), (500, False), (503, False), (302, False)):
        repository.statuses["2.root.json"] = status
        same(client.refresh(), good)


@scenario
def no_answer_ends_the_run(repository, client):
    client.server.shutdown()
    client.server.server_close()
    assert not client.refresh()
    same(client.versions(), {"root": 1})


@scenario
def an_expired_document_is_refused_wherever_it_is(repository, client):
    assert client.refresh(), client.said
    for role in ROLES:
        document = repository.document(role)
        document.expires = PAST
        repository.publish("root", "targets", "snapshot", "timestamp", bump=True)
        before = client.versions()
        assert not client.refresh(), role
        if role != "root":
            same(client.versions()[role], before[role])
        document.expires = NEVER
        repository.publish("root", "targets", "snapshot", "timestamp", bump=True)
        assert client.refresh(), (role, client.said)


@scenario
def an_intermediate_root_may_have_expired(repository, client):
    repository.root.expires = PAST
    repository.publish("root", bump=True)
    repository.root.expires = NEVER
    repository.publish("root", bump=True)
    assert client.refresh(), client.said
    same(client.versions()["root"], 3)


@scenario
def an_expired_initial_root_leads_to_a_valid_one(repository, client):
    old = Repository(repository.keytype)
    old.root.expires = PAST
    old.publish("root")
    client.server.repository = client.repository = old
    client.initial.write_bytes(old.served["1.root.json"])
    assert client.init(), client.said
    assert not client.refresh()
    old.root.expires = NEVER
    old.publish("root", bump=True)
    assert client.refresh(), client.said


@scenario
def a_frozen_repository_ends_with_its_timestamp(repository, client):
    soon = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + datetime.timedelta(seconds=4)
    repository.timestamp.expires = soon
    repository.publish("timestamp", bump=True)
    assert client.refresh(), client.said
    time.sleep(5)
    assert not client.refresh()
    # An expired stored timestamp still is a floor.
    repository.timestamp.expires = NEVER
    repository.timestamp.version = 1
    repository.publish("timestamp")
    assert not client.refresh()
    same(client.versions()["timestamp"], 2)
    repository.timestamp.version = 3
    repository.publish("timestamp")
    assert client.refresh(), client.said


@scenario
def expired_stored_documents_are_replaced(repository, client):
    soon = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + datetime.timedelta(seconds=4)
    for document in (repository.timestamp, repository.snapshot, repository.targets):
        document.expires = soon
    repository.update()
    assert client.refresh(), client.said
    time.sleep(5)
    for document in (repository.timestamp, repository.snapshot, repository.targets):
        document.expires = NEVER
    repository.update()
    assert client.refresh(), client.said
    same(client.versions(), all_at(3, root=1))


@scenario
def no_document_goes_back(repository, client):
    repository.update()
    repository.update()
    assert client.refresh(), client.said
    for role in ("timestamp", "snapshot", "targets"):
        saved = {name: copy.deepcopy(repository.document(name)) for name in ROLES}
        repository.document(role).version = 1
        if role == "targets":
            repository.publish("targets")
            repository.publish("snapshot", "timestamp", bump=True)
        elif role == "snapshot":
            repository.publish("snapshot")
            repository.publish("timestamp", bump=True)
        else:
            repository.publish("timestamp")
        assert not client.refresh(), role
        same(client.versions()[role], 3)
        for name in ROLES:
            setattr(repository, name, saved[name])
        repository.update()
        assert client.refresh(), client.said
        for name in ("timestamp", "snapshot", "targets"):
            repository.document(name).version = 3
            (client.dir / f"{name}.json").write_bytes(repository.signed(name).to_bytes(JSONSerializer()))


@scenario
def a_targets_document_does_not_vanish_from_the_snapshot(repository, client):
    repository.snapshot.meta["other.json"] = MetaFile(1)
    repository.update()
    assert client.refresh(), client.said
    del repository.snapshot.meta["other.json"]
    repository.update()
    assert not client.refresh()
    same(client.versions()["snapshot"], 2)


@scenario
def fast_forward_is_recovered_from_by_new_keys(repository, client):
    for rotated in ("timestamp", "snapshot"):
        for document in (repository.timestamp, repository.snapshot, repository.targets):
            document.version = 10_000
        repository.publish("targets", "snapshot", "timestamp")
        assert client.refresh(), client.said
        repository.rotate(rotated)
        repository.publish("root", bump=True)
        for document in (repository.timestamp, repository.snapshot, repository.targets):
            document.version = 5
        repository.publish("targets", "snapshot", "timestamp")
        assert client.refresh(), (rotated, client.said)
        same(client.versions()["timestamp"], 5)


@scenario
def an_equal_timestamp_is_no_news(repository, client):
    assert client.refresh(), client.said
    stored = (client.dir / "timestamp.json").read_bytes()
    repository.timestamp.snapshot_meta.version = 7
    repository.put("timestamp", repository.signed("timestamp").to_bytes(JSONSerializer()))
    assert client.refresh(), client.said
    same((client.dir / "timestamp.json").read_bytes(), stored)


@scenario
def each_role_needs_its_threshold(repository, client):
    for role in ("timestamp", "snapshot", "targets"):
        repository.rotate(role, count=3, threshold=2)
        repository.publish("root", bump=True)
        all_three = repository.signers[role]
        repository.signers[role] = all_three[:1]
        repository.update()
        assert not client.refresh(), role
        repository.signers[role] = all_three[1:]
        repository.update()
        assert client.refresh(), (role, client.said)


@scenario
def one_key_under_many_ids_is_one_vote(repository, client):
    repository.rotate("snapshot")
    signer = repository.signers["snapshot"][0]
    for number in range(8):
        again = copy.deepcopy(signer.public_key)
        again.keyid = f"{number:064x}"
        repository.root.add_key(again, "snapshot")
    repository.root.roles["snapshot"].threshold = 6
    repository.publish("root", bump=True)
    repository.snapshot.version += 1
    metadata = repository.signed("snapshot")
    data = json.loads(metadata.to_bytes(JSONSerializer()))
    signature = data["signatures"][0]
    data["signatures"] += [{**signature, "keyid": f"{number:064x}"} for number in range(8)]
    repository.put("snapshot", json.dumps(data).encode())
    repository.publish("timestamp", bump=True)
    assert not client.refresh()
    assert "snapshot" not in client.versions()
    # With a threshold of one it is fine.
    repository.root.roles["snapshot"].threshold = 1
    repository.publish("root", bump=True)
    assert client.refresh(), client.said


@scenario
def a_repeated_signature_rejects_the_file(repository, client):
    data = json.loads(repository.served["1.targets.json"])
    data["signatures"] *= 2
    repository.served["1.targets.json"] = json.dumps(data).encode()
    assert not client.refresh()
    assert "targets" not in client.versions()


@scenario
def a_signature_of_an_unknown_or_unnamed_key_counts_for_nothing(repository, client):
    stranger = repository.new_signer()
    for role in ("timestamp", "snapshot", "targets"):
        repository.put(role, repository.signed(role, [stranger]).to_bytes(JSONSerializer()))
        assert not client.refresh(), role
        # Beside a good one it does no harm.
        repository.put(role, repository.signed(role, [*repository.signers[role], stranger]).to_bytes(JSONSerializer()))
    assert client.refresh(), client.said


@scenario
def an_empty_or_garbled_signature_does_no_harm(repository, client):
    repository.rotate("targets", count=3, threshold=1)
    repository.publish("root", bump=True)
    data = json.loads(repository.signed("targets").to_bytes(JSONSerializer()))
    data["signatures"][0]["sig"] = ""
    data["signatures"][1]["sig"] = "not hex"
    repository.served["1.targets.json"] = json.dumps(data).encode()
    assert client.refresh(), client.said


@scenario
def unknown_members_are_part_of_what_is_signed(repository, client):
    repository.targets.unrecognized_fields["x-note"] = {"a": [1, "ü\n\"\\"]}
    repository.root.unrecognized_fields["x-note"] = True
    repository.publish("root", "targets", "snapshot", "timestamp", bump=True)
    assert client.refresh(), client.said
    data = json.loads(repository.served["2.targets.json"])
    data["signed"]["x-note"] = {}
    repository.update()
    repository.served["3.targets.json"] = json.dumps(data).encode()
    assert not client.refresh()


@scenario
def a_document_of_another_type_is_refused(repository, client):
    repository.rotate("snapshot")
    repository.signers["targets"] = repository.signers["snapshot"]
    repository.root.roles["targets"] = copy.deepcopy(repository.root.roles["snapshot"])
    repository.publish("root", bump=True)
    repository.publish("targets")
    repository.served["1.snapshot.json"] = repository.served["1.targets.json"]
    assert not client.refresh()
    assert "snapshot" not in client.versions()


@scenario
def garbage_is_refused(repository, client):
    for name in ("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"):
        good = repository.served.get(name)
        for garbage in (b"", b"{", b"null", b"<html>login</html>", b"\xff\xfe", b"[" * 100_000):
            repository.served[name] = garbage
            assert not client.refresh(), (name, garbage[:20])
        repository.served.pop(name) if good is None else repository.served.__setitem__(name, good)
    assert client.refresh(), client.said


@scenario
def files_beyond_the_limits_are_refused(repository, client):
    for name in ("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"):
        good = repository.served.get(name)
        repository.served[name] = b" " * 6_000_000 + (good or b"")
        assert not client.refresh(), name
        repository.served.pop(name) if good is None else repository.served.__setitem__(name, good)
    assert client.refresh(), client.said


@scenario
def garbled_stored_files_do_not_stop_the_client(repository, client):
    for role in ROLES:
        assert client.refresh(), client.said
        (client.dir / f"{role}.json").write_bytes(b"garbage")
        assert client.refresh(), (role, client.said)
        assert client.matches(role), role


@scenario
def a_target_is_downloaded_once(repository, client):
    path = repository.add_target("file.txt", b"hello")
    repository.update()
    assert client.download("file.txt"), client.said
    same(repository.asked[-1], path)
    same([file.read_bytes() for file in client.targets.iterdir()], [b"hello"])
    assert client.download("file.txt"), client.said
    assert path not in repository.asked
    # Changed on disk, it is fetched again.
    next(client.targets.iterdir()).write_bytes(b"HELLO")
    assert client.download("file.txt"), client.said
    same([file.read_bytes() for file in client.targets.iterdir()], [b"hello"])


@scenario
def a_target_with_an_unusual_name_stays_in_its_folder(repository, client):
    names = ["a b", "ü", "dir/file", "percent%2f", "query?x=1#y", "a..b"]
    for name in names:
        repository.add_target(name, name.encode())
    repository.update()
    for name in names:
        before = {file.name for file in client.targets.iterdir()}
        assert client.download(name), (name, client.said)
        new = [file for file in client.targets.iterdir() if file.name not in before]
        same([file.read_bytes() for file in new], [name.encode()])
    escaping = ["../escape", "../../../escape", "/escape", "dir/../../escape"]
    for name in escaping:
        path = repository.add_target(name, b"escape")
        # An address has no '..' any more when it arrives, so it is served wherever it may be asked for.
        repository.files.update({path.replace("../", ""): b"escape", path.lstrip("/"): b"escape"})
    repository.update()
    for name in escaping:
        client.download(name)
        same([child.name for child in client.targets.iterdir() if child.is_dir()], [])
        same(sorted(os.listdir(client.dir.parent)), ["initial.json", "metadata", "targets"])


@scenario
def a_target_that_is_not_the_signed_one_is_refused(repository, client):
    path = repository.add_target("file.txt", b"hello")
    repository.update()
    for wrong in (b"HELLO", b"hell", b"hello!", b"", b"x" * 1_000_000):
        repository.files[path] = wrong
        assert not client.download("file.txt"), wrong[:10]
        same(list(client.targets.iterdir()), [])
    del repository.files[path]
    assert not client.download("file.txt")
    assert not client.download("unknown.txt")


@scenario
def every_known_hash_of_a_target_counts(repository, client):
    path = repository.add_target("file.txt", b"hello")
    repository.targets.targets["file.txt"].hashes["sha512"] = hashlib.sha512(b"other").hexdigest()
    repository.update()
    assert not client.download("file.txt")
    repository.targets.targets["file.txt"].hashes["sha512"] = hashlib.sha512(b"hello").hexdigest()
    repository.update()
    assert client.download("file.txt"), client.said
    same(repository.asked[-1], path)


@scenario
def threshold_zero_and_version_zero_are_refused(repository, client):
    for change in (("threshold", 0), ("threshold", -1), ("version", 0)):
        repository.root.version = 2
        metadata = json.loads(repository.signed("root").to_bytes(JSONSerializer()))
        if change[0] == "threshold":
            metadata["signed"]["roles"]["targets"]["threshold"] = change[1]
        else:
            metadata["signed"]["version"] = change[1]
        repository.served["2.root.json"] = json.dumps(metadata).encode()
        assert not client.refresh(), change


@scenario
def a_repeated_member_is_refused(repository, client):
    good = repository.served["timestamp.json"].decode()
    repository.served["timestamp.json"] = good.replace('"version":', '"version":1,"version":', 1).encode()
    assert not client.refresh()


@scenario
def another_kind_of_key_is_refused(repository, client):
    signer = CryptoSigner.generate_rsa()
    repository.root.roles["snapshot"].keyids.clear()
    repository.root.add_key(signer.public_key, "snapshot")
    repository.signers["snapshot"] = [signer]
    repository.publish("root", "snapshot", "timestamp", bump=True)
    assert not client.refresh()
    assert "rsa" in client.said and "only ed25519" in client.said, client.said


def main():
    program, keytype = sys.argv[1:]
    failed = 0
    for function in SCENARIOS:
        with tempfile.TemporaryDirectory() as folder:
            repository = Repository(keytype)
            client = Client(program, repository, folder)
            try:
                assert client.init(), client.said
                function(repository, client)
            except Exception:  # every failure is told, none ends the others
                failed += 1
                print(f"FAILED {function.__name__} ({keytype})")
                traceback.print_exc()
            finally:
                client.server.shutdown()
    print(f"{len(SCENARIOS) - failed} of {len(SCENARIOS)} scenarios passed with {keytype} keys")
    sys.exit(1 if failed else 0)


main()
