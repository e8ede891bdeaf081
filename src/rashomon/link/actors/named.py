"""Names of states, groups and organisations."""

from rashomon.lexicon.actors import DescribingWord
from rashomon.link.actors.setting import Decision, Setting, decide_registered
from rashomon.names import fold
from rashomon.records import Actor, ActorKind, Mention, make_id

_OUTLET = DescribingWord(ActorKind.OUTLET, 8)


def find_registered(printed: str, setting: Setting) -> Decision | None:
    """Find a name as it stands, what an abbreviation stands for, a seat of government, or a slip of the pen.

    Persons are not looked for here: their names need more than equality.
    """
    register = setting.register
    full = setting.acronyms.get(printed, printed)
    folded = fold(full)
    row = register.exact(folded, setting.focus) or register.exact(fold(printed), setting.focus)
    if row is not None and row.kind is not ActorKind.PERSON:
        return decide_registered(row, setting, "register-name", f"registered under {printed}", 1.0)
    if folded in register.seats:
        row = register.row(register.seats[folded])
        return decide_registered(row, setting, "seat-of-government", f"{printed} stands for its government", 0.85)
    row = register.typo(folded) if printed[:1].isupper() and " " not in printed else None
    if row is not None:
        return decide_registered(row, setting, "register-typo", f"one letter away from {row.name}", 0.8)
    return None


def make_named(mention: Mention, name: str, setting: Setting) -> Decision:
    """Make an organisation, a group or an outlet that the register does not know; its id is its folded full name."""
    full = setting.acronyms.get(name, name)
    outlet = setting.lexicon.outlets.find(full)
    word = _OUTLET if outlet else _kind_of(full, setting)
    place = mention.label == "PLACE"
    actor = Actor(
        id=make_id("act", fold(full)),
        name=outlet.name if outlet else full,
        names=tuple(dict.fromkeys((full, name))),
        kind=ActorKind.UNKNOWN if place else word.kind,
        acled=None if place else word.acled,
        country=outlet.country if outlet else None,
    )
    return Decision(actor, "named-in-text", f"{full} is not registered", 0.7)


def _kind_of(name: str, setting: Setting) -> DescribingWord:
    named = setting.lexicon.actors.named
    found = next((named[word] for word in reversed(fold(name).split()) if word in named), None)
    return found or DescribingWord(ActorKind.ORGANISATION, None)
