"""What a comparison of names gives."""

from dataclasses import dataclass

from rashomon.names.align import Alignment

SAME_PERSON = 0.7
SAME_BODY = 0.8  # bodies have near neighbours in name: a northern and a southern front, brigades by number


@dataclass(frozen=True, slots=True)
class NameScore:
    """How well two names fit one actor.

    Attributes:
        value: in [0, 1]; from `SAME_PERSON` or `SAME_BODY` on they are one unless other evidence speaks against it.
        why: the reason in words.
    """

    value: float
    why: str


def differ(found: Alignment) -> str:
    """Give the words that fit nothing, of both sides."""
    return f"{' '.join(found.left_over)} / {' '.join(found.right_over)}"
