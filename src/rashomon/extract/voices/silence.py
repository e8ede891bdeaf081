"""Voices that were asked and did not speak ("did not respond to a request for comment"): a cue without content.

And words that look like a voice's but only tell why it has no name ("who asked not to be named").
"""

from collections.abc import Iterator

from rashomon.extract.voices.drafts import Draft
from rashomon.extract.voices.spans import subject
from rashomon.lexicon.voices import VoiceWords
from rashomon.records import Annotated, Factuality, Sentence


def silent_drafts(annotated: Annotated, words: VoiceWords) -> Iterator[Draft]:
    """Give a draft for every sentence that says so."""
    for sentence in annotated.sentences:
        text = annotated.text[sentence.start : sentence.end]
        for pattern in words.silence:
            hit = pattern.pattern.search(text)
            if hit is None:
                continue
            draft = _draft(annotated, sentence, sentence.start + hit.start(), sentence.start + hit.end())
            if draft is not None:
                yield draft
                break


def reason_tokens(annotated: Annotated, words: VoiceWords) -> frozenset[int]:
    """Give the tokens of all printed reasons for anonymity: what they hold is no statement."""
    found: set[int] = set()
    for sentence in annotated.sentences:
        text = annotated.text[sentence.start : sentence.end]
        for pattern in words.anonymity:
            hit = pattern.pattern.search(text)
            if hit is not None:
                start, end = sentence.start + hit.start(), sentence.start + hit.end()
                found.update(
                    k for k in range(sentence.first, sentence.last) if start <= annotated.tokens[k].start < end
                )
    return frozenset(found)


def _draft(annotated: Annotated, sentence: Sentence, start: int, end: int) -> Draft | None:
    inside = [t for t in annotated.tokens[sentence.first : sentence.last] if start <= t.start and t.end <= end]
    for token in inside:
        source = subject(annotated, token.index)
        if token.upos in {"VERB", "ADJ", "ADV"} and source is not None and token.deprel not in {"advmod", "amod"}:
            cue = (inside[0].index, inside[-1].index + 1)
            return Draft(token.index, cue, source, (), commitment=Factuality.UNKNOWN)
    return None
