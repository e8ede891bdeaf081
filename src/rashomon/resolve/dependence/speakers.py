"""Dependence by who speaks: one speaker or witness, one outlet behind two, one owner, one state."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rashomon.names import fold
from rashomon.records import Dependence, DependenceKind, DocumentCard, Naming
from rashomon.resolve.accounts import Account
from rashomon.resolve.dependence.ties import Evidence, Owned, make_dependence
from rashomon.resolve.kit import Kit
from rashomon.resolve.sides import Found
from rashomon.resolve.words import stem

_MEDIUM_DAYS = 31


def find_ties(accounts: Sequence[Account], cards: Found[DocumentCard], kit: Kit) -> Iterator[Dependence]:
    """Find dependences between the claims of one incident. Each group is tied to its first claim, not pair by pair."""
    yield from _same_voice(accounts)
    yield from _behind(accounts)
    yield from _same_owner(accounts, cards, kit)


def _same_voice(accounts: Sequence[Account]) -> Iterator[Dependence]:
    for speaker, group in _grouped(accounts, lambda a: [a.speaker]):
        if speaker.startswith(("doc:", "out:", "med:")):
            continue
        for first, other in _star(group):
            inner = other.row.voice[-1]
            kind = DependenceKind.SAME_WITNESS if inner.private else DependenceKind.SAME_VOICE
            why = f"both rest on {_shown(first)}" + _otherwise(first, other)
            yield make_dependence(first.id, other.id, kind, _contents(first, other), why)


def _shown(account: Account) -> str:
    inner = account.row.voice[-1]
    return inner.description if inner.private and inner.description else inner.name


def _otherwise(first: Account, other: Account) -> str:
    one, second = first.row.voice[-1].text, other.row.voice[-1].text
    return f" (“{one}” and “{second}”)" if one and second and fold(one) != fold(second) else ""


def _behind(accounts: Sequence[Account]) -> Iterator[Dependence]:
    """Tie claims that pass one outlet on, and these to that outlet's own claims."""

    def outlets(account: Account) -> list[str]:
        return sorted(account.via | {fold(account.row.outlet_name)})

    for name, group in _grouped(accounts, outlets):
        passed = [account for account in group if name in account.via]
        if not passed:
            continue
        for first, other in _star(group):
            if first in passed or other in passed:
                why = f"both go back to {_outlet_words(passed[0], name)}"
                yield make_dependence(first.id, other.id, DependenceKind.QUOTES, _contents(first, other), why)


def _outlet_words(account: Account, name: str) -> str:
    return next(voice.name for voice in account.row.voice[1:] if fold(voice.name) == name)


def _same_owner(accounts: Sequence[Account], cards: Found[DocumentCard], kit: Kit) -> Iterator[Dependence]:
    own = [account for account in accounts if account.row.voice[-1].naming is Naming.OUTLET]

    def owners(account: Account) -> list[str]:
        card = cards.get(account.row.document)
        return [] if card is None else list(_owners(card, kit))

    for owner, group in _grouped(own, owners):
        for first, other in _star(group):
            if first.row.outlet != other.row.outlet:
                why = f"{first.row.outlet_name} and {other.row.outlet_name} belong to {owner}"
                yield make_dependence(first.id, other.id, DependenceKind.SAME_OWNER, _contents(first, other), why)


def _owners(card: DocumentCard, kit: Kit) -> Iterator[str]:
    if card.outlet_owner:
        yield card.outlet_owner
    if card.outlet_kind in kit.rules.state_outlets and card.outlet_country:
        yield f"the state {card.outlet_country}"


def find_statements(accounts: Iterable[Account], kit: Kit) -> Iterator[Owned]:
    """Tie documents that pass on what one speaker said in one medium ("in an op-ed for the Gazette") near in time."""
    for key, group in _grouped(accounts, lambda account: statement_keys(account, kit)):
        yield f"statement|{key}", tuple(tie_statements(group))


def statement_keys(account: Account, kit: Kit) -> list[str]:
    """Give the key of who says it in which medium; none if either is not told."""
    if account.speaker.startswith(("doc:", "out:", "med:")):
        return []
    words = sorted(_publisher(account.row.voice[-1].medium, kit))
    return [f"{account.speaker}|{' '.join(words)}"] if words else []


def tie_statements(group: Iterable[Account]) -> Iterator[Dependence]:
    """Tie the documents of the claims of one key to the first of them."""
    first_of: dict[str, Account] = {}
    for account in sorted(group, key=lambda a: a.id):
        first_of.setdefault(account.row.document, account)
    for first, other in _star(list(first_of.values())) if first_of else ():
        if _near(first, other):
            why = f"both pass on what {_shown(first)} said in {first.row.voice[-1].medium}"
            ends = first.row.document, other.row.document
            yield make_dependence(*ends, DependenceKind.SAME_VOICE, _contents(first, other), why)


def _publisher(medium: str, kit: Kit) -> frozenset[str]:
    """Give the names in the words for a medium: its capitalised words that tell more than its sort."""
    named = (word for word in medium.split() if word[:1].isupper())
    words = {stem(word) for text in named for word in fold(text).split()}
    return frozenset(words - kit.rules.media_words - kit.rules.stop_words)


def _near(left: Account, right: Account) -> bool:
    one, other = left.row.published, right.row.published
    return one is None or other is None or abs((one - other).days) <= _MEDIUM_DAYS


def _grouped(
    accounts: Iterable[Account], keys: Callable[[Account], Iterable[str]]
) -> Iterator[tuple[str, list[Account]]]:
    groups: dict[str, list[Account]] = {}
    for account in sorted(accounts, key=lambda a: a.id):
        for key in keys(account):
            groups.setdefault(key, []).append(account)
    yield from sorted(groups.items())


def _star(group: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    """Tie the first of every other document to the first claim."""
    seen = {group[0].row.document}
    for other in group[1:]:
        if other.row.document not in seen:
            seen.add(other.row.document)
            yield group[0], other


def _contents(left: Account, right: Account) -> Evidence:
    return tuple((a.row.document, a.row.start, a.row.end) for a in sorted((left, right), key=lambda a: a.id))
