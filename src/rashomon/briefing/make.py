"""BriefingSource -> Briefing: one function a section, in the order a reader wants them."""

from collections.abc import Callable, Iterator

from rashomon.briefing import sections
from rashomon.briefing.source import BriefingSource, DocumentLine
from rashomon.briefing.words import say_day
from rashomon.lexicon.phrases import Phrases
from rashomon.records import Briefing, BriefingLine

_Section = Callable[[BriefingSource, Phrases], Iterator[BriefingLine]]

# The order of the briefing, by hand.
_SECTIONS: tuple[_Section, ...] = (
    sections.happened,
    sections.contested,
    sections.denied,
    sections.figures,
    sections.origin,
    sections.unverified,
    sections.control,
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
    for section in _SECTIONS:
        made = list(section(source, phrases))
        limit = phrases.limits.get(section.__name__, len(made))
        lines.extend(made[:limit])
    return Briefing(
        title=title,
        lines=tuple(lines),
        reports=_cut([_report(line, phrases) for line in source.documents], "reports", phrases),
        troubles=_cut([issue.message for issue in source.issues], "troubles", phrases),
    )


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
