"""Each item to the innermost voice that answers for its words; what no voice holds, the outlet tells itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from rashomon.extract.claims.answers import answer_claims
from rashomon.extract.claims.content import find_content
from rashomon.extract.claims.presupposed import is_presupposed
from rashomon.extract.factuality import find_told, is_dated, judge_factuality
from rashomon.extract.parts import FoundVoice, Told
from rashomon.lexicon import Lexicon
from rashomon.lexicon.cues import Frame
from rashomon.records import (
    Annotated,
    Assessment,
    Claim,
    ClaimKind,
    Event,
    Factuality,
    Realis,
    Relation,
    Stance,
    Token,
    make_id,
)

_VERSION = "1"
_COMPLETES = frozenset({"ccomp", "xcomp", "conj"})

_Item: TypeAlias = Event | Relation | Assessment


def make_claims(
    annotated: Annotated,
    lexicon: Lexicon,
    voices: Sequence[FoundVoice],
    items: Iterable[_Item],
) -> tuple[Claim, ...]:
    """Make one claim an item, and one more for every voice that denies or confirms it.

    Args:
        annotated: the document's columns.
        lexicon: modality and event words.
        voices: all voices of the document, the root first.
        items: events, relations and assessments.

    Returns:
        the claims in text order.
    """
    binder = _Binder(annotated, lexicon, voices)
    items = tuple(items)
    claims = [binder.make_claim(item) for item in items]
    triggers = {item.id: item.trigger for item in items}
    answers = {claim.id: claim for claim in answer_claims(annotated, voices, claims, triggers)}
    own = {claim.id for claim in claims}
    claims += [claim for claim in answers.values() if claim.id not in own]
    claims = _without_hearsay(claims, voices)
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind, claim.id)))


def _without_hearsay(claims: Sequence[Claim], voices: Sequence[FoundVoice]) -> list[Claim]:
    """Leave out what "reports" that nobody signs say, where who denies them has a claim on it of his own."""
    told = {(claim.item, claim.voice) for claim in claims if claim.factuality.value.endswith("-")}
    denied = {
        found.voice.id: found.voice.via
        for found in voices
        if found.source is None and found.voice.stance is Stance.DENIED and found.voice.via is not None
    }
    return [claim for claim in claims if (claim.item, denied.get(claim.voice)) not in told]


class _Binder:
    def __init__(self, annotated: Annotated, lexicon: Lexicon, voices: Sequence[FoundVoice]) -> None:
        self._annotated = annotated
        self._lexicon = lexicon
        self._root = voices[0]
        vias = {found.voice.id: found.voice.via for found in voices}
        self._pieces: dict[int, list[tuple[int, int, int, int]]] = {}
        starts = [sentence.start for sentence in annotated.sentences]
        for position, found in enumerate(voices):
            depth = -_depth(found.voice.id, vias)
            for start, end in found.voice.contents:
                for sentence in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
                    self._pieces.setdefault(sentence, []).append((start, end, depth, position))
        self._voices = voices
        self._by_cue = {found.cue: found for found in voices if found.cue is not None and found.voice.contents}
        self._place = {found.voice.id: position for position, found in enumerate(voices)}

    def make_claim(self, item: _Item) -> Claim:
        offset = self._annotated.tokens[item.trigger].start
        found, within = self._counting(item) or self._innermost(offset, self._annotated.tokens[item.trigger].sentence)
        told = self._told(item, found)
        if isinstance(item, Event) and self._leaves_standing(item, found, told):
            found, within = self._via(found), None
        commitment = Factuality.UNKNOWN if self._unasserted(found) else found.voice.commitment
        figures = () if isinstance(item, Assessment) else item.figures
        start, end = find_content(self._annotated, item.trigger, self._carrier(item), figures, within)
        kind, origin = _origin(item)
        return Claim(
            id=make_id("clm", item.document, found.voice.id, item.id),
            document=item.document,
            sentence=item.sentence,
            voice=found.voice.id,
            kind=kind,
            item=item.id,
            start=min(start, item.start) if within is None else start,
            end=max(end, item.end) if within is None else end,
            factuality=judge_factuality(told, commitment),
            realis=told.realis,
            stance=found.voice.stance,
            origin=f"{origin}#{self._annotated.tokens[item.trigger].lemma.lower()}@{_VERSION}",
        )

    def _completes(self, token: Token) -> bool:
        """Whether a verb only completes the one above; a joined one with a subject may be the outer voice's no more."""
        joined = token.deprel == "conj" and any(True for _ in self._annotated.dependents(token.index, "nsubj"))
        return token.deprel in _COMPLETES and token.head != token.index and not joined

    def _told(self, item: _Item, found: FoundVoice) -> Told:
        """The item's standing. A "not" that is part of it denies nothing; a state that no verb dates goes on."""
        told = find_told(self._annotated, item.trigger, self._lexicon, found.cue, found.voice.contents)
        if self._holds_its_negation(item):
            told = replace(told, negated=False)
        if isinstance(item, Assessment) and not told.hedged:
            told = replace(told, hedged=self._hedged(item))
        if isinstance(item, Event) or is_dated(self._annotated, item.trigger) or told.realis is not Realis.PAST:
            return told
        over = isinstance(item, Relation) and item.qualifier in {"former", "late"}
        return told if over else replace(told, realis=Realis.ONGOING)

    def _hedged(self, judgement: Assessment) -> str:
        """What a modal verb around a judgement leaves of it ("some help may be forthcoming")."""
        rows = self._lexicon.modality.auxiliaries
        cues = (rows.get(word) for word in judgement.hedge.lower().split())
        return next((cue.hedged for cue in cues if cue is not None and cue.hedged), "")

    def _holds_its_negation(self, item: _Item) -> bool:
        """Whether a negation is in the item: "not allowed", "has not surrendered to", what a judgement weighs."""
        if isinstance(item, Assessment):
            return not self._is_doubted_above(item)
        if isinstance(item, Event):
            token = self._annotated.tokens[item.trigger]
            rows = self._lexicon.events.verbs.get(token.lemma.lower(), ()) if token.upos == "VERB" else ()
            told = [row for row in rows if row.type == item.type]
            return bool(told) and all(row.negated for row in told)
        return item.qualifier == "not"

    def _is_doubted_above(self, judgement: Assessment) -> bool:
        """Whether a word outside a judgement says it is not so: "it is unlikely that the rebels will win"."""
        token = self._annotated.tokens[judgement.trigger]
        while token.deprel in {"xcomp", "conj", "advcl"} and token.head != token.index:
            token = self._annotated.tokens[token.head]
        above = self._annotated.tokens[token.head]
        cue = self._lexicon.modality.governors.get(above.lemma.lower()) if token.deprel == "ccomp" else None
        return cue is not None and cue.negated and not judgement.start <= above.start < judgement.end

    def _counting(self, item: _Item) -> tuple[FoundVoice, None] | None:
        """Give who counts, where the verb of counting tells the event: "the ministry put the toll at six"."""
        found = self._by_cue.get(item.trigger) if isinstance(item, Event) else None
        row = None if found is None else self._lexicon.cues.verbs.get(self._annotated.tokens[item.trigger].lemma)
        counts = row is not None and bool(row.objects) and Frame.OF in row.frames
        return (found, None) if counts and found is not None else None

    def _innermost(self, offset: int, sentence: int) -> tuple[FoundVoice, tuple[int, int] | None]:
        """Give the deepest voice whose words hold an offset, the one with fewest words of equals, and those words."""
        held = [
            (depth, end - start, position, (start, end))
            for start, end, depth, position in self._pieces.get(sentence, ())
            if start <= offset < end
        ]
        if not held:
            return self._root, None
        _, _, position, within = min(held)
        denied = self._denier(position)
        if denied is None:
            return self._voices[position], within
        return next(((self._voices[p], words) for _, _, p, words in sorted(held) if p == denied),
                    (self._voices[position], within))  # fmt: skip

    def _denier(self, position: int) -> int | None:
        """Give the voice that denies what a hedge is put on: "denied the alleged attack"."""
        found = self._voices[position]
        if found.source is not None or found.cue is None:
            return None
        hedge = self._annotated.tokens[found.cue].deprel in {"amod", "advmod"}
        via = self._place.get(found.voice.via or "") if hedge else None
        return via if via is not None and self._voices[via].voice.commitment.value.endswith("-") else None

    def _leaves_standing(self, item: Event, found: FoundVoice, told: Told) -> bool:
        commitment = found.voice.commitment
        if self._carrier(item) is not None or found.voice.via is None:
            return False
        return is_presupposed(self._annotated, item, found.cue, commitment, told, self._lexicon)

    def _via(self, found: FoundVoice) -> FoundVoice:
        """Give the voice that passes one on, past those that are sure of nothing themselves."""
        outer = self._voices[self._place[found.voice.via or self._root.voice.id]]
        sure = outer.voice.via is None or outer.voice.commitment is Factuality.CERTAIN
        return outer if sure else self._via(outer)

    def _unasserted(self, found: FoundVoice) -> bool:
        """Whether nobody says that the voice said so: "did not say that witnesses saw it", "denied that he said it"."""
        at, via = found.cue, self._place.get(found.voice.via or "")
        while at is not None and via is not None:
            outer = self._voices[via]
            token = self._annotated.tokens[at]
            while token.index != outer.cue and self._completes(token):
                token = self._annotated.tokens[token.head]
            if token.index != outer.cue:
                return False
            if outer.voice.commitment is Factuality.UNKNOWN or outer.voice.commitment.value.endswith("-"):
                return True
            at, via = outer.cue, self._place.get(outer.voice.via or "")
        return False

    def _carrier(self, item: _Item) -> int | None:
        """The support verb of an event noun, or the verb that a predicate's words hang on."""
        token = self._annotated.tokens[item.trigger]
        head = self._annotated.tokens[token.head]
        supports = self._lexicon.events.words.supports
        if isinstance(item, Event) and token.upos not in {"VERB", "AUX"} and head.lemma.lower() in supports:
            return head.index if token.deprel in {"obj", "nsubj", "nsubj:pass", "obl"} else None
        return None


def _depth(voice: str, vias: dict[str, str | None]) -> int:
    depth, at = 0, vias.get(voice)
    while at is not None and depth < len(vias):
        depth, at = depth + 1, vias.get(at)
    return depth


def _origin(item: _Item) -> tuple[ClaimKind, str]:
    match item:
        case Event():
            return ClaimKind.EVENT, f"events/{item.type}"
        case Relation():
            return ClaimKind.RELATION, f"relations/{item.kind}"
        case Assessment():
            return ClaimKind.ASSESSMENT, f"assessments/{item.factor}"
