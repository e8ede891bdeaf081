"""The order of the room.

1. actors of all documents become the ledger's actors
2. claims are prepared: canonical actors, days as numbers, days and places that their report tells beside them
3. claims of happenings are grouped, those of one text printed twice first; general denials are set beside
4. documents and claims that depend on each other are tied
5. groups become incidents, parts under their wholes, voices compared
6. claims of one state are compared
"""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from rashomon.lexicon import Lexicon
from rashomon.records import Actor, ActorMerge, ClaimRow, Comparison, ControlCell, Corpus, Dependence, Resolution
from rashomon.resolve.accounts import happened, make_accounts
from rashomon.resolve.actors import merge_actors
from rashomon.resolve.canon import Canon, find_belongs
from rashomon.resolve.compare import compare_control, compare_states
from rashomon.resolve.compare.findings import RANK
from rashomon.resolve.context import fill_accounts
from rashomon.resolve.control import make_control_cells
from rashomon.resolve.dependence import find_copies, find_statements, find_twins, pair_twins
from rashomon.resolve.groups import Group, find_pairs, make_groups, read_claim_pairs
from rashomon.resolve.incidents import Made, compare_denials, make_evidence, make_incident
from rashomon.resolve.kit import Kit, make_kit
from rashomon.resolve.parts import find_parts, without_circles
from rashomon.resolve.sides import Sides, make_sides
from rashomon.resolve.sweeping import find_sweeping


def resolve(corpus: Corpus, lexicon: Lexicon) -> Resolution:
    """Hold all documents of a corpus against each other.

    The outcome does not depend on the order of anything in the corpus.

    Args:
        corpus: claims, sentences, actors and judgements of all documents.
        lexicon: rules and words.
    """
    with _no_search_for_cycles():
        return _resolve(corpus, make_kit(lexicon))


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Pause the garbage collector: all that is made here is kept to the end and holds no cycles.

    Going through it again and again takes a quarter of the time of a large corpus.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _resolve(corpus: Corpus, kit: Kit) -> Resolution:
    actors, merges = merge_actors(
        corpus.actors, _told_on(corpus.rows), corpus.judgements, kit, _spellings(corpus.rows)
    )  # 1
    accounts = fill_accounts(
        make_accounts(corpus.rows, Canon(actors, merges, find_belongs(corpus.rows)), kit), kit
    )  # 2
    by_id = {account.id: account for account in accounts}
    twins = find_twins(corpus.sentences)
    told = {account.id: account for account in accounts if happened(account)}
    decided = read_claim_pairs(corpus.judgements, told)
    grouped = make_groups(told, pair_twins(twins, accounts), decided, find_pairs(told, kit), kit)  # 3
    general = (bound for bound in grouped.bounds if bound.general)
    denied = compare_denials((*find_sweeping(accounts, kit), *general), by_id)
    tied = (*find_copies(corpus.sentences, accounts, twins, kit), *find_statements(accounts, kit))  # 4
    sides = make_sides(actors, accounts, {card.id: card for card in corpus.documents}, kit)
    made = _incidents(grouped.groups, tied, denied, sides, kit)  # 5
    states = (*compare_control(accounts, sides, kit), *compare_states(accounts, kit))  # 6
    return Resolution(
        actors=actors,
        merges=merges,
        incidents=tuple(one.incident for one in made),
        comparisons=_once((*(c for one in made for c in one.comparisons), *denied, *states)),
        dependences=_once_ties((*(d for one in made for d in one.dependences), *tied)),
    )


def _told_on(rows: Iterable[ClaimRow]) -> dict[str, date]:
    """Give the day of publication for the actors of each report, the last one for those of many."""
    told: dict[str, date] = {}
    for row in rows:
        if row.published is not None:
            for actor in _actors_in(row):
                told[actor] = max(told.get(actor, row.published), row.published)
    return told


def _spellings(rows: Iterable[ClaimRow]) -> Counter[str]:
    """Count how often claims and voices print each name of an actor; a voice counts once a report."""
    voices = {(row.document, voice.id, voice.text) for row in rows for voice in row.voice if voice.actor is not None}
    counts = Counter(_bare(text) for _, _, text in voices)
    counts.update(_bare(ref.text) for row in rows for ref in (*row.agents, *row.patients) if not ref.described)
    return counts


def _bare(text: str) -> str:
    """Give printed words without their article and what follows the first comma."""
    return text.partition(",")[0].removeprefix("The ").removeprefix("the ")


def _actors_in(row: ClaimRow) -> Iterator[str]:
    yield from (ref.id for ref in (*row.agents, *row.patients) if ref.id is not None)
    yield from (voice.actor for voice in row.voice if voice.actor is not None)


def control_cells(
    rows: Iterable[ClaimRow],
    comparisons: Iterable[Comparison],
    lexicon: Lexicon,
    actors: Iterable[Actor] = (),
    merges: Iterable[ActorMerge] = (),
) -> tuple[ControlCell, ...]:
    """Make the cells of control: what each voice claims, and what the rule assesses beside it.

    Args:
        rows: claims of any kind.
        comparisons: those of the same claims.
        lexicon: rules and words.
        actors: the ledger's actors, where the rows name actors of single documents.
        merges: theirs.

    Returns:
        By place: claimed cells by day, then one assessed cell a holder named last.
    """
    kit = make_kit(lexicon)
    actors = tuple(actors)
    rows = tuple(rows)
    accounts = fill_accounts(make_accounts(rows, Canon(actors, merges, find_belongs(rows)), kit), kit)
    return make_control_cells(accounts, comparisons, make_sides(actors, accounts, {}, kit), kit)


def _incidents(
    groups: Sequence[Group], tied: Iterable[Dependence], denied: Iterable[Comparison], sides: Sides, kit: Kit
) -> list[Made]:
    by_id = {group.id: group for group in groups}
    whole_of = without_circles(find_parts(groups, kit))
    parts: dict[str, list[Group]] = {}
    for part, whole in sorted(whole_of.items()):
        parts.setdefault(whole, []).append(by_id[part])
    evidence = make_evidence(tied, denied)
    return [
        make_incident(group, parts.get(key, ()), whole_of.get(key), evidence, sides, kit)
        for key, group in sorted(by_id.items())
    ]


def _once(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """Keep one of two comparisons of the same claims in one slot: the gravest."""
    found = {c.id: c for c in sorted(comparisons, key=lambda c: (c.id, -RANK[c.verdict], c.reason))}
    return tuple(found[key] for key in sorted(found))


def _once_ties(dependences: Iterable[Dependence]) -> tuple[Dependence, ...]:
    found = {d.id: d for d in sorted(dependences, key=lambda d: (d.id, d.why))}
    return tuple(found[key] for key in sorted(found))
