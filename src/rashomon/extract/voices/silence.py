"""Voices that were asked and did not speak ("did not respond to a request for comment"): a cue without content.

And words that look like a voice's but only tell why it has no name ("who asked not to be named").
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from rashomon.extract.voices.drafts import Draft
from rashomon.extract.voices.quotations import Spoken
from rashomon.extract.voices.spans import subject
from rashomon.lexicon.cues import CueTable
from rashomon.lexicon.voices import VoiceWords
from rashomon.records import Annotated, Factuality, Function, Sentence


def silent_drafts(annotated: Annotated, words: VoiceWords) -> Iterator[Draft]:
    """Give a draft for every sentence that says so."""
    patterns = [p for p in words.silence if p.pattern.search(annotated.text)]
    for sentence in annotated.sentences if patterns else ():
        text = annotated.text[sentence.start : sentence.end]
        for pattern in patterns:
            hit = pattern.pattern.search(text)
            if hit is None:
                continue
            draft = _draft(annotated, sentence, sentence.start + hit.start(), sentence.start + hit.end())
            if draft is not None:
                yield draft
                break


def wordless(silent: Iterable[Draft], drafts: Sequence[Draft], table: CueTable) -> Iterator[Draft]:
    """Keep the silent drafts that no clause follows: in "did not confirm that ..." it tells what was not said."""
    unsaid = [d for d in drafts if d.contents and d.commitment is Factuality.UNKNOWN]
    told = [d for d in unsaid if d.cue is not None and (d.open or d.lemma in table.withholding)]
    for draft in silent:
        first, last = draft.cue or (draft.head, draft.head)
        if not any(first <= d.head < last <= d.contents[-1][1] - 1 for d in told):
            yield draft


def reason_tokens(annotated: Annotated, words: VoiceWords) -> frozenset[int]:
    """Give the tokens of all printed reasons for anonymity: what they hold is no statement."""
    if not any(p.pattern.search(annotated.text) for p in words.anonymity):
        return frozenset()
    return frozenset(k for sentence in annotated.sentences for reason in find_reasons(annotated, sentence, words)
                     for k in reason)  # fmt: skip


def find_reasons(annotated: Annotated, sentence: Sentence, words: VoiceWords) -> Iterator[list[int]]:
    """Give the tokens of each printed reason for anonymity of a sentence."""
    text = annotated.text[sentence.start : sentence.end]
    for hit in filter(None, (p.pattern.search(text) for p in words.anonymity)):
        start, end = sentence.start + hit.start(), sentence.start + hit.end()
        inside = [k for k in range(sentence.first, sentence.last) if start <= annotated.tokens[k].start < end]
        if inside:
            yield list(_without_rest(annotated, inside))


def _without_rest(annotated: Annotated, reason: Sequence[int]) -> Iterator[int]:
    """Give a reason without what governs it: "a nurse who asked not to be named for her safety *said* ..."."""
    above: set[int] = set()
    token = reason[0]
    while annotated.tokens[token].head not in (token, -1):
        token = annotated.tokens[token].head
        above.add(token)
    above.discard(_anchor(annotated, reason[0]))
    return takewhile(lambda k: k not in above, reason)


def later_reasons(annotated: Annotated, spoken: Sequence[Spoken], hidden: frozenset[int]) -> dict[int, str]:
    """Give reasons for anonymity that the next sentence prints ("He asked not to be named because ...").

    Args:
        annotated: the document.
        spoken: its voices.
        hidden: tokens of all printed reasons, see `reason_tokens`.

    Returns:
        head token of the source in the sentence before -> the reason; named people are not hidden by it.
    """
    found: dict[int, str] = {}
    for first in sorted(k for k in hidden if k - 1 not in hidden):
        who = subject(annotated, _anchor(annotated, first))
        sentence = annotated.tokens[first].sentence
        if who is None or not (annotated.tokens[who].upos == "PRON" or annotated.tokens[who].does(Function.BOTH)):
            continue
        sources = [s.draft.source for s in spoken if annotated.tokens[s.draft.head].sentence == sentence - 1]
        near = [k for k in sources if k is not None and annotated.entity_at[k] < 0 and _alike(annotated, k, who)]
        if len(set(near)) == 1:
            last = next(k for k in range(first, len(annotated.tokens) + 1) if k not in hidden)
            found[near[0]] = annotated.words(first, last)
    return found


def _anchor(annotated: Annotated, first: int) -> int:
    """Give the verb of a reason that begins with an auxiliary ("was not authorised ...")."""
    token = annotated.tokens[first]
    return token.head if token.deprel in {"aux", "aux:pass", "cop"} else first


def _alike(annotated: Annotated, source: int, pronoun: int) -> bool:
    """Say whether a source and a pronoun may be one: of one chain, or in one number where a chain is missing."""
    chains = annotated.chain_at.get(source), annotated.chain_at.get(pronoun)
    if None not in chains:
        return chains[0] == chains[1]
    many = annotated.tokens[source].xpos in {"NNS", "NNPS"}
    return many is annotated.tokens[pronoun].does(Function.MANY, Function.BOTH)


def _draft(annotated: Annotated, sentence: Sentence, start: int, end: int) -> Draft | None:
    inside = [t for t in annotated.tokens[sentence.first : sentence.last] if start <= t.start and t.end <= end]
    for token in inside:
        source = subject(annotated, token.index)
        if token.upos in {"VERB", "ADJ", "ADV"} and source is not None and token.deprel not in {"advmod", "amod"}:
            cue = (inside[0].index, inside[-1].index + 1)
            return Draft(token.index, cue, source, (), commitment=Factuality.UNKNOWN)
    return None
