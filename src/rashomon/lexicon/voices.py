"""resources/lang/<code>/voices.yaml: how voices are named, where they speak, and what is said about them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_language
from rashomon.records import Stance

_FILE = "voices.yaml"
_WORDS = ("documents", "social", "anonymous", "anonymous_words", "outlet_words", "outlet_names", "name_articles",
          "media", "media_prepositions", "media_meetings", "media_names", "relative_pronouns",
          "own_pronouns", "addressed", "headline_sources", "reason_words")  # fmt: skip
_PATTERNS = ("anonymity", "silence", "comments")


@dataclass(frozen=True, slots=True)
class VoicePattern:
    """A named pattern over a sentence's text, with the stance that it gives (comments only)."""

    name: str
    pattern: re.Pattern[str]
    stance: Stance


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """The words around voices.

    Attributes:
        documents: lemmas of nouns for written sources.
        social: lemmas of nouns for posts and platforms.
        anonymous: lemmas of nouns for sources without a name.
        anonymous_words: words beside a source that say it has no name.
        outlet_words: words in the names of outlets.
        outlet_names: names of outlets.
        name_articles: articles before names.
        media: lemmas of nouns for where something was said.
        media_prepositions: prepositions before them.
        media_meetings: those nouns that may be told something themselves ("told a press conference").
        media_names: platforms by name.
        relative_pronouns: pronouns that stand for the noun before them.
        own_pronouns: pronouns of the outlet's own author outside quotation marks.
        addressed: pronouns of whom the author speaks to.
        headline_sources: nouns that may stand for a source without a verb, beside a colon.
        media_verbs: cue lemma -> medium.
        reason_words: words that go on a printed reason for anonymity.
        block_paragraphs: how many paragraphs a quotation under a line with an outlet's name runs at most.
        anonymity: printed reasons for anonymity.
        silence: voices that were asked and did not speak.
        comments: the outlet's comment on a claim made before.
    """

    documents: frozenset[str]
    social: frozenset[str]
    anonymous: frozenset[str]
    anonymous_words: frozenset[str]
    outlet_words: frozenset[str]
    outlet_names: frozenset[str]
    name_articles: frozenset[str]
    media: frozenset[str]
    media_prepositions: frozenset[str]
    media_meetings: frozenset[str]
    media_names: frozenset[str]
    relative_pronouns: frozenset[str]
    own_pronouns: frozenset[str]
    addressed: frozenset[str]
    headline_sources: frozenset[str]
    media_verbs: Mapping[str, str]
    reason_words: frozenset[str]
    block_paragraphs: int
    anonymity: tuple[VoicePattern, ...]
    silence: tuple[VoicePattern, ...]
    comments: tuple[VoicePattern, ...]


def read_voice_words(language: str) -> VoiceWords:
    """Read the words around voices.

    Raises:
        ResourceError: a key is missing, a pattern is wrong or fails its own examples.
    """
    content = read_language(language, _FILE)
    check_keys(_FILE, content, (*_WORDS, *_PATTERNS, "media_verbs", "block_paragraphs"))
    for name in _WORDS:
        check_unique(f"{_FILE} {name}", content[name])
    return VoiceWords(
        **{name: frozenset(content[name]) for name in _WORDS},
        media_verbs=content["media_verbs"],
        block_paragraphs=content["block_paragraphs"],
        anonymity=_read_patterns(f"{_FILE} anonymity", content["anonymity"], _reason(content["reason_words"])),
        silence=_read_patterns(f"{_FILE} silence", content["silence"]),
        comments=_read_patterns(f"{_FILE} comments", content["comments"]),
    )


def _reason(words: list[str]) -> str:
    """Make the pattern of what goes on a reason: one of the words and all up to the next comma or stop."""
    return rf"(?: (?:{'|'.join(map(re.escape, words))})\b[^,.;”\"]*)?" if words else ""


def _read_patterns(where: str, raws: list[dict[str, Any]], tail: str = "") -> tuple[VoicePattern, ...]:
    check_unique(where, (raw["name"] for raw in raws))
    return tuple(_read_pattern(f"{where} {raw.get('name')}", raw, tail) for raw in raws)


def _read_pattern(where: str, raw: dict[str, Any], tail: str) -> VoicePattern:
    check_keys(where, raw, ("name", "pattern", "for", "against"), ("stance",))
    try:
        pattern = re.compile(raw["pattern"] + tail, re.IGNORECASE)
    except re.error as error:
        raise ResourceError(f"{where}: {error}") from error
    if not pattern.search(raw["for"]) or pattern.search(raw["against"]):
        raise ResourceError(f"{where}: the pattern misses its example or hits the one against it")
    return VoicePattern(raw["name"], pattern, Stance(raw.get("stance", "neutral")))
