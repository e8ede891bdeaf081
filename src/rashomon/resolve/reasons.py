"""The words for the signs that join two claims."""

from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.findings import figure_words
from rashomon.resolve.kit import Kit
from rashomon.resolve.pairs import Pairing

_PLAIN = {
    "turnover": "one place changes hands",
    "time-day": "the same day",
    "time-week": "the same week",
    "time-coarse": "times that fit",
    "time-near": "neighbouring days",
    "time-weekday": "the weekday fits",
    "time-calendar": "the day of the month fits",
    "time-lead": "the news with which reports of neighbouring days open",
    "time-news": "reports of one week",
    "agent-same": "the same actor",
    "patient-person": "the same person suffers it",
    "patient-same": "the same side suffers it",
    "figure-small": "the same small number",
    "figure-fits": "numbers that fit",
    "voice-same": "the same speaker or the same outlet behind both",
    "reports-alike": "two reports that tell mostly the same",
    "toll-again": "one report's number, told again",
    "near-in-text": "told close together about the same actor",
}
_SHOWN = 5


def pair_words(pairing: Pairing, left: Account, right: Account, kit: Kit) -> str:
    """Say why two claims tell of one happening, in words that name what they share."""
    return "; ".join(_words(name, left, right, kit) for name in pairing.signs)


def _words(name: str, left: Account, right: Account, kit: Kit) -> str:
    if name in _PLAIN:
        return _PLAIN[name]
    if name == "figure-equal":
        return " and ".join(
            f"both count {text} {measure}" for measure, text in sorted(_numbers(left) & _numbers(right))
        )
    if name.startswith("type-"):
        labels = sorted({kit.label(left.row.type).lower(), kit.label(right.row.type).lower()})
        return f"both tell of {labels[0]}" if len(labels) == 1 else f"{' and '.join(labels)} can be one happening"
    if name.startswith("place-"):
        return " and ".join(sorted({place.name for place in (left.place, right.place) if place is not None}))
    return _shared_words(name, left, right)


def _numbers(account: Account) -> set[tuple[str, str]]:
    return {(figure.measure, figure_words(figure)) for figure in account.row.figures}


def _shared_words(name: str, left: Account, right: Account) -> str:
    if name == "agent-described":
        return f"both by {_list(left.agent_words & right.agent_words)}"
    if name == "patient-described":
        return f"both against {_list(left.patient_words & right.patient_words)}"
    return f"shared words: {_list(left.words & right.words)}"


def _list(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)[:_SHOWN])
