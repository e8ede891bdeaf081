"""The fillers of MUC-4's slots, from the happenings of one incident."""

from collections.abc import Iterator
from datetime import date, timedelta

from rashomon.evaluation.muc4_incidents import Incident
from rashomon.evaluation.muc4_keys import Filler
from rashomon.evaluation.muc4_perpetrators import perpetrators
from rashomon.evaluation.muc4_report import Report
from rashomon.evaluation.muc4_tables import find_filler
from rashomon.evaluation.muc4_targets import Targets, unharmed
from rashomon.names import fold
from rashomon.records import Event, Grain, PlaceKind

_UNARMED = frozenset({"KIDNAPPING", "ARSON"})


def fill(incident: Incident, targets: Targets, report: Report) -> dict[int, tuple[Filler, ...]]:
    """Give the slots of an incident's template: number of the slot -> its fillers."""
    slots = {
        2: _one(_day(incident, report)),
        3: _one(_place(incident, report)),
        4: _one(incident.type),
        5: _one(incident.stage),
        **perpetrators(incident, report),
        **targets.slots(),
    }
    slots[23] += unharmed(incident, report)
    if incident.type not in _UNARMED:
        slots |= _instruments(incident, report)
    return slots


def _one(value: str) -> tuple[Filler, ...]:
    return (Filler((value,)),) if value else ()


def _day(incident: Incident, report: Report) -> str:
    published = report.reading.document.published
    last = None if published is None else published.start
    for happening in incident.happenings:
        time = happening.row.time
        if time is not None and time.start is not None and time.end is not None and time.grain is Grain.DAY:
            start, end = time.start, time.end - timedelta(days=1)
            return _write(start) if start == end else f"{_write(start)} - {_write(end)}"
    return "" if last is None else f"- {_write(last)}"


def _write(day: date) -> str:
    return day.strftime("%d %b %y").upper()


def _place(incident: Incident, report: Report) -> str:
    country = report.tables.countries.get(report.country(incident), "")
    place = incident.place
    name = incident.unlisted if place is None or place.kind is PlaceKind.COUNTRY else place.name
    name = fold(name).upper()
    return ": ".join(part for part in (country, name) if part)


def _instruments(incident: Incident, report: Report) -> dict[int, tuple[Filler, ...]]:
    printed = dict.fromkeys(words for h in incident.happenings for words in _means(h.event, report))
    named = [(words, kind) for words in printed if (kind := _instrument(words, report))]
    kinds = [Filler((kind,), (words,)) for words, kind in named]
    shot = any(report.lemma(h.event.trigger) in report.tables.shooting for h in incident.happenings)
    if not kinds and shot:
        kinds = [Filler(("GUN",))]
    return {6: tuple(Filler((words,)) for words, _ in named), 7: tuple(kinds)}


def _means(event: Event, report: Report) -> Iterator[str]:
    """Give the words that may be instruments: those of the reading, and the nouns that hang on the trigger."""
    under = [t.index for t in report.annotated.dependents(event.trigger, "nsubj", "obj", "obl", "nmod", "compound")]
    nouns = [index for index in under if report.token(index).upos == "NOUN"]
    heads = {report.phrase(index).split()[-1] for index in nouns}
    yield from map(report.phrase, nouns)
    yield from (_flat(words) for words in event.instruments if _flat(words).split()[-1] not in heads)


def _instrument(words: str, report: Report) -> str:
    lemmas = [_singular(word) for word in words.lower().replace("-", " - ").split()]
    return find_filler(report.tables.instruments, frozenset(lemmas), frozenset(lemmas[-1:])) if lemmas else ""


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word


def _flat(words: str) -> str:
    return " ".join(words.upper().split())
