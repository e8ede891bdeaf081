"""What is contested: one line a quarrel of one happening or state, echoes of it counted and not told again."""

from collections.abc import Iterator

from rashomon.briefing.source import BriefingSource
from rashomon.briefing.words import DENIALS, say_report
from rashomon.lexicon.phrases import Phrases
from rashomon.records import BriefingLine, ClaimRow, Comparison, Slot, Verdict

# Quotation marks inside a quotation.
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})

_Key = tuple[str, str, frozenset[object]]


def contested(source: BriefingSource, phrases: Phrases) -> Iterator[BriefingLine]:
    """Every contradiction with both sentences side by side; what others say in the same terms is only counted.

    Quarrels of one happening stand together, in the order of the happenings.
    """
    quarrels: dict[_Key, list[Comparison]] = {}
    for comparison in source.comparisons:
        if comparison.verdict is Verdict.CONTRADICTS:
            quarrels.setdefault(_key(source, comparison), []).append(comparison)
    order = {incident.id: at for at, incident in enumerate(source.incidents)}
    for key in sorted(quarrels, key=lambda key: (order.get(key[0], len(order)), key[1])):
        yield _line(source, phrases, quarrels[key])


def _key(source: BriefingSource, comparison: Comparison) -> _Key:
    """Give what two quarrels share that are one: the happening, the slot, and what each side says."""
    rows = [source.rows[comparison.first], source.rows[comparison.second]]
    incident = next((row.incident for row in rows if row.incident), "") or ""
    return incident, comparison.slot.value, frozenset(_said(row, comparison.slot) for row in rows)


def _said(row: ClaimRow, slot: Slot) -> object:
    """Give what a claim says in a slot, so that an echo says the same."""
    if slot is Slot.OCCURRENCE:
        return row.voice[-1].actor or row.voice[-1].name if row.factuality in DENIALS else ""
    if slot is Slot.COUNT:
        return tuple(sorted((f.measure, str(f.low), str(f.high)) for f in row.figures))
    if slot in (Slot.LEADERSHIP, Slot.AGENT, Slot.CONTROL):
        return row.factuality in DENIALS, tuple(sorted(actor.name or actor.text for actor in row.agents))
    if slot in (Slot.OFFICE, Slot.BIOGRAPHY):  # one quarrel a person, in however many titles the office is told
        return row.type, tuple(sorted(actor.name or actor.text for actor in row.agents))
    return row.id


def _line(source: BriefingSource, phrases: Phrases, quarrel: list[Comparison]) -> BriefingLine:
    shown = min(quarrel, key=lambda c: (_at_home(source, c), _links(source, c), c.id))
    rows = source.rows[shown.first], source.rows[shown.second]
    sentences = list(dict.fromkeys(_account(row, phrases) for row in rows))
    incident = next((i for i in source.incidents if i.id in {row.incident for row in rows}), None)
    reason = shown.reason.rstrip(".")
    text = phrases.say(
        "contradiction",
        what=reason[:1].upper() + reason[1:]
        if incident is None
        else phrases.say("of_incident", title=incident.title, reason=reason),
        told=sentences[0] if len(sentences) == 1 else phrases.say("against", first=sentences[0], second=sentences[1]),
        more=phrases.say("more_voices") if len(quarrel) > 1 else "",
    )
    claims = (*(row.id for row in rows), *(claim for c in quarrel for claim in (c.first, c.second)))
    whole = () if incident is None else incident.claims
    cited = tuple(dict.fromkeys((*claims, *whole)))
    return BriefingLine("contested", text, cited, None if incident is None else incident.id)


def _at_home(source: BriefingSource, comparison: Comparison) -> bool:
    """Say whether one report quarrels with itself; two reports that disagree are shown first."""
    return source.rows[comparison.first].document == source.rows[comparison.second].document


def _links(source: BriefingSource, comparison: Comparison) -> int:
    """Count the links of both chains: who was asked comes before who passes it on."""
    return len(source.rows[comparison.first].voice) + len(source.rows[comparison.second].voice)


def _account(row: ClaimRow, phrases: Phrases) -> str:
    sentence = " ".join(row.sentence.split()).strip('“”"')
    return phrases.say("account", sentence=sentence, report=say_report(row, phrases))
