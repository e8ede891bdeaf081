"""What "be" tells of a place: "the government is in Aden", "the fort is ours"."""

from collections.abc import Iterator

from rashomon.extract.clauses import own_subject, to_antecedent
from rashomon.extract.mentions import make_mention
from rashomon.extract.relations.denial import is_denied
from rashomon.extract.relations.drafts import Draft
from rashomon.extract.relations.ends import Text, find_end, is_one_word
from rashomon.records import MentionKind, Token

_NOT = "not"


def find_seat(text: Text, token: Token) -> Iterator[Draft]:
    """Find whom a named place is said to hold."""
    annotated = text.annotated
    cases = list(annotated.dependents(token.index, "case"))
    if not any(case.text.lower() in text.table.seats for case in cases):
        return
    if not any(True for _ in annotated.dependents(token.index, "cop")):
        return
    place, subject = find_end(text, token.index, "named-place"), own_subject(annotated, token.index)
    if place is None or subject is None:
        return
    holder = find_end(text, to_antecedent(annotated, subject), "group")
    if holder is not None and holder != place:
        first = min(case.index for case in cases)
        qualifier = _NOT if is_denied(text, token.index) else ""
        yield Draft("located-in", token.index, first, token.index + 1, holder, place, "", qualifier)


def find_ours(text: Text, token: Token) -> Iterator[Draft]:
    """Find the place that a speaker says is his: "the fort is ours"; "we" is who speaks."""
    annotated = text.annotated
    subject = own_subject(annotated, token.index)
    if subject is None or not any(True for _ in annotated.dependents(token.index, "cop")):
        return
    held = to_antecedent(annotated, subject)
    place = find_end(text, held, "place")
    if place is None and annotated.tokens[held].upos == "PROPN" and is_one_word(text, held):
        place = text.keep(make_mention(annotated, held, MentionKind.PLACE))
    if place is not None:
        speaker = text.keep(make_mention(annotated, token.index, MentionKind.ACTOR))
        qualifier = _NOT if is_denied(text, token.index) else ""
        yield Draft("controls", token.index, token.index, token.index + 1, speaker, place, "", qualifier)
