"""Voices that a colon or a dash carries: labels before words, sources behind a headline."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rashomon.extract.voices.drafts import Draft
from rashomon.lexicon.voices import VoiceWords
from rashomon.records import Annotated, Sentence, ZoneKind

_LABEL_WORDS = 8
_SOURCE_WORDS = 6
_PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
_VERBAL = frozenset({"VERB", "AUX"})
_MARKS = frozenset({":", "-", "–", "—"})


def label_drafts(annotated: Annotated, taken: Iterable[Draft], words: VoiceWords) -> Iterator[Draft]:
    """Give a draft for a source that opens a line and a colon behind it ("Mayor Lind: the bridge is safe").

    What follows in its paragraph is said as well; of a transcript's speakers also those whom only their capitals
    mark. A list behind the colon ("Members: ...") tells nothing.
    """
    busy = {annotated.tokens[draft.head].sentence for draft in taken}
    labels = {sentence.index: colon for sentence in annotated.sentences if (colon := _label_colon(annotated, sentence))}
    shouted = Counter(_shouted(annotated, annotated.sentences[k], colon) for k, colon in labels.items())
    for index, colon in labels.items():
        sentence = annotated.sentences[index]
        opens = index == 0 or annotated.sentences[index - 1].paragraph != sentence.paragraph
        label = _shouted(annotated, sentence, colon)
        transcript = opens and label != "" and shouted[label] > 1
        if index in busy and sentence.zone is not ZoneKind.HEADLINE and not transcript:
            continue
        head = _nominal(annotated, sentence.first, colon)
        if index in busy and head is not None and _is_place(annotated, head):
            continue  # "Kesra: three held after raid, residents say": what it is about, not who speaks
        if transcript or (head is not None and _may_speak(annotated, head, sentence, words)):
            last = _paragraph_end(annotated, sentence, labels) if opens else sentence.last
            if any(t.upos in _VERBAL for t in annotated.tokens[colon + 1 : last]):
                who = colon - 1 if head is None else head
                printed = (sentence.first, colon)
                yield Draft(colon, (colon, colon + 1), who, ((colon + 1, last),), words=printed)


def _label_colon(annotated: Annotated, sentence: Sentence) -> int | None:
    """Find the colon behind the first words of a sentence, if they hold no verb."""
    for k in range(sentence.first + 1, min(sentence.last - 2, sentence.first + _LABEL_WORDS)):
        token = annotated.tokens[k]
        if token.text == ":":
            return k
        if (token.upos in _VERBAL and not token.text.isupper()) or (
            token.upos == "PUNCT" and token.text not in {".", "-"}
        ):
            return None
    return None


def _shouted(annotated: Annotated, sentence: Sentence, colon: int) -> str:
    """Give a label that is a single word in capitals or a name, as transcripts print their speakers; else ""."""
    text = annotated.words(sentence.first, colon)
    return text if text.isupper() and sum(c.isalpha() for c in text) > 1 else ""


def _nominal(annotated: Annotated, first: int, last: int) -> int | None:
    """Give the head of a phrase whose other words hang on it."""
    inside = range(first, last)
    heads = [k for k in inside if annotated.tokens[k].head not in inside or annotated.tokens[k].head == k]
    nominal = [k for k in heads if annotated.tokens[k].upos in {"NOUN", "PROPN"}]
    return nominal[0] if len(nominal) == 1 and len(heads) <= 2 else None


def _may_speak(annotated: Annotated, head: int, sentence: Sentence, words: VoiceWords) -> bool:
    """Say whether a phrase names somebody; a bare noun or a place speaks in headlines alone."""
    headline = sentence.zone is ZoneKind.HEADLINE
    position = annotated.entity_at[head]
    if position >= 0:
        label = annotated.entities[position].label
        return label in _PEOPLE or (headline and label == "PLACE")
    return headline and annotated.tokens[head].lemma.lower() in words.headline_sources


def _is_place(annotated: Annotated, head: int) -> bool:
    position = annotated.entity_at[head]
    return position >= 0 and annotated.entities[position].label == "PLACE"


def _paragraph_end(annotated: Annotated, sentence: Sentence, labels: Mapping[int, int]) -> int:
    """Give the end of what a label leads: its paragraph, or what stands before the next label in it."""
    last = sentence
    for later in annotated.sentences[sentence.index + 1 :]:
        if later.paragraph != sentence.paragraph or later.index in labels:
            break
        last = later
    return last.last


def headline_drafts(annotated: Annotated, words: VoiceWords) -> Iterator[Draft]:
    """Give a draft for a source that ends a headline behind a colon or a dash ("Army to leave the coast: minister")."""
    for sentence in annotated.sentences:
        if sentence.zone is not ZoneKind.HEADLINE:
            continue
        last = sentence.last - (annotated.tokens[sentence.last - 1].text == ".")
        mark = next((k for k in range(last - 2, max(sentence.first + 1, last - _SOURCE_WORDS - 2), -1)
                     if annotated.tokens[k].text in _MARKS and _stands_free(annotated, k)), None)  # fmt: skip
        if mark is None or any(t.upos in _VERBAL for t in annotated.tokens[mark + 1 : last]):
            continue
        head = _nominal(annotated, mark + 1, last)
        told = any(t.upos in _VERBAL for t in annotated.tokens[sentence.first : mark])
        if head is not None and told and annotated.tokens[head].lemma.lower() in words.headline_sources:
            yield Draft(mark, (mark, mark + 1), head, ((sentence.first, mark),), words=(mark + 1, last))


def _stands_free(annotated: Annotated, mark: int) -> bool:
    """Say whether a mark is no hyphen inside a word."""
    return annotated.tokens[mark].end < annotated.tokens[mark + 1].start
