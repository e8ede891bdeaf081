"""Verbs as cues: each frame of a row says where its content stands; the first frame that fits makes the draft."""

from collections.abc import Callable
from dataclasses import replace

from rashomon.extract.voices import actives, passives
from rashomon.extract.voices.drafts import Draft, TokenRange, make_draft
from rashomon.extract.voices.spans import agent, cue_span, is_passive, misread_subject, subject
from rashomon.lexicon.cues import CueRow, CueTable, Frame
from rashomon.records import Annotated, Token

Finder = Callable[[Annotated, int, CueRow, CueTable], Draft | None]


def find_row(annotated: Annotated, token: Token, table: CueTable) -> CueRow | None:
    """Find the row of a verb, with its particle if it has one."""
    for child in annotated.dependents(token.index, "compound:prt"):
        row = table.verbs.get(f"{token.lemma} {child.lemma}")
        if row is not None:
            return row
    return table.verbs.get(token.lemma)


def verb_draft(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """Make the draft of a verb, or None if no frame of its row fits."""
    passive = is_passive(annotated, verb)
    for frames, finder in _PASSIVE if passive else _ACTIVE:
        if row.frames & frames:
            draft = finder(annotated, verb, row, table)
            if draft is not None:
                draft = _with_force(draft, row, frames)
                return draft if passive or draft.source is not None else _with_speaker(annotated, draft, row)
    return None


def _with_force(draft: Draft, row: CueRow, frames: frozenset[Frame]) -> Draft:
    """Give a draft the commitment of its frame ("called it a crime" claims, "called for a truce" does not)."""
    found = next((row.force[frame] for frame in frames if frame in row.force), (draft.commitment, draft.stance))
    return replace(draft, commitment=found[0], stance=found[1])


def _with_speaker(annotated: Annotated, draft: Draft, row: CueRow) -> Draft:
    """Give a cue whose subject the parser missed the speaker that stands beside it, out of its contents."""
    who = misread_subject(annotated, draft.head)
    if who is None:
        return draft
    cue = _behind(draft.cue, who)
    if any(first <= who < last for first, last in draft.contents):
        quotes = bool(row.frames & {Frame.CLAUSE, Frame.QUOTE})
        return replace(draft, source=who, cue=cue, contents=(), open=True) if quotes else draft
    return replace(draft, source=who, cue=cue)


def _behind(cue: TokenRange | None, who: int) -> TokenRange | None:
    """Take a speaker whom the parser took for an adverb of the cue off its front."""
    return cue if cue is None or not cue[0] <= who < cue[1] - 1 else (who + 1, cue[1])


def _open(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """A cue that found no content in its sentence may still introduce a quotation."""
    if is_passive(annotated, verb):
        who = agent(annotated, verb)
    else:
        who = subject(annotated, verb)
        who = misread_subject(annotated, verb) if who is None else who
    if who is None:
        return None
    cue = cue_span(annotated, verb)
    return make_draft(row, verb, _behind(cue, who) or cue, who, (), open=True)


_ACTIVE: tuple[tuple[frozenset[Frame], Finder], ...] = (
    (frozenset({Frame.CLAUSE}), actives.clause_draft),
    (frozenset({Frame.QUOTE}), actives.inserted_draft),
    (frozenset({Frame.PERCEIVE}), actives.perceived_draft),
    (frozenset({Frame.ORDER}), actives.order_draft),
    (frozenset({Frame.INFINITIVE}), actives.infinitive_draft),
    (frozenset({Frame.SMALL}), actives.small_draft),
    (frozenset({Frame.AS}), actives.as_draft),
    (frozenset({Frame.OF}), actives.of_draft),
    (frozenset({Frame.GERUND}), actives.gerund_draft),
    (frozenset({Frame.PREP}), actives.prepositional_draft),
    (frozenset({Frame.OBJECT}), actives.object_draft),
    (frozenset({Frame.CLAUSE, Frame.QUOTE}), _open),
)
_PASSIVE: tuple[tuple[frozenset[Frame], Finder], ...] = (
    (frozenset({Frame.CLAUSE, Frame.OBJECT}), passives.passed_on_draft),
    (frozenset({Frame.RAISE, Frame.CLAUSE, Frame.ORDER}), passives.raised_draft),
    (frozenset({Frame.CLAUSE}), passives.passive_clause_draft),
    (frozenset({Frame.OF, Frame.AS}), passives.passive_phrase_draft),
    (frozenset({Frame.BARE}), passives.bare_draft),
    (frozenset({Frame.OBJECT, Frame.CLAUSE, Frame.OF, Frame.AS}), passives.passive_object_draft),
    (frozenset({Frame.CLAUSE, Frame.QUOTE}), _open),
)
