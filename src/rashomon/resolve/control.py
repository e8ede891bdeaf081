"""Control of territory as place x day x holder x voice: claimed by each voice, and assessed by rule beside it.

The three values are the Long War Journal's: controlled, contested, unconfirmed.
"""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.names import fold
from rashomon.records import Comparison, Control, ControlCell, Grain, Slot, TimeSpan, Verdict
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.findings import voice_words
from rashomon.resolve.compare.holdings import Holding, find_holdings
from rashomon.resolve.kit import Kit
from rashomon.resolve.origins import find_origins
from rashomon.resolve.sides import Sides
from rashomon.resolve.when import day_words

RULES: Mapping[Control, str] = {
    Control.CONTROLLED: "two or more origins in two or more reports name one holder at the last day told, none another",
    Control.CONTESTED: "voices name different holders, or deny the holder, at the last day told",
    Control.UNCONFIRMED: "one voice alone names the holder",
}
CLAIMED = "what this voice says"

_SHOWN = 6  # voices named in the words of a rule


def make_control_cells(
    accounts: Iterable[Account], comparisons: Iterable[Comparison], sides: Sides, kit: Kit
) -> tuple[ControlCell, ...]:
    """Make the cells of every place that somebody is said to hold.

    Args:
        accounts: claims.
        comparisons: all; contradictions about control among them make a place contested.
        sides: who fights whom.
        kit: rules.

    Returns:
        By place: claimed cells by day, then one assessed cell a holder named last.
    """
    quarrels = frozenset(
        claim
        for c in comparisons
        if c.slot is Slot.CONTROL and c.verdict is Verdict.CONTRADICTS
        for claim in (c.first, c.second)
    )
    places: dict[str, list[Holding]] = {}
    for holding in find_holdings(accounts, kit):
        if not _is_nobody(holding, kit):
            places.setdefault(holding.place_key, []).append(holding)
    return tuple(
        cell for _, found in sorted(places.items()) for cell in _cells(sorted(found, key=_order), quarrels, sides, kit)
    )


def _is_nobody(holding: Holding, kit: Kit) -> bool:
    """Say whether a mere pronoun holds the place: who that is, nobody can be told."""
    words = fold(holding.holder.name or holding.holder.text).split()
    return holding.holder.described and set(words) <= kit.rules.faceless


def _order(holding: Holding) -> tuple[int, str, str, bool]:
    return holding.day or 0, holding.account.id, holding.key, holding.held


def _cells(holdings: Sequence[Holding], quarrels: frozenset[str], sides: Sides, kit: Kit) -> Iterable[ControlCell]:
    yield from (_claimed(holding) for holding in holdings if holding.held)
    yield from _assessed(holdings, quarrels, sides, kit)


def _claimed(holding: Holding) -> ControlCell:
    return ControlCell(
        place=holding.place,
        time=_time(holding.account),
        holder=holding.holder,
        claim=holding.account.id,
        voice=holding.account.row.voice[-1].name,
        outlet=holding.account.row.outlet_name,
        assessed=None,
        claims=(holding.account.id,),
        rule=CLAIMED,
    )


def _time(account: Account) -> TimeSpan | None:
    """Give the time told; a state without one holds for the day its report was published, if that is known."""
    row = account.row
    if row.time is not None and row.time.resolved:
        return row.time
    if row.published is None:
        return None
    return TimeSpan(row.published, row.published.fromordinal(row.published.toordinal() + 1), Grain.DAY, None, "")


def _assessed(holdings: Sequence[Holding], quarrels: frozenset[str], sides: Sides, kit: Kit) -> Iterable[ControlCell]:
    """Assess the last time told: only what lies within `limits.control_days` of it counts."""
    last = max((holding.day for holding in holdings if holding.day is not None), default=None)
    reach = kit.limit("control_days")
    late = [h for h in holdings if last is None or h.day is None or last - h.day <= reach]
    late = _after_change(late)
    held = {holding.key: holding for holding in late if holding.held}
    for key, shown in sorted(held.items()):
        value = _value(key, late, quarrels, sides)
        met = "; ".join(list(dict.fromkeys(_words(h) for h in late))[:_SHOWN])
        time = _time(max((h for h in late if h.key == key), key=_order).account)
        yield ControlCell(
            place=shown.place,
            time=time,
            holder=shown.holder,
            claim=None,
            voice="",
            outlet="",
            assessed=value,
            claims=tuple(sorted({holding.account.id for holding in late})),
            rule=f"{RULES[value]} ({met}{'' if time is None else ', ' + day_words(time)})",
        )


def _words(holding: Holding) -> str:
    held = "held" if holding.held else "not held"
    return f"{voice_words(holding.account)}: {held} by {holding.holder.name or holding.holder.text}"


def _after_change(holdings: Sequence[Holding]) -> list[Holding]:
    """Leave out what is told for a day before the place last changed hands."""
    changes = [h.day for h in holdings if h.change and h.held and h.day is not None]
    last = max(changes, default=None)
    return [h for h in holdings if last is None or h.day is None or h.day >= last]


def _others(left: str, right: str, sides: Sides) -> bool:
    """Say whether two holders are known to be of two sides; a mere description may be of either."""
    return not (sides.anybody(left) or sides.anybody(right) or sides.together(left, right))


def _value(key: str, holdings: Sequence[Holding], quarrels: frozenset[str], sides: Sides) -> Control:
    against = [h for h in holdings if (h.held and _others(h.key, key, sides)) or (not h.held and h.key == key)]
    support = [h for h in holdings if h.held and h.key == key]
    if against or any(h.account.id in quarrels for h in support):
        return Control.CONTESTED
    told = {h.account.id: h.account for h in support}
    reports = {account.row.document for account in told.values()}
    origins = find_origins([told[key] for key in sorted(told)], ())
    return Control.CONTROLLED if len(origins) > 1 and len(reports) > 1 else Control.UNCONFIRMED
