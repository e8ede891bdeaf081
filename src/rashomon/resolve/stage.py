"""The order of the room.

1. actors of all documents become the ledger's actors
2. claims are prepared: canonical actors, days as numbers, days and places that their report tells beside them
3. claims of happenings are grouped, those of one text printed twice first; general denials are set beside
4. documents and claims that depend on each other are tied
5. groups become incidents, parts under their wholes, voices compared
6. claims of one state are compared, and promises with the deeds of the side that made them
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from rashomon.lexicon import Lexicon
from rashomon.records import Actor, ActorMerge, ClaimRow, Comparison, ControlCell, Corpus, Dependence, Resolution
from rashomon.resolve.accounts import Account, happened, make_accounts
from rashomon.resolve.actors import merge_actors
from rashomon.resolve.canon import Canon, find_belongs
from rashomon.resolve.compare import compare_control, compare_promises, compare_states
from rashomon.resolve.compare.findings import once as once_compared
from rashomon.resolve.context import fill_accounts
from rashomon.resolve.control import make_control_cells
from rashomon.resolve.denials import Bound
from rashomon.resolve.dependence import find_copies, find_statements, find_twins, pair_twins
from rashomon.resolve.dependence.passages import Near, pair_texts
from rashomon.resolve.dependence.ties import Owned, once
from rashomon.resolve.groups import Group, Grouped, Sort, find_pairs, make_groups, read_claim_pairs
from rashomon.resolve.incidents import Made, compare_denials, make_evidence, make_incident
from rashomon.resolve.judgements import Pair
from rashomon.resolve.kit import Kit, make_kit
from rashomon.resolve.parts import find_parts, without_circles
from rashomon.resolve.sides import Sides, make_sides
from rashomon.resolve.spellings import count_spellings, told_on
from rashomon.resolve.sweeping import find_sweeping

Questions = frozenset[str]


@dataclass(frozen=True, slots=True)
class Workings:
    """Everything that resolving made on the way.

    Attributes:
        corpus: what was resolved.
        kit: rules.
        actors: canonical ones.
        merges: of all others.
        accounts: all claims, prepared.
        lent: those of them that take something from their reports' other claims.
        pairs: of claims of happenings that may be one.
        copies: of claims that are one claim of one text.
        grouped: groups of claims, and denials with what they answer.
        swept: denials of all.
        near: texts of documents that stand for themselves, with those that share some of them.
        tied: dependences that no single incident makes, by what made them.
        raw: part -> whole, circles among them.
        made: incidents, each with what it asked of the sides.
        places: comparisons about who holds a place, by its key, with what was asked.
        states: comparisons about states, by key.
        promises: comparisons of promises with deeds, by key, with what was asked.
        sides: who is tied to whom.
    """

    corpus: Corpus
    kit: Kit
    actors: tuple[Actor, ...]
    merges: tuple[ActorMerge, ...]
    accounts: tuple[Account, ...]
    lent: tuple[Account, ...]
    pairs: Sequence[tuple[Sort, Pair]]
    copies: tuple[Pair, ...]
    grouped: Grouped
    swept: tuple[Bound, ...]
    near: tuple[Near, ...]
    tied: tuple[Owned, ...]
    raw: Mapping[str, str]
    made: Sequence[tuple[Made, Questions]]
    places: Sequence[tuple[str, list[Comparison], Questions]]
    states: Sequence[tuple[str, list[Comparison]]]
    promises: Sequence[tuple[str, list[Comparison], Questions]]
    sides: Sides

    @property
    def denied(self) -> tuple[Comparison, ...]:
        """Give what general denials and denials of all are set against."""
        by_id = {account.id: account for account in self.accounts}
        return _denied(self.grouped, self.swept, by_id)

    def resolution(self) -> Resolution:
        """Give the outcome."""
        states = [c for _, found in self.states for c in found]
        states += [c for _, found, _ in (*self.places, *self.promises) for c in found]
        return Resolution(
            actors=self.actors,
            merges=self.merges,
            incidents=tuple(made.incident for made, _ in self.made),
            comparisons=once_compared((*(c for made, _ in self.made for c in made.comparisons), *self.denied, *states)),
            dependences=once((*(d for made, _ in self.made for d in made.dependences), *_flat(self.tied))),
        )


def resolve(corpus: Corpus, lexicon: Lexicon) -> Resolution:
    """Hold all documents of a corpus against each other.

    The outcome does not depend on the order of anything in the corpus.

    Args:
        corpus: claims, sentences, actors and judgements of all documents.
        lexicon: rules and words.
    """
    with no_search_for_cycles():
        return work(corpus, make_kit(lexicon)).resolution()


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
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


def work(corpus: Corpus, kit: Kit) -> Workings:
    """Do all steps in order."""
    spelt = count_spellings(corpus.rows)
    actors, merges = merge_actors(corpus.actors, told_on(corpus.rows), corpus.judgements, kit, spelt)  # 1
    canon = Canon(actors, merges, find_belongs(corpus.rows))
    made = make_accounts(corpus.rows, canon, kit)
    accounts = fill_accounts(made, kit)  # 2
    lent = tuple(account for account, own in zip(accounts, made, strict=True) if account is not own)
    by_id = {account.id: account for account in accounts}
    told = {key: account for key, account in by_id.items() if happened(account)}
    twins = find_twins(corpus.sentences)
    copies, pairs = tuple(pair_twins(twins, accounts)), find_pairs(told, kit)
    grouped = make_groups(told, copies, read_claim_pairs(corpus.judgements, told), pairs, kit)  # 3
    swept = find_sweeping(accounts, kit)
    near = tuple(pair_texts((one for one in corpus.sentences if one.document not in twins), kit))
    tied = (*find_copies(corpus.sentences, accounts, twins, near, kit), *find_statements(accounts, kit))  # 4
    sides = make_sides(actors, accounts, {card.id: card for card in corpus.documents}, kit)
    raw = find_parts(grouped.groups, kit)
    incidents = _make_incidents(grouped.groups, raw, _flat(tied), _denied(grouped, swept, by_id), sides, kit)  # 5
    places = [(key, found, sides.take()) for key, found in compare_control(accounts, sides, kit)]  # 6
    states = list(compare_states(accounts, kit))
    promises = [(key, found, sides.take()) for key, found in compare_promises(accounts, sides, kit)]
    return Workings(
        corpus, kit, actors, merges, accounts, lent, pairs, copies, grouped, swept, near, tied, raw, incidents, places,
        states, promises, sides,
    )  # fmt: skip


def _denied(grouped: Grouped, swept: Iterable[Bound], by_id: Mapping[str, Account]) -> tuple[Comparison, ...]:
    return compare_denials((*swept, *(bound for bound in grouped.bounds if bound.general)), by_id)


def _flat(tied: Iterable[Owned]) -> list[Dependence]:
    return [dependence for _, found in tied for dependence in found]


def _make_incidents(
    groups: Sequence[Group],
    raw: Mapping[str, str],
    tied: Iterable[Dependence],
    denied: Iterable[Comparison],
    sides: Sides,
    kit: Kit,
) -> list[tuple[Made, Questions]]:
    by_id = {group.id: group for group in groups}
    whole_of = without_circles(raw)
    parts: dict[str, list[Group]] = {}
    for part, whole in sorted(whole_of.items()):
        parts.setdefault(whole, []).append(by_id[part])
    evidence = make_evidence(tied, denied)
    return [
        (make_incident(group, parts.get(key, ()), whole_of.get(key), evidence, sides, kit), sides.take())
        for key, group in sorted(by_id.items())
    ]


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
