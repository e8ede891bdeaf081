"""Drafts beside each other: what one cue takes from another, and which of them are no voice at all."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.voices.drafts import Draft
from rashomon.extract.voices.grammar import has_own_subject
from rashomon.extract.voices.unsaid import is_imagined, uncommitted
from rashomon.lexicon.cues import CueTable
from rashomon.records import Annotated, Factuality, Function, Stance

_DASHES = frozenset({"—", "–", "--"})
_WHICH = frozenset({"WDT", "WP", "IN"})


def shape(annotated: Annotated, drafts: Sequence[Draft], table: CueTable) -> tuple[Draft, ...]:
    """Share sources between joined cues, deny what a clause calls untrue, and drop what is no voice."""
    ordered = sorted(drafts, key=lambda draft: draft.head)
    by_head = {draft.head: draft for draft in ordered}
    shared = [_denied(annotated, _shared(annotated, draft, by_head), table) for draft in ordered]
    shared = [_without_comment(annotated, _inside_dashes(annotated, draft), table) for draft in shared]
    shaped = [uncommitted(annotated, draft, table) for draft in shared]
    leading = {
        k for draft in shaped if draft.cue is not None and draft.contents for k in range(draft.cue[0], draft.head)
    }
    refused = {draft.head for draft in shaped if draft.commitment is Factuality.NOT_CERTAIN and not draft.open}
    speaking = {draft.head for draft in shaped if draft.contents and draft.open}
    return tuple(
        _unsaid(draft, speaking, annotated)
        for draft in shaped
        if (draft.head not in leading or draft.head in refused)
        and not _refused(annotated, draft, refused)
        and _speaks(annotated, draft, table)
    )


def _shared(annotated: Annotated, draft: Draft, by_head: dict[int, Draft]) -> Draft:
    """A cue that the parser hung on another cue's clause, though it stands outside it, has that cue's source."""
    token = annotated.tokens[draft.head]
    clause = annotated.tokens[token.head]
    main = by_head.get(clause.head)
    if token.deprel not in {"conj", "advcl"} or clause.deprel != "ccomp" or main is None or main.head == draft.head:
        return draft
    inside = any(first <= draft.head < last for first, last in main.contents)
    if inside or has_own_subject(annotated, draft.head):
        return draft
    return replace(draft, source=main.source)


def _inside_dashes(annotated: Annotated, draft: Draft) -> Draft:
    """End the words of a cue that stands between two dashes at the second: behind it the sentence goes on."""
    sentence = annotated.sentences[annotated.tokens[draft.head].sentence]
    dashes = [k for k in range(sentence.first, sentence.last) if annotated.tokens[k].text in _DASHES]
    opened = next((k for k in reversed(dashes) if k < draft.head), None)
    closed = next((k for k in dashes if k > draft.head), None)
    if opened is None or closed is None or draft.cue is None:
        return draft
    kept = tuple((first, min(last, closed) if opened < first else last) for first, last in draft.contents)
    return replace(draft, contents=tuple((first, last) for first, last in kept if first < last or first < opened))


def _without_comment(annotated: Annotated, draft: Draft, table: CueTable) -> Draft:
    """End the words of a cue before what others make of them ("they had left, a claim that the army denies")."""
    kept: list[tuple[int, int]] = []
    for first, last in draft.contents:
        told = (k for k in range(first + 2, last) if annotated.tokens[k].lemma in table.answered)
        starts = (_comment_start(annotated, k) for k in told)
        cut = next((start for start in starts if start is not None and first < start and draft.head < start), last)
        kept.append((first, cut))
    return replace(draft, contents=tuple(kept))


def _comment_start(annotated: Annotated, noun: int) -> int | None:
    """Give the comma before "a claim that somebody ...", if that is what a noun begins."""
    whose = (t for t in annotated.dependents(noun, "acl:relcl") if has_own_subject(annotated, t.index))
    said = any(t.upos == "VERB" and any(c.xpos in _WHICH for c in annotated.dependents(t.index, "obj")) for t in whose)
    start = annotated.subtree(noun)[0] - 1
    apposed = annotated.tokens[noun].deprel == "appos" and any(True for _ in annotated.dependents(noun, "det"))
    return start if said and apposed and start >= 0 and annotated.tokens[start].text == "," else None


def _denied(annotated: Annotated, draft: Draft, table: CueTable) -> Draft:
    """Whoever says "reports of ... are untrue" denies what the reports say."""
    token = annotated.tokens[draft.head]
    if token.deprel == "nsubj" and annotated.tokens[token.head].lemma in table.denials:
        return replace(draft, stance=Stance.DENIED)
    return draft


def _unsaid(draft: Draft, speaking: set[int], annotated: Annotated) -> Draft:
    """In "refused to say that ..." nothing is told of what was not said; in "denied ..., saying that ..." it is."""
    if draft.commitment is not Factuality.NOT_CERTAIN:
        return draft
    led = [t.index for t in annotated.dependents(draft.head, "xcomp", "advcl", "ccomp")
           if not has_own_subject(annotated, t.index) and (t.deprel != "advcl" or t.xpos == "VB")]  # fmt: skip
    led += [t.index for k in led for t in annotated.dependents(k, "conj")]
    return replace(draft, commitment=Factuality.UNKNOWN) if speaking & set(led) else draft


def _refused(annotated: Annotated, draft: Draft, refused: set[int]) -> bool:
    """In "refused to say whether ..." the refusal is the voice, not the saying."""
    token = annotated.tokens[draft.head]
    if token.deprel == "conj" and draft.open:
        token = annotated.tokens[token.head]
    return token.deprel == "xcomp" and token.head in refused


def _speaks(annotated: Annotated, draft: Draft, table: CueTable) -> bool:
    """A verb needs somebody who speaks, unless it is a passive; what somebody would do is not said.

    Who declares himself something does it and tells nothing of the world.
    """
    token = annotated.tokens[draft.head]
    if token.upos not in {"VERB", "AUX"}:
        return True
    if draft.lemma not in table.verbs:
        return True
    if not draft.open and is_imagined(annotated, draft.head, table):
        return False
    if draft.contents and annotated.tokens[draft.contents[0][0]].text.lower() in table.reflexive:
        return False
    if draft.source is None:
        return token.xpos == "VBN"
    return not _expletive(annotated, draft)


def _expletive(annotated: Annotated, draft: Draft) -> bool:
    """The subject of "it is too early to say" is nobody."""
    if draft.source is None:
        return False
    source, token = annotated.tokens[draft.source], annotated.tokens[draft.head]
    reached = source.head != token.index and annotated.tokens[source.head].upos in {"ADJ", "VERB"}
    return (
        source.does(Function.EXPLETIVE)
        and reached
        and token.xpos == "VB"
        and token.deprel in {"xcomp", "advcl", "ccomp"}
    )
