"""The numbers of an incident: every voice's side by side, and low, best and high with the rule that picked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rashomon.records import Dependence, Figure, FigureRange, VoiceFigure
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.figures import is_addition
from rashomon.resolve.kit import Kit
from rashomon.resolve.origins import find_origins

RULE = "best is what the majority of independent origins says, else the lowest number told"


def find_figures(accounts: Sequence[Account], dependences: Iterable[Dependence], kit: Kit) -> tuple[FigureRange, ...]:
    """Make the range of every measure that the claims tell, by measure.

    Denials tell no numbers, and "two more" bounds none: it is listed with its voice alone.
    """
    asserted = [account for account in accounts if not account.negated]
    measures = sorted({figure.measure for account in asserted for figure in account.row.figures if figure.measure})
    dependences = tuple(dependences)
    return tuple(_range(measure, asserted, dependences, kit) for measure in measures)


def _range(measure: str, accounts: Sequence[Account], dependences: Sequence[Dependence], kit: Kit) -> FigureRange:
    told = [(account, figure) for account in accounts for figure in _of(account, measure)]
    whole = [(account, figure) for account, figure in told if not is_addition(account, figure, kit)]
    lows = [figure.low for _, figure in whole if figure.low is not None]
    highs = [figure.high for _, figure in whole]
    best, rule = _best(measure, sorted({a.id: a for a, _ in whole}.values(), key=lambda a: a.id), lows, dependences)
    known = [high for high in highs if high is not None]
    return FigureRange(
        measure=measure,
        low=min(lows, default=None),
        best=best,
        high=max(known) if len(known) == len(highs) and known else None,
        rule=rule,
        by_voice=tuple(_voice_figure(account, figure) for account, figure in told),
    )


def _of(account: Account, measure: str) -> Iterator[Figure]:
    return (figure for figure in account.row.figures if figure.measure == measure)


def _voice_figure(account: Account, figure: Figure) -> VoiceFigure:
    inner = account.row.voice[-1]
    shown = inner.description if inner.private and inner.description else inner.name
    return VoiceFigure(account.id, shown, account.row.outlet_name, figure.low, figure.high, figure.text)


def _best(
    measure: str, accounts: Sequence[Account], lows: Sequence[float], dependences: Sequence[Dependence]
) -> tuple[float | None, str]:
    """Pick one number: each origin has one vote for every number that it tells exactly."""
    origins = find_origins(accounts, dependences)
    votes = Counter(
        value for origin in origins for value in {v for a in origin.accounts for m, v in a.told if m == measure}
    )
    if votes and len(origins) > 1:
        value, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
        if count * 2 > len(origins):
            return value, f"{count} of {len(origins)} independent origins say {value:g}"
    if not lows:
        return None, "no whole number is told: none is picked"
    if len(origins) == 1:
        return min(lows), "one origin only: the lowest number that it tells"
    return min(lows), f"no majority among {len(origins)} independent origins: the lowest number told"
