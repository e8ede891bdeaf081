"""Briefing -> Markdown or HTML. Adds headings and claim ids, never a statement."""

from html import escape
from itertools import groupby

from rashomon.lexicon.phrases import Phrases
from rashomon.records import Briefing, BriefingLine

_SHOWN_IDS = 6


def write_markdown(briefing: Briefing, phrases: Phrases) -> str:
    """Write a briefing as Markdown, what happened first and the reports read last.

    After each line stand its claim ids and the number of independent origins.
    """
    parts = [f"# {briefing.title}", ""]
    for section, lines in groupby(briefing.lines, key=lambda line: line.section):
        parts += [f"## {phrases.sections[section]}", ""]
        parts += [f"- {line.text} {_citation(line)}" for line in lines]
        parts.append("")
    parts += _plain(phrases.sections["reports"], briefing.reports)
    parts += _plain(phrases.sections["rules"], briefing.rules)
    parts += _plain(phrases.sections["troubles"], briefing.troubles)
    return "\n".join(parts)


def write_html(briefing: Briefing, phrases: Phrases) -> str:
    """Write a briefing as one HTML page without scripts or outside resources."""
    parts = [
        "<!doctype html>",
        f'<html lang="en"><meta charset="utf-8"><title>{escape(briefing.title)}</title>',
        "<style>body{font:16px/1.5 serif;max-width:46em;margin:2em auto;padding:0 1em}"
        "small{color:#666;font-family:monospace}li{margin:.5em 0}</style>",
        f"<h1>{escape(briefing.title)}</h1>",
    ]
    for section, lines in groupby(briefing.lines, key=lambda line: line.section):
        parts.append(f"<h2>{escape(phrases.sections[section])}</h2><ul>")
        parts += [f"<li>{escape(line.text)} <small>{escape(_citation(line))}</small></li>" for line in lines]
        parts.append("</ul>")
    parts += _plain_html(phrases.sections["reports"], briefing.reports)
    parts += _plain_html(phrases.sections["rules"], briefing.rules)
    parts += _plain_html(phrases.sections["troubles"], briefing.troubles)
    return "\n".join([*parts, "</html>", ""])


def _plain(heading: str, texts: tuple[str, ...]) -> list[str]:
    return [f"## {heading}", "", *(f"- {text}" for text in texts), ""] if texts else []


def _plain_html(heading: str, texts: tuple[str, ...]) -> list[str]:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return [f"<h2>{escape(heading)}</h2><ul>{items}</ul>"] if texts else []


def _citation(line: BriefingLine) -> str:
    shown = ", ".join(line.claims[:_SHOWN_IDS])
    more = f" +{len(line.claims) - _SHOWN_IDS}" if len(line.claims) > _SHOWN_IDS else ""
    origins = "" if line.origins is None else f"; {line.origins} origin{'' if line.origins == 1 else 's'}"
    return f"[{shown}{more}{origins}]"
