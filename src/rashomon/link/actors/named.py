"""Names of states, groups and organisations."""

import re
from collections.abc import Mapping

from rashomon.lexicon.actors import DescribingWord, RegisteredActor
from rashomon.link.actors.setting import Decision, Setting, decide_registered
from rashomon.names import fold
from rashomon.records import Actor, ActorKind, Mention, make_id

_LETTERS = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{1,4})?")
_OUTLET = DescribingWord(ActorKind.OUTLET, 8)


def find_registered(printed: str, setting: Setting) -> Decision | None:
    """Find a name as it stands, what an abbreviation stands for, a seat of government, or a slip of the pen.

    Persons are not looked for here: their names need more than equality.
    """
    register = setting.register
    full = setting.acronyms.get(printed, printed)
    folded = fold(full)
    row = register.exact(folded, setting.focus) if full != printed else None
    row = row or _behind_letters(printed, full, setting)
    if row is not None and not _is_another_word(row.kind, folded, printed, setting):
        return decide_registered(row, setting, "register-name", f"registered under {printed}", 1.0)
    if folded in register.seats:
        row = register.row(register.seats[folded])
        return decide_registered(row, setting, "seat-of-government", f"{printed} stands for its government", 0.85)
    row = register.spelt(printed, setting.lexicon)
    if row is not None:
        return decide_registered(row, setting, "register-spelling", f"a spelling of {row.name}", 0.85)
    row = register.typo(folded) if printed[:1].isupper() and " " not in printed else None
    if row is not None:
        return decide_registered(row, setting, "register-typo", f"one letter away from {row.name}", 0.8)
    return None


def _behind_letters(printed: str, full: str, setting: Setting) -> RegisteredActor | None:
    """Find what an abbreviation stands for: never another than the document says, which may be one of like letters."""
    row = setting.register.exact(fold(printed), setting.focus)
    if row is None:
        return None
    if full == printed:
        return row if not _LETTERS.fullmatch(printed) or _is_at_home(row, setting) else None
    told = setting.register.telling(full)
    return row if any(told & setting.register.telling(name) for name in (row.name, *row.names)) else None


def _is_at_home(row: RegisteredActor, setting: Setting) -> bool:
    """Say whether a report can mean a group of one country: bare letters of groups far away are others' letters."""
    country = row.country if row.kind is ActorKind.GROUP else None
    return country is None or not setting.focus or country in setting.focus


def written_out(text: str, setting: Setting) -> str:
    """Write out abbreviations that mean somebody else here than in the register: "KLA fighters" of another KLA.

    What the document does not explain is spelled letter by letter, so that nothing finds it in the register.
    """
    return " ".join(_written_out(word, setting) for word in text.split())


def _written_out(word: str, setting: Setting) -> str:
    full = setting.acronyms.get(word, word)
    known = setting.register.exact(fold(word), setting.focus) if _LETTERS.fullmatch(word) else None
    if known is None or _behind_letters(word, full, setting) is not None:
        return word
    return full if full != word else " ".join(word)


def _is_another_word(kind: ActorKind, folded: str, printed: str, setting: Setting) -> bool:
    """Say whether the words are a person's name, an abbreviation's letters in other case, or a common noun."""
    explained = printed in setting.acronyms
    if kind is ActorKind.PERSON or not (explained or setting.register.is_printed(folded, printed)):
        return True
    return kind is not ActorKind.GROUP and printed.islower() and " " not in folded


def make_named(mention: Mention, name: str, setting: Setting) -> Decision:
    """Make an organisation, a group or an outlet that the register does not know; its id is its folded full name.

    Letters that the report explains by its name are a name of it too: "Hill Front (HF)".
    """
    full = setting.acronyms.get(name, name)
    letters = sorted(short for short, told in setting.acronyms.items() if fold(told) == fold(full))
    outlet = setting.lexicon.outlets.find(full)
    word = _OUTLET if outlet else _kind_of(full, setting)
    place = mention.label == "PLACE"
    actor = Actor(
        id=_named_id(fold(full), setting),
        name=outlet.name if outlet else full,
        names=tuple(dict.fromkeys((full, name, *letters))),
        kind=ActorKind.UNKNOWN if place else word.kind,
        acled=None if place else word.acled,
        country=outlet.country if outlet else None,
    )
    return Decision(actor, "named-in-text", f"{full} is not registered", 0.7)


def _named_id(folded: str, setting: Setting) -> str:
    """Give the id of a name, apart from that of a registered row whose key happens to be spelled so."""
    known: Mapping[str, object] = setting.lexicon.actors.actors
    return make_id("act", "text", folded) if folded in known else make_id("act", folded)


def _kind_of(name: str, setting: Setting) -> DescribingWord:
    named = setting.lexicon.actors.named
    found = next((named[word] for word in reversed(fold(name).split()) if word in named), None)
    return found or DescribingWord(ActorKind.ORGANISATION, None)
