"""Factuality from the view of a voice, on the FactBank scale (Saurí and Pustejovsky 2009).

The sentence's own modality and polarity meet the voice's commitment: the weaker certainty counts, polarities multiply
("denied that they did not attack" is CT+ for the denier), no commitment on either side gives Uu.
"""

from rashomon.extract.parts import Told
from rashomon.records import Factuality

_LEVELS = {"": 3, "probable": 2, "possible": 1, "unknown": 0}
_COMMITMENTS = {
    Factuality.CERTAIN: (3, True),
    Factuality.PROBABLE: (2, True),
    Factuality.POSSIBLE: (1, True),
    Factuality.NOT_CERTAIN: (3, False),
    Factuality.NOT_PROBABLE: (2, False),
    Factuality.NOT_POSSIBLE: (1, False),
    Factuality.UNKNOWN: (0, True),
}
_BY_VALUE = {value: factuality for factuality, value in _COMMITMENTS.items()}


def judge_factuality(told: Told, commitment: Factuality) -> Factuality:
    """Give the factuality of something told, from the view of a voice with this commitment."""
    level, positive = _COMMITMENTS[commitment]
    level = min(level, _LEVELS[told.hedged])
    return Factuality.UNKNOWN if level == 0 else _BY_VALUE[level, positive is not told.negated]
