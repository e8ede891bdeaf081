"""Lines of a walk: a label, and words that are wrapped under themselves; stretches of a sentence marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from rashomon.cli.tables import plain
from rashomon.records import Candidate, Figure, Link, TimeSpan

OPENING, CLOSING = "⟦", "⟧"
_LABEL = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it tells, and the words."""

    label: str
    words: str


def layout(lines: Iterable[Line], width: int) -> Iterator[str]:
    """Give the printed lines: labels in one column, words wrapped beside them; a label told once in a run."""
    last = None
    for line in lines:
        label = "" if line.label == last else line.label
        last = line.label
        for position, part in enumerate(wrap(plain(line.words), max(20, width - _LABEL)) or [""]):
            yield f"{label if position == 0 else '':<{_LABEL}}{part}".rstrip()


def mark(text: str, base: int, start: int, end: int) -> str:
    """Give a sentence that begins at offset `base` with the stretch from `start` to `end` marked."""
    low, high = max(0, start - base), min(len(text), end - base)
    if low >= high:
        return text
    return f"{text[:low]}{OPENING}{text[low:high]}{CLOSING}{text[high:]}"


def tell_link(printed: str, link: Link | None, name: str) -> str:
    """Say what a mention was linked to, by which rule, and what else it might have been."""
    if link is None or link.target is None:
        why = "" if link is None else f" ({link.rule}: {link.why})"
        return f"“{printed}” → nothing that is known{why}{_also(() if link is None else link.candidates, None)}"
    also = _also(link.candidates, link.target)
    return f"“{printed}” → {name} [{link.target}] ({link.rule}, {link.score:.2f}: {link.why}){also}"


def _also(candidates: tuple[Candidate, ...], target: str | None) -> str:
    others = [f"{c.name} [{c.target}] {c.score:.2f} {c.why}" for c in candidates if c.target != target]
    return f"; considered: {'; '.join(others)}" if others else ""


def tell_time(time: TimeSpan | None, rule: str) -> str:
    """Say what a time was understood as, and what it rests on."""
    if time is None:
        return "not told"
    if not time.resolved:
        return f"“{time.text}”: not resolved, nothing fixes the day it is counted from"
    last = time.last_day
    days = f"{time.start}" if time.start == last else f"{time.start or '…'} to {last or '…'}"
    anchor = f", counted from {time.anchor_day}" if time.anchor_day else ""
    chosen = f"; rule {rule}" if rule else ""
    return f"“{time.text}” → {days} ({time.grain}, {time.basis}{anchor}{chosen})"


def tell_figure(figure: Figure) -> str:
    """Say what a number was understood as."""
    low = "?" if figure.low is None else f"{figure.low:,.12g}"
    high = "open" if figure.high is None else f"{figure.high:,.12g}"
    counted = f" of {figure.counted}" if figure.counted else ""
    return f"“{figure.text}” → {figure.measure} {low} to {high}, {figure.modifier}{counted}"
