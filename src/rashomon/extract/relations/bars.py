"""What no pattern may give: a hold on what is no place."""

from rashomon.extract.relations.drafts import Draft
from rashomon.extract.relations.ends import Text
from rashomon.records import Mention

_CONTROLS = "controls"


def may_stand(text: Text, draft: Draft) -> bool:
    """Say whether a draft's ends can carry it: only a place is held."""
    return draft.kind != _CONTROLS or draft.object is None or _is_place(text, text.mentions[draft.object])


def _is_place(text: Text, mention: Mention) -> bool:
    """Say whether a mention is a place: a name, or one known stretch of land ("the valley", not "all capitals")."""
    if mention.head in text.place_at or text.label(mention.head) == "PLACE":
        return True
    token = text.annotated.tokens[mention.head]
    lemma = token.lemma.lower()
    if token.upos == "PROPN":
        return lemma not in text.table.unheld
    if token.xpos != "NN" or lemma not in text.table.place_nouns or lemma in text.table.unheld:
        return False
    beside = text.annotated.dependents(token.index, "det", "amod", "nmod")
    return any(
        child.text.lower() in text.table.pointing or text.label(child.index) in {"NORP", "PLACE"} for child in beside
    )
