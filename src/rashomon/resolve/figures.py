"""The numbers of an incident: every voice's side by side, and low, best and high with the rule that picked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rashomon.records import Dependence, Figure, FigureRange, Scope, VoiceFigure
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.figures import is_addition
from rashomon.resolve.counted import find_counted
from rashomon.resolve.kit import Kit
from rashomon.resolve.origins import find_origins

# A claim, and one number that it tells.
_Told = tuple[Account, Figure]

RULE = "best is what the majority of independent origins says, else the lowest number told"


def find_figures(accounts: Sequence[Account], dependences: Iterable[Dependence], kit: Kit) -> tuple[FigureRange, ...]:
    """Make the range of every measure that the claims tell, by measure; the losses of two sides have a range each.

    Denials tell no numbers, and "two more" bounds none: it is listed with its voice alone.
    """
    asserted = [account for account in accounts if not account.negated]
    measures = sorted({figure.measure for account in asserted for figure in account.row.figures if figure.measure})
    dependences = tuple(dependences)
    return tuple(
        _range(measure, side, told, dependences, kit)
        for measure in measures
        for side, told in _by_side([(a, f) for a in asserted for f in _of(a, measure)], kit)
    )


def _by_side(told: Sequence[_Told], kit: Kit) -> list[tuple[str, list[_Told]]]:
    """Part the numbers by whose people they count, where more than one side's are counted."""
    counted = [find_counted(account, figure, kit) for account, figure in told]
    sides = {one.side for one in counted if one.side}
    if len(sides) < 2 and not sides & {one.not_side for one in counted}:
        return [("", list(told))]
    groups: dict[str, list[_Told]] = {}
    for one, pair in zip(counted, told, strict=True):
        groups.setdefault(one.side, []).append(pair)
    return sorted(groups.items())


def _range(measure: str, side: str, told: Sequence[_Told], dependences: Sequence[Dependence], kit: Kit) -> FigureRange:
    whole = [(account, figure) for account, figure in told if not is_addition(account, figure, kit)]
    lows = [figure.low for _, figure in whole if figure.low is not None]
    highs = [figure.high for _, figure in whole]
    best, votes, origins, rule = _best(whole, lows, dependences)
    known = [high for high in highs if high is not None]
    return FigureRange(
        measure=measure,
        low=min(lows, default=None),
        best=best,
        high=max(known) if len(known) == len(highs) and known else None,
        rule=rule,
        by_voice=tuple(_voice_figure(account, figure, kit) for account, figure in told),
        origins=origins,
        votes=votes,
        counted=side,
    )


def _of(account: Account, measure: str) -> Iterator[Figure]:
    return (figure for figure in account.row.figures if figure.measure == measure)


def _voice_figure(account: Account, figure: Figure, kit: Kit) -> VoiceFigure:
    inner = account.row.voice[-1]
    shown = inner.description if inner.private and inner.description else inner.name
    more = figure.scope is Scope.TOTAL and is_addition(account, figure, kit)
    scope = Scope.ADDITION if more else figure.scope
    return VoiceFigure(account.id, shown, account.row.outlet_name, figure.low, figure.high, figure.text, scope)


def _best(
    whole: Sequence[_Told], lows: Sequence[float], dependences: Sequence[Dependence]
) -> tuple[float | None, int, int, str]:
    """Pick one number: each origin has one vote for every number that it tells exactly.

    Returns:
        the number, the votes for it where most origins give one, the number of origins, and the rule in words.
    """
    accounts = sorted({account.id: account for account, _ in whole}.values(), key=lambda a: a.id)
    exact: dict[str, set[float]] = {}
    for account, figure in whole:
        if figure.low is not None and figure.low == figure.high:
            exact.setdefault(account.id, set()).add(figure.low)
    origins = find_origins(accounts, dependences)
    among = len(origins)
    votes = Counter(v for origin in origins for v in {v for a in origin.accounts for v in exact.get(a.id, ())})
    if votes and among > 1:
        value, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
        if count * 2 > among:
            return value, count, among, f"{count} of {among} independent origins say {value:g}"
    if not lows:
        return None, 0, among, "no whole number is told: none is picked"
    if among == 1:
        return min(lows), 0, among, "one origin only: the lowest number that it tells"
    return min(lows), 0, among, f"no majority among {among} independent origins: the lowest number told"
