"""What a side promised held against what it is told to have done since.

A promise is a claim about its own side's future, told with a word of promising. One not to do a thing stands against a
later telling that the side did it; one to do a thing stands against a later denial that it was done, and agrees with a
telling that it was.
"""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.names import fold
from rashomon.records import ClaimKind, Comparison, Realis, Slot, Verdict
from rashomon.resolve.accounts import Account, happened
from rashomon.resolve.compare.findings import Finding, both, make_comparison
from rashomon.resolve.kit import Kit
from rashomon.resolve.sides import Sides
from rashomon.resolve.where import Lie, find_lie

PROMISE = "promise|"
_HERE = frozenset({Lie.SAME, Lie.INSIDE})


def compare_promises(accounts: Iterable[Account], sides: Sides, kit: Kit) -> Iterator[tuple[str, list[Comparison]]]:
    """Compare all promises with the deeds of those whom they bind, by the key under which they meet.

    Args:
        accounts: claims of any kind.
        sides: who speaks for whom.
        kit: rules; `promise_words` promise, `negation_words` turn, `possessive_words` name one's own.
    """
    accounts = tuple(accounts)
    keys = {key for account in accounts if is_promise(account, kit) for key in promise_keys(account, kit)}
    blocks: dict[str, list[Account]] = {}
    for account in accounts if keys else ():
        for key in keys.intersection(promise_keys(account, kit)):
            blocks.setdefault(key, []).append(account)
    for key, block in sorted(blocks.items()):
        yield key, list(compare_promise(block, sides, kit))


def promise_keys(account: Account, kit: Kit) -> tuple[str, ...]:
    """Give the keys under which a promise meets deeds, sorted: who, of what sort, in which stretch of days."""
    days = int(kit.limit("promise_days"))
    made = account.row.published if is_promise(account, kit) else None
    if made is not None:
        first = made.toordinal() // days
        return _as_keys(account.agents, account, (first, first + 1), kit)
    day = account.start if account.start is not None else account.news_day
    return _as_keys(_doers(account, kit), account, (day // days,), kit) if day is not None and happened(account) else ()


def _as_keys(actors: frozenset[str], account: Account, stretches: tuple[int, ...], kit: Kit) -> tuple[str, ...]:
    sorts = kit.bucket(account.row.type) if actors else ()
    return tuple(sorted({f"{PROMISE}{who}|{sort}|{at}" for who in actors for sort in sorts for at in stretches}))


def compare_promise(block: Sequence[Account], sides: Sides, kit: Kit) -> Iterator[Comparison]:
    """Compare the promises of one actor with its deeds, of the claims of one key."""
    deeds = sorted((account for account in block if happened(account)), key=lambda a: a.id)
    for promise in sorted((account for account in block if is_promise(account, kit)), key=lambda a: a.id):
        if any(_speaks_for(promise, agent, sides) for agent in promise.agents):
            yield from _compare(promise, deeds, kit)


def is_promise(account: Account, kit: Kit) -> bool:
    """Say whether somebody promises what will be done, or not."""
    row = account.row
    if row.kind is not ClaimKind.EVENT or row.realis is not Realis.FUTURE or row.published is None:
        return False
    return bool(account.agents and kit.rules.promise_words & set(fold(row.voice[-1].cue).split()))


def _speaks_for(promise: Account, agent: str, sides: Sides) -> bool:
    speakers = (promise.speaker, *((promise.side,) if promise.side else ()))
    return any(sides.tied(speaker, agent) for speaker in speakers)


def _doers(account: Account, kit: Kit) -> frozenset[str]:
    """Give who does it, a body's own units included where the body itself tells of them: "one of our units"."""
    if account.agents:
        return account.agents
    words = (set(fold(ref.text).split()[:3]) for ref in account.row.agents if ref.described)
    return frozenset({account.speaker}) if any(kit.rules.possessive_words & told for told in words) else frozenset()


def _compare(promise: Account, deeds: Iterable[Account], kit: Kit) -> Iterator[Comparison]:
    not_to = bool(kit.rules.negation_words & set(fold(promise.row.content).split()))
    for deed in deeds:
        if _is_since(promise, deed, kit) and _is_of(promise, deed, kit):
            finding = _finding(promise, deed, not_to)
            if finding is not None:
                yield make_comparison(promise, deed, finding)


def _is_since(promise: Account, deed: Account, kit: Kit) -> bool:
    made = promise.row.published
    if made is None or (deed.news_day is None and deed.start is None):
        return False
    day = deed.start if deed.start is not None else deed.news_day
    return made is not None and day is not None and 0 < day - made.toordinal() <= kit.limit("promise_days")


def _is_of(promise: Account, deed: Account, kit: Kit) -> bool:
    """Say whether the deed is of the promised sort, at a place and on somebody that the promise allows."""
    one, other = promise.row.type, deed.row.type
    close = promise.family == deed.family and promise.family in kit.rules.close_families
    if one != other and not close and not kit.kindred(one, other):
        return False
    if promise.place and deed.place and find_lie(promise.place, deed.place, kit) not in _HERE:
        return False
    return not (promise.patients and deed.patients and not promise.patients & deed.patients)


def _finding(promise: Account, deed: Account, not_to: bool) -> Finding | None:
    told = both(promise, f"“{promise.row.content}”", deed, f"“{deed.row.content}”")
    if not_to:
        broken = f"promised not to be done, and told as done since: {told}"
        return None if deed.negated else Finding(Slot.PROMISE, Verdict.CONTRADICTS, broken)
    if promise.row.type != deed.row.type or promise.place is None or deed.place is None:
        return None
    if deed.negated:
        return Finding(Slot.PROMISE, Verdict.CONTRADICTS, f"promised, and told as not done since: {told}")
    return Finding(Slot.PROMISE, Verdict.AGREES, f"promised, and told as done since: {told}")
