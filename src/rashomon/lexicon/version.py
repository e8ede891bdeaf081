"""Which rules read a document: the package's version and a digest of every resource file."""

from collections.abc import Iterator
from hashlib import blake2b
from importlib.resources.abc import Traversable

from rashomon.lexicon.files import resources

_DIGEST_BYTES = 8


def rules_version(package: str) -> str:
    """Give the version of the rules: a document read with other ones is read again.

    Args:
        package: the package's version.

    Returns:
        `package+digest`; the same on every machine.
    """
    digest = blake2b(digest_size=_DIGEST_BYTES)
    for name, data in _files(resources(), ""):
        digest.update(name.encode() + b"\x00" + data + b"\x00")
    return f"{package}+{digest.hexdigest()}"


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{prefix}/{entry.name}"
        # The sample corpus is input, not a rule.
        if entry.is_dir() and entry.name != "sample":
            yield from _files(entry, name)
        elif entry.name.endswith(".yaml"):
            yield name, entry.read_bytes()
