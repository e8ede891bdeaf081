"""How many independent origins stand behind claims: computed from dependence, never counted by outlet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.names import fold
from rashomon.records import Dependence, DependenceKind, Naming
from rashomon.resolve.accounts import Account
from rashomon.resolve.union import Union

_OUTLETS = frozenset({Naming.OUTLET, Naming.OTHER_OUTLET})
_TOLD_APART = frozenset({Naming.NAMED, Naming.ROLE, Naming.DOCUMENT, Naming.SOCIAL, Naming.OTHER_OUTLET})
_CLOSING = (".", "!", "?", "”", '"', ")")
RULE = (
    "Claims count as one origin where they rest on one speaker, one outlet behind both, one text or one owner. What an "
    "outlet tells in its own voice counts only where it names no other voice for the same happening. Two voices on one "
    "page count as two only if both are named, or known by an office or role, and spoke to an outlet; the voice of a "
    "headline is one of those that its report quotes."
)


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin: its claims, by id."""

    accounts: tuple[Account, ...]

    @property
    def own(self) -> bool:
        """Say whether only outlets' own words make it, the publisher's or those of one that it passes on."""
        return all(account.row.voice[-1].naming in _OUTLETS for account in self.accounts)


def find_origins(accounts: Sequence[Account], dependences: Iterable[Dependence]) -> tuple[Origin, ...]:
    """Find the independent origins of claims of one happening.

    Args:
        accounts: the claims, all on one side of the question whether it happened.
        dependences: those between them and between their documents; others are ignored.
    """
    by_id = {account.id: account for account in accounts}
    sets = Union(by_id)
    _join_speakers(accounts, sets)
    _join_weak(accounts, sets)
    for dependence in dependences:
        _join_dependence(dependence, accounts, by_id, sets)
    origins = [Origin(tuple(by_id[key] for key in group)) for group in sets.groups()]
    voiced = {key for origin in origins if not origin.own for a in origin.accounts for key in (a.row.document, *a.via)}
    return tuple(o for o in origins if not (o.own and all(_teller(a) in voiced for a in o.accounts)))


def _teller(account: Account) -> str:
    """Give whose own words these are: the report's, or the folded name of the outlet that it passes on."""
    inner = account.row.voice[-1]
    return account.row.document if inner.naming is Naming.OUTLET else fold(inner.name)


def _join_speakers(accounts: Iterable[Account], sets: Union) -> None:
    first: dict[str, str] = {}
    for account in accounts:
        sets.join(first.setdefault(account.speaker, account.id), account.id)


def _join_weak(accounts: Sequence[Account], sets: Union) -> None:
    """Join the unnamed voices and hearsay of one page with its first claim: nobody could tell them apart."""
    pages: dict[str, list[Account]] = {}
    for account in accounts:
        pages.setdefault(account.row.document, []).append(account)
    for page in pages.values():
        quoted = [account for account in page if account.row.voice[-1].naming is not Naming.OUTLET]
        weak = [account.id for account in quoted if not _heard(account)]
        strong = [account.id for account in quoted if _heard(account)]
        for key in weak:
            sets.join(strong[0] if strong else weak[0], key)


def _heard(account: Account) -> bool:
    """Say whether a voice that is told apart from others spoke to an outlet, this one or one that it passes on.

    The voice of a headline is one of those that its report quotes.
    """
    if account.row.sentence_index == 0 and not account.row.sentence.rstrip().endswith(_CLOSING):
        return False
    *between, inner = account.row.voice[1:]
    return inner.naming in _TOLD_APART and all(voice.naming is Naming.OTHER_OUTLET for voice in between)


def _join_dependence(
    dependence: Dependence, accounts: Sequence[Account], by_id: dict[str, Account], sets: Union
) -> None:
    ends = {dependence.first, dependence.second}
    if ends <= by_id.keys():
        sets.join(dependence.first, dependence.second)
    elif dependence.kind is DependenceKind.SAME_WIRE:
        touched = [account.id for account in accounts if account.row.document in ends]
        for claim in touched[1:]:
            sets.join(touched[0], claim)
