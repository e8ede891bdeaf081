"""The record of one dependence, made in one place."""

from collections.abc import Iterable

from rashomon.records import Dependence, DependenceKind, make_id

Evidence = tuple[tuple[str, int, int], ...]

Owned = tuple[str, tuple[Dependence, ...]]
"""What made dependences (a text, two reports, a statement), and these: found anew as one when any of it changes."""


def make_dependence(first: str, second: str, kind: DependenceKind, evidence: Evidence, why: str) -> Dependence:
    """Make the record; the ends are sorted."""
    ends = sorted((first, second))
    at = evidence[0][1] if evidence else None
    return Dependence(make_id("dep", kind.value, *ends, at), ends[0], ends[1], kind, evidence, why)


def once(dependences: Iterable[Dependence]) -> tuple[Dependence, ...]:
    """Keep one of two records of one dependence, by id."""
    found = {d.id: d for d in sorted(dependences, key=lambda d: (d.id, d.why, d.evidence))}
    return tuple(found[key] for key in sorted(found))
