"""The slots of a MUC-4 template: their names, and when a filler is right, half right or wrong.

Right 1, partially right 0.5 (Chinchor 1992, "MUC-4 evaluation metrics", and appendix C of the proceedings, "Guidelines
for scoring mismatches"). What a person judged there is a rule here, so that anybody gets the same figure:

- a description is right if it has the head of an accepted one and one of the two holds all content words of the other
  (modifiers may be left out or kept, part 2 of the task's documentation), a name if it holds all words of an accepted
  one; half right if both share a content word;
- a set fill is half right if one of the two is above the other in the set's own hierarchy; with the wrong reference to
  another slot it is half right, too (appendix C, 3.1.2);
- a place is right if its country and its last name are, half right with the country alone (types of places in brackets
  are not compared); a day is half right if the two intervals share a day at an end.
"""

import re
from collections.abc import Callable, Mapping

from rashomon.evaluation.muc4_keys import Filler
from rashomon.names import skeleton

NAMES: Mapping[int, str] = {
    2: "DATE", 3: "LOCATION", 4: "TYPE", 5: "STAGE", 6: "INSTRUMENT ID", 7: "INSTRUMENT TYPE", 8: "PERP CATEGORY",
    9: "PERP INDIVIDUAL", 10: "PERP ORG", 11: "ORG CONFIDENCE", 12: "PHYS TGT ID", 13: "PHYS TGT TYPE",
    14: "PHYS TGT NUMBER", 15: "PHYS TGT NATION", 16: "PHYS TGT EFFECT", 17: "PHYS TGT TOTAL", 18: "HUM TGT NAME",
    19: "HUM TGT DESCRIPTION", 20: "HUM TGT TYPE", 21: "HUM TGT NUMBER", 22: "HUM TGT NATION", 23: "HUM TGT EFFECT",
    24: "HUM TGT TOTAL",
}  # fmt: skip
TYPE = 4
# Slots by which a response may stand for a key: who did it, and to what or whom.
MAPPING = (9, 10, 12, 13, 18, 19, 20)
_DESCRIPTIONS, _NAMES = frozenset({6, 9, 12, 19}), frozenset({10, 18})
_DATE, _PLACE = 2, 3
# Upper member of each member of a set (part 1, 7.5, 7.8 and 7.12).
_ABOVE = {
    "BOMBING": "ATTACK", "ARSON": "ATTACK", "KIDNAPPING": "ATTACK", "HIJACKING": "ATTACK", "ROBBERY": "ATTACK",
    "FORCED WORK STOPPAGE": "ATTACK",
    "MACHINE GUN": "GUN", "MORTAR": "GUN", "HANDGUN": "GUN", "RIFLE": "GUN",
    "BOMB": "EXPLOSIVE", "GRENADE": "EXPLOSIVE", "MOLOTOV COCKTAIL": "EXPLOSIVE", "VEHICLE BOMB": "BOMB",
    "DYNAMITE": "BOMB", "MINE": "BOMB", "AERIAL BOMB": "BOMB", "MISSILE": "PROJECTILE", "ROCKET": "PROJECTILE",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "SUSPECTED OR ACCUSED",
}  # fmt: skip
_WORD = re.compile(r"[A-Z0-9Ñ'-]+")
_NO_CONTENT = re.compile(r"^(?:THE|A|AN|OF|IN|AT|ON|TO|FOR|BY|AND|FROM|WITH|HIS|HER|THEIR|ITS|WHO|THAT|WHICH)$")
_HEAD_ENDS = re.compile(r"\s(?:OF|IN|AT|ON|FROM|WITH|FOR|WHO|THAT|WHICH|WHERE|BELONGING|LOCATED)\s|,")
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
_TYPE = re.compile(r"\s*\([^()]*\)")


def compare(slot: int, found: Filler, gold: Filler) -> float:
    """Give 1 for right, 0.5 for half right, 0 for wrong: the best over what gold accepts."""
    rule = _rule(slot)
    value = max(rule(found.values[0], accepted) for accepted in gold.values)
    if value < 1 or not gold.referents:
        return value
    return 1.0 if any(_share(one, other) for one in found.referents for other in gold.referents) else 0.5


def _rule(slot: int) -> Callable[[str, str], float]:
    if slot in _DESCRIPTIONS:
        return _descriptions
    if slot in _NAMES:
        return _names
    return {_DATE: _days, _PLACE: _places}.get(slot, _sets)


def _sets(found: str, gold: str) -> float:
    if found == gold:
        return 1.0
    return 0.5 if gold in _all_above(found) or found in _all_above(gold) else 0.0


def _all_above(member: str) -> set[str]:
    above: set[str] = set()
    while member in _ABOVE:
        member = _ABOVE[member]
        above.add(member)
    return above


def _descriptions(found: str, gold: str) -> float:
    one, other = set(_content(found)), set(_content(gold))
    if _head(found) == _head(gold) and (one <= other or other <= one):
        return 1.0
    return _share(found, gold)


def _names(found: str, gold: str) -> float:
    return 1.0 if set(_content(gold)) <= set(_content(found)) else _share(found, gold)


def _share(found: str, gold: str) -> float:
    return 0.5 if found == gold or set(_content(found)) & set(_content(gold)) else 0.0


def _content(words: str) -> list[str]:
    return [word for word in _WORD.findall(words.upper()) if not _NO_CONTENT.match(word)]


def _head(words: str) -> str:
    """Give the last content word before what follows a head."""
    before = _content(_HEAD_ENDS.split(words.upper())[0]) or _content(words)
    return before[-1] if before else words


def _days(found: str, gold: str) -> float:
    if found == gold:
        return 1.0
    one, other = _ends(found), _ends(gold)
    return 0.5 if one & other else 0.0


def _ends(words: str) -> set[tuple[str, str, str]]:
    return {(day.zfill(2), month, year) for day, month, year in _DAY.findall(words)}


def _places(found: str, gold: str) -> float:
    one, other = _parts(found), _parts(gold)
    if one[0] != other[0]:
        return 0.0
    return 1.0 if one[-1] == other[-1] else 0.5


def _parts(place: str) -> list[str]:
    """Give the names from the country down; of "between two" the first."""
    levels = [_TYPE.sub("", level).strip() for level in place.split(" - ", maxsplit=1)[0].split(":")]
    return [skeleton(level) or level for level in levels]
