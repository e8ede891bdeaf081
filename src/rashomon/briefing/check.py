"""The proof that a briefing invents nothing: every name, day and number of a line stands in the rows that it cites."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.briefing.words import say_day, say_number, say_place
from rashomon.lexicon.phrases import Phrases
from rashomon.records import ActorRef, Briefing, BriefingLine, ClaimRow, PlaceRef, TimeSpan

# A word that could be invented: it holds a digit or an upper-case letter.
_WORD = re.compile(r"[\w’'-]*[\dA-ZÀ-ÞĀ-Ž][\w’'-]*(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Proof:
    """What lines are checked against.

    Attributes:
        rows: claim id -> row.
        fixed: words of frames, labels and rules, folded.
        spellings: actor id -> all spellings of its name.
    """

    rows: Mapping[str, ClaimRow]
    fixed: frozenset[str]
    spellings: Mapping[str, tuple[str, ...]]


def make_proof(
    rows: Mapping[str, ClaimRow],
    phrases: Phrases,
    labels: Iterable[str] = (),
    spellings: Mapping[str, tuple[str, ...]] | None = None,
) -> Proof:
    """Gather what lines are checked against.

    Args:
        rows: claim id -> row.
        phrases: the frames, whose own words are allowed.
        labels: further fixed words (names of types, rules of status) that are allowed.
        spellings: actor id -> all spellings of its name; a line may use another one than the row it cites.
    """
    return Proof(rows, _fixed_words(phrases, labels), spellings or {})


def check_briefing(briefing: Briefing, proof: Proof) -> tuple[str, ...]:
    """Check every line against the rows it cites.

    Returns:
        one complaint a line that holds a word not in its rows, or that cites a claim that is not there; () if all hold.
    """
    return tuple(found for line in briefing.lines if (found := check_line(line, proof)) is not None)


def check_line(line: BriefingLine, proof: Proof) -> str | None:
    """Check one line; gives the complaint, or None if it holds."""
    missing = [claim for claim in line.claims if claim not in proof.rows]
    if missing or not line.claims:
        return f"{line.section}: cites no claim of the ledger ({', '.join(missing) or 'none'}): {line.text[:80]}"
    # Numbers of independent origins are counted over the rows, not told by one.
    counted = {str(number) for number in (line.origins, *line.counts) if number is not None}
    rows = [proof.rows[claim] for claim in line.claims]
    told = {word for row in rows for text in (*_texts(row), *_spellings(row, proof)) for word in _parts(text)}
    invented = [word for word in _words(line.text) if word not in proof.fixed | counted | told]
    if not invented:
        return None
    return f"{line.section}: not in the cited rows: {', '.join(dict.fromkeys(invented))}: {line.text[:80]}"


def _spellings(row: ClaimRow, proof: Proof) -> Iterator[str]:
    keys = (*(link.actor for link in row.voice), *(actor.id for actor in (*row.agents, *row.patients)))
    for key in keys:
        yield from proof.spellings.get(key or "", ())


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        yield from _forms(found.group())


def _forms(word: str) -> Iterator[str]:
    yield from (part.casefold() for part in re.split(r"[-’']", word) if re.search(r"[\dA-ZÀ-ÞĀ-Ž]", part))


def _fixed_words(phrases: Phrases, labels: Iterable[str]) -> frozenset[str]:
    texts = (*phrases.phrases.values(), *phrases.labels.values(), *phrases.sections.values(), *labels)
    return frozenset(part for text in texts for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    """Every word of a text, whole as `_words` would give it and in its parts, folded."""
    yield from _words(text)
    yield from (part.casefold() for part in re.findall(r"\w+", text))


def _texts(row: ClaimRow) -> Iterator[str]:
    """Everything a row holds that a line may repeat."""
    yield from (row.sentence, row.content, row.outlet_name, row.document_name, row.type, row.value, row.qualifier)
    for link in row.voice:
        yield from (link.name, link.text, link.description, link.reason, link.medium, link.cue)
    for actor in (*row.agents, *row.patients):
        yield from _actor_texts(actor)
    if row.place is not None:
        yield from _place_texts(row.place)
    if row.time is not None:
        yield from _time_texts(row.time)
    for figure in row.figures:
        yield from (say_number(bound) for bound in (figure.low, figure.high) if bound is not None)
        yield figure.text
    if row.published is not None:
        yield say_day(row.published)


def _actor_texts(actor: ActorRef) -> Iterator[str]:
    yield from (actor.name, actor.text, actor.description)


def _place_texts(place: PlaceRef) -> Iterator[str]:
    yield from (say_place(place), place.text, place.country or "")


def _time_texts(time: TimeSpan) -> Iterator[str]:
    yield time.text
    yield from (say_day(day) for day in (time.start, time.last_day) if day is not None)
