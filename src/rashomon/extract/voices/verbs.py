"""Verbs as cues: each frame of a row says where its content stands; the first frame that fits makes the draft."""

from collections.abc import Callable

from rashomon.extract.voices import actives, passives
from rashomon.extract.voices.drafts import Draft, make_draft
from rashomon.extract.voices.spans import agent, cue_span, is_passive, subject
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
    finders = _PASSIVE if is_passive(annotated, verb) else _ACTIVE
    for frames, finder in finders:
        if row.frames & frames:
            draft = finder(annotated, verb, row, table)
            if draft is not None:
                return draft
    return None


def _open(annotated: Annotated, verb: int, row: CueRow, table: CueTable) -> Draft | None:
    """A cue that found no content in its sentence may still introduce a quotation."""
    who = agent(annotated, verb) if is_passive(annotated, verb) else subject(annotated, verb)
    if who is None:
        return None
    return make_draft(row, verb, cue_span(annotated, verb), who, (), open=True)


_ACTIVE: tuple[tuple[frozenset[Frame], Finder], ...] = (
    (frozenset({Frame.CLAUSE}), actives.clause_draft),
    (frozenset({Frame.QUOTE}), actives.inserted_draft),
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
    (frozenset({Frame.RAISE, Frame.CLAUSE, Frame.ORDER}), passives.raised_draft),
    (frozenset({Frame.CLAUSE}), passives.passive_clause_draft),
    (frozenset({Frame.OF, Frame.AS, Frame.PREP}), passives.passive_phrase_draft),
    (frozenset({Frame.BARE}), passives.bare_draft),
    (frozenset({Frame.OBJECT, Frame.CLAUSE, Frame.OF, Frame.AS}), passives.passive_object_draft),
    (frozenset({Frame.CLAUSE, Frame.QUOTE}), _open),
)
