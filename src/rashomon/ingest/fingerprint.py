"""Bottom-k sketch of a text's word shingles, for near-duplicates (Broder 1997).

Equal shares of two sketches estimate the Jaccard index of the two sets of shingles.
"""

import re
from hashlib import blake2b
from heapq import nsmallest

SHINGLE_WORDS = 5
SKETCH_SIZE = 64
_HASH_BYTES = 7  # below 2**63, so that any store holds it as an integer
_WORD = re.compile(r"\w+")


def make_fingerprint(text: str) -> tuple[int, ...]:
    """Give the smallest hashes of a text's shingles, sorted; all of them where it has fewer.

    Args:
        text: the read part of a document; case, signs and white space do not count.

    Returns:
        At most `SKETCH_SIZE` values below 2**56; one for a text shorter than a shingle, none for one without words.
    """
    words = _WORD.findall(text.casefold())
    runs = zip(*(words[first:] for first in range(SHINGLE_WORDS)), strict=False)
    shingles = set(map(" ".join, runs)) or ({" ".join(words)} if words else set())
    return tuple(nsmallest(SKETCH_SIZE, {_hash(shingle) for shingle in shingles}))


def _hash(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode(), digest_size=_HASH_BYTES).digest(), "big")
