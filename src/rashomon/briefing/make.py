"""BriefingSource -> Briefing: one function a section, in the order a reader wants them."""

from collections.abc import Callable, Iterator

from rashomon.briefing import holders, news, numbers, quarrels, sections
from rashomon.briefing.source import BriefingSource, DocumentLine
from rashomon.briefing.words import say_day
from rashomon.lexicon.phrases import Phrases
from rashomon.records import Briefing, BriefingLine

_Section = Callable[[BriefingSource, Phrases], Iterator[BriefingLine]]

# The order of the briefing, by hand.
_SECTIONS: tuple[_Section, ...] = (
    news.changed,
    sections.happened,
    quarrels.contested,
    sections.denied,
    numbers.figures,
    sections.origin,
    sections.unverified,
    holders.control,
    sections.earlier,
    sections.outlook,
)


def make_briefing(source: BriefingSource, phrases: Phrases) -> Briefing:
    """Make a briefing; each section is cut at its limit.

    Args:
        source: what may be spoken about.
        phrases: the words.

    Returns:
        lines in the order of the sections; every line names the claims it rests on.
    """
    title = phrases.title.format(
        reports=len(source.documents),
        outlets=len({line.outlet for line in source.documents if line.outlet}),
        incidents=len(source.incidents),
    )
    lines: list[BriefingLine] = []
    cut: list[str] = []
    for section in _SECTIONS:
        made = list(section(source, phrases))
        limit = phrases.limits.get(section.__name__, len(made))
        lines.extend(made[:limit])
        if len(made) > limit:
            heading = phrases.sections[section.__name__]
            cut.append(phrases.say("more_lines", section=heading, count=len(made) - limit))
    return Briefing(
        title=title,
        lines=tuple(lines),
        reports=_cut([_report(line, phrases) for line in source.documents], "reports", phrases),
        rules=tuple(_rules(source, phrases)),
        troubles=(*cut, *_cut([issue.message for issue in source.issues], "troubles", phrases)),
    )


def _rules(source: BriefingSource, phrases: Phrases) -> Iterator[str]:
    """Give the rule of each status that the briefing tells of."""
    for status in dict.fromkeys(incident.status.value for incident in source.incidents):
        if status in source.rules:
            yield phrases.say("rule", status=phrases.labels[status], rule=source.rules[status])


def _report(line: DocumentLine, phrases: Phrases) -> str:
    published = phrases.say("undated") if line.published is None else say_day(line.published)
    title = line.title or line.name
    if not line.outlet:
        return phrases.say("report_alone", title=title, published=published)
    return phrases.say("report", outlet=line.outlet, title=title, published=published)


def _cut(texts: list[str], section: str, phrases: Phrases) -> tuple[str, ...]:
    limit = phrases.limits[section]
    rest = len(texts) - limit
    return (*texts[:limit], phrases.say("more", count=rest)) if rest > 0 else tuple(texts)
