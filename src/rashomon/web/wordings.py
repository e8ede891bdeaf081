"""What several outlets call the same actor, side by side: who says rebels where another says terrorists."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.records import Actor
from rashomon.store.wording import Wording, actor_wordings
from rashomon.web.desk import Desk

_MOST_ACTORS = 20
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Called:
    """An actor, and per outlet what it is called there: (words, times), the commonest first."""

    actor: Actor
    words: tuple[tuple[tuple[str, int], ...], ...]


def find_called(desk: Desk, outlets: Sequence[str]) -> list[Called]:
    """Give the actors that at least two of the outlets name, and do not call the same, by number of mentions.

    Private persons are left out, unless names are shown.
    """
    counts = _counts(desk.ledger.ask(lambda c: actor_wordings(c, outlets)), desk.lexicon.actors.pronouns)
    shared = {ident: told for ident, told in counts.items() if len(told) > 1 and _differ(told.values())}
    known = {actor.id: actor for actor in desk.ledger.records(Actor, "id", sorted(shared))}
    found = [
        Called(known[ident], tuple(tuple(told[outlet].most_common(_MOST_WORDS)) for outlet in outlets))
        for ident, told in shared.items()
        if ident in known and (desk.settings.names or not known[ident].private)
    ]
    found.sort(key=lambda one: (-sum(times for words in one.words for _, times in words), one.actor.name))
    return found[:_MOST_ACTORS]


def _counts(wordings: Iterable[Wording], left_out: frozenset[str]) -> dict[str, dict[str, Counter[str]]]:
    """Count by actor and outlet; words that differ only in capitals count as the commoner form."""
    found: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    forms: dict[str, str] = {}
    for one in sorted(wordings, key=lambda one: (-one.times, one.text)):
        folded = one.text.casefold()
        if folded not in left_out:
            found[one.actor][one.outlet][forms.setdefault(folded, one.text)] += one.times
    return found


def _differ(counted: Iterable[Counter[str]]) -> bool:
    return len({frozenset(words) for words in counted}) > 1
