"""Voices that the layout of a page carries: a line with an outlet's name over a quotation."""

from collections.abc import Iterator

from rashomon.extract.voices.drafts import Draft
from rashomon.extract.voices.sources import is_outlet_name
from rashomon.lexicon.voices import VoiceWords
from rashomon.records import Annotated, Sentence


def block_drafts(annotated: Annotated, words: VoiceWords) -> Iterator[Draft]:
    """Give a draft for every line that holds nothing but an outlet's name and a colon: it says the next paragraphs."""
    for sentence in annotated.sentences:
        source = _label(annotated, sentence, words)
        if source is None:
            continue
        pieces = tuple(_block(annotated, sentence, words))
        if pieces:
            colon = sentence.last - 1
            yield Draft(colon, (colon, colon + 1), source, pieces, outer=True)


def _label(annotated: Annotated, sentence: Sentence, words: VoiceWords) -> int | None:
    tokens = annotated.tokens[sentence.first : sentence.last]
    if not 2 <= len(tokens) <= 8 or tokens[-1].text != ":" or any(t.upos in {"VERB", "AUX"} for t in tokens):
        return None
    if not is_outlet_name(annotated.words(sentence.first, sentence.last - 1), words):
        return None
    return next((t.index for t in reversed(tokens[:-1]) if t.upos != "PUNCT"), None)


def _block(annotated: Annotated, label: Sentence, words: VoiceWords) -> Iterator[tuple[int, int]]:
    """Give the sentences under a label: a quotation to its end, however long, else the next paragraphs."""
    end = _quotation_end(annotated, label)
    last_paragraph = label.paragraph + words.block_paragraphs
    for sentence in annotated.sentences[label.index + 1 :]:
        beyond = sentence.paragraph > last_paragraph if end is None else sentence.start >= end
        if beyond or sentence.zone is not label.zone or _new_source(annotated, sentence, words):
            return
        yield sentence.first, sentence.last


def _quotation_end(annotated: Annotated, label: Sentence) -> int | None:
    """Give the end of the quotation that opens right under a label, with the paragraphs that re-open it, or None."""
    if label.index + 1 >= len(annotated.sentences):
        return None
    start = annotated.sentences[label.index + 1].start
    position = next((k for k, quote in enumerate(annotated.quotes) if quote.start == start), None)
    if position is None:
        return None
    end = annotated.quotes[position].end
    for quote in annotated.quotes[position + 1 :]:
        if not quote.continues:
            break
        end = quote.end
    return end


def _new_source(annotated: Annotated, sentence: Sentence, words: VoiceWords) -> bool:
    """A sentence that opens with another outlet, or is a line of that kind itself, ends the block."""
    opening = annotated.tokens[sentence.first : min(sentence.last, sentence.first + 8)]
    if _label(annotated, sentence, words) is not None:
        return True
    for token in opening:
        position = annotated.entity_at[token.index]
        if position >= 0:
            entity = annotated.entities[position]
            return is_outlet_name(annotated.words(entity.first, entity.last), words)
    return False
