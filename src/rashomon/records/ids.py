"""The one place where ids are made: a short hash of the natural key behind a prefix a person can read."""

from hashlib import blake2b

_DIGEST_BYTES = 8


def make_id(prefix: str, *parts: str | int | None) -> str:
    """Make the id of a record from its natural key.

    Parts are ended, not joined, so that `()` and `("",)` differ, and None differs from "".

    Args:
        prefix: short name of the record type, such as "doc" or "clm".
        parts: the natural key, in a fixed order.

    Returns:
        `prefix-` and 16 hexadecimal digits; the same on every machine.
    """
    digest = blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        digest.update(b"\x00" if part is None else b"\x01" + str(part).encode())
        digest.update(b"\x1f")
    return f"{prefix}-{digest.hexdigest()}"
