"""A voice that goes on in the next sentence without a cue or quotation marks, where the tense says so.

"The governor said the troops would leave in May. The bases would go to the police." A report told in the past has no
other reason for "would" in a main clause without a condition: the words are shifted from a speaker's "will". Nothing
weaker than that counts, for a sentence given to the wrong voice is worse than one given to none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract.voices.quotations import Spoken
from rashomon.records import Annotated, Factuality, Function, Sentence, Speech, Stance

_VERBAL = frozenset({"VERB", "AUX", "ADJ", "NOUN"})


def shifted(annotated: Annotated, spoken: Sequence[Spoken]) -> Iterator[Spoken]:
    """Give a cue-less voice for every sentence that goes on the shifted words of the sentence before it.

    Args:
        annotated: the document.
        spoken: its voices in text order of their cues.
    """
    by_sentence: dict[int, list[Spoken]] = {}
    held: set[int] = set()
    for s in spoken:
        by_sentence.setdefault(annotated.tokens[s.draft.head].sentence, []).append(s)
        held.update(_sentences(annotated, s))
    speaker: Spoken | None = None
    for sentence in annotated.sentences:
        cued = by_sentence.get(sentence.index, [])
        if cued:
            speaker = _shifting(annotated, cued, sentence)
        elif speaker is not None and sentence.index not in held and _goes_on(annotated, speaker, sentence):
            draft = replace(
                speaker.draft, cue=None, open=False, commitment=Factuality.CERTAIN, stance=Stance.NEUTRAL,
                contents=((sentence.first, sentence.last),),
            )  # fmt: skip
            yield Spoken(draft, ((sentence.start, sentence.end),), Speech.INDIRECT)
        else:
            speaker = None


def _sentences(annotated: Annotated, spoken: Spoken) -> Iterator[int]:
    """Give the sentences that the words of a voice lie in."""
    for start, end in spoken.contents:
        yield from (s.index for s in annotated.sentences if s.start < end and start < s.end)


def _shifting(annotated: Annotated, cued: Sequence[Spoken], sentence: Sentence) -> Spoken | None:
    """Give the one voice of a sentence if it is told in the past and its words hold a shifted future."""
    if len(cued) != 1:
        return None
    only = cued[0]
    token = annotated.tokens[only.draft.head]
    told = only.draft.open and only.draft.source is not None and token.xpos == "VBD"
    within = [t for t in annotated.tokens[sentence.first : sentence.last] if _within(only, t.start)]
    return only if told and any(_is_shifted(annotated, t.index) for t in within) else None


def _within(spoken: Spoken, offset: int) -> bool:
    return any(start <= offset < end for start, end in spoken.contents)


def _is_shifted(annotated: Annotated, index: int) -> bool:
    """Say whether a verb stands with "would", and neither in the third conditional nor under a condition."""
    helpers = list(annotated.dependents(index, "aux"))
    if not any(t.does(Function.WOULD) for t in helpers) or any(t.does(Function.PERFECT) for t in helpers):
        return False
    return not any(t.does(Function.CONDITION) for k in annotated.subtree(index) for t in (annotated.tokens[k],))


def _goes_on(annotated: Annotated, speaker: Spoken, sentence: Sentence) -> bool:
    before = annotated.sentences[annotated.tokens[speaker.draft.head].sentence]
    root = next((t for t in annotated.tokens[sentence.first : sentence.last] if t.head == t.index), None)
    if root is None or sentence.paragraph != before.paragraph or annotated.tokens[sentence.last - 1].text == "?":
        return False
    if any(t.text == ":" for t in annotated.tokens[sentence.first : sentence.last]):
        return False
    return root.upos in _VERBAL and _is_shifted(annotated, root.index)
