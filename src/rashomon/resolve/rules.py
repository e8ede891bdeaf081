"""The rules of this room in words, for whoever prints what they decided."""

from collections.abc import Iterator

from rashomon.resolve import control, figures, origins, status


def rule_texts() -> tuple[tuple[str, str], ...]:
    """Give (name, rule in words) for status, control, figures and origins, in this order."""
    return tuple(_texts())


def _texts() -> Iterator[tuple[str, str]]:
    yield from ((f"status {name}", text) for name, text in status.RULES.items())
    yield from ((f"control {name}", text) for name, text in control.RULES.items())
    yield "figures", figures.RULE
    yield "origins", origins.RULE
