"""The record of one dependence, made in one place."""

from rashomon.records import Dependence, DependenceKind, make_id

Evidence = tuple[tuple[str, int, int], ...]


def make_dependence(first: str, second: str, kind: DependenceKind, evidence: Evidence, why: str) -> Dependence:
    """Make the record; the ends are sorted."""
    ends = sorted((first, second))
    at = evidence[0][1] if evidence else None
    return Dependence(make_id("dep", kind.value, *ends, at), ends[0], ends[1], kind, evidence, why)
