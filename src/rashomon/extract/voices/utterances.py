"""Clauses beside an utterance whose verb no row knows: "He fired back: “...”", "“...,” he sighed".

What makes them cues is the quotation itself: it is a whole utterance, a colon or a comma joins it to the clause, and
the clause's subject can speak.
"""

from bisect import bisect_left

from rashomon.extract.voices.drafts import Draft, TokenRange
from rashomon.extract.voices.spans import cue_span, subject
from rashomon.lexicon.voices import VoiceWords
from rashomon.records import Annotated, Function, Quote

_PEOPLE = frozenset({"PERSON", "ORG", "NORP", "PLACE"})
_VERBAL = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_REACH = 8


def find_utterance(annotated: Annotated, quote: Quote, words: VoiceWords) -> Draft | None:
    """Make the draft of a clause that tells who says a quotation, without contents, or None.

    Args:
        annotated: the document.
        quote: a whole utterance.
        words: words around voices.
    """
    first = bisect_left(annotated.tokens, quote.start, key=lambda token: token.start)
    last = bisect_left(annotated.tokens, quote.end, key=lambda token: token.start)
    found = _leading(annotated, first, quote, words)
    return _trailing(annotated, first, last, words) if found is None else found


def _leading(annotated: Annotated, first: int, quote: Quote, words: VoiceWords) -> Draft | None:
    """A clause before a colon, or before a comma if the quotation is a sentence of its own."""
    if first < 3:
        return None
    mark = annotated.tokens[first - 1]
    if mark.text != ":" and (mark.text != "," or not _is_sentence(annotated, quote)):
        return None
    begin = annotated.sentences[mark.sentence].first
    verb = _main_verb(annotated, begin, mark.index)
    if verb is None:
        return _shouted(annotated, begin, mark.index) if mark.text == ":" else None
    who = subject(annotated, verb)
    if who is None or not begin <= who < mark.index or not _utters(annotated, who, words):
        return None
    return Draft(verb, (cue_span(annotated, verb)[0], _cue_end(annotated, verb, mark.index)), who, (), open=True)


def _is_sentence(annotated: Annotated, quote: Quote) -> bool:
    inside = annotated.text[quote.start : quote.end].strip("\"“”'‘’«»`„ ")
    return inside[:1].isupper() and inside[-1:] in {".", "!", "?", "…"} and inside.count(" ") > 2


def _main_verb(annotated: Annotated, first: int, last: int) -> int | None:
    """Give the verb of a stretch that hangs on none of its words; of verbs joined to it, the last."""
    found = next((k for k in range(first, last) if _is_top(annotated, k, first, last)), None)
    while found is not None:
        joined = [t.index for t in annotated.dependents(found, "conj") if t.upos in _VERBAL and t.index < last]
        if not joined:
            break
        found = joined[-1]
    return found


def _is_top(annotated: Annotated, k: int, first: int, last: int) -> bool:
    token = annotated.tokens[k]
    return token.upos in _VERBAL and (token.head == k or not first <= token.head < last)


def _cue_end(annotated: Annotated, verb: int, mark: int) -> int:
    """A colon belongs to the cue with all that leads to it; before a comma the verb and its particle are the cue."""
    return mark + 1 if annotated.tokens[mark].text == ":" else cue_span(annotated, verb)[1]


def _shouted(annotated: Annotated, first: int, mark: int) -> Draft | None:
    """A few words before a colon that hold a person and no verb that the tagger knew ("Continued Stone:")."""
    if mark - first > 5:
        return None
    for k in range(mark - 1, first, -1):
        position = annotated.entity_at[k]
        if position >= 0 and annotated.entities[position].label == "PERSON":
            begin = annotated.entities[position].first
            return Draft(first, (first, begin), k, (), open=True, words=(begin, k + 1)) if begin > first else None
    return None


def _trailing(annotated: Annotated, first: int, last: int, words: VoiceWords) -> Draft | None:
    """A subject and its verb, in any order, right behind an utterance that opens its sentence and ends in a comma."""
    if not _may_be_followed(annotated, first, last):
        return None
    sentence = annotated.sentences[annotated.tokens[last].sentence]
    for k in range(last, min(last + _REACH, sentence.last)):
        token = annotated.tokens[k]
        if token.upos == "PUNCT":
            return None
        if token.upos != "VERB" or token.xpos not in _FINITE:
            continue
        who = subject(annotated, k, reach=False)
        if who is None or not _utters(annotated, who, words):
            return None
        group: TokenRange = (min(k, *annotated.subtree(who)), max(k, who))
        return Draft(k, cue_span(annotated, k), who, (), open=True) if group[0] <= last <= group[1] else None
    return None


def _may_be_followed(annotated: Annotated, first: int, last: int) -> bool:
    """Say whether a quotation opens its sentence and goes on in it: what stands inside one may be a title."""
    if last >= len(annotated.tokens) or last - first < 4 or annotated.tokens[last - 2].text not in {",", "?", "!"}:
        return False
    opens = first == 0 or annotated.tokens[first - 1].sentence != annotated.tokens[first].sentence
    begin, end = (annotated.sentences[annotated.tokens[k].sentence] for k in (first, last))
    return opens and begin.paragraph == end.paragraph


def _utters(annotated: Annotated, who: int, words: VoiceWords) -> bool:
    """Say whether a subject can speak: somebody by name, a pronoun for a person, an office, a document."""
    token = annotated.tokens[who]
    position = annotated.entity_at[who]
    if position >= 0:
        return annotated.entities[position].label in _PEOPLE
    if token.upos == "PRON":
        return token.does(Function.PERSONS)
    return token.lemma.lower() in words.headline_sources | words.documents | words.social
