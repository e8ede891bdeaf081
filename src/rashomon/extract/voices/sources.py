"""How a source is named: by name, role, group, without a name and why, or as a document, a post, an outlet."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.extract.voices.drafts import TokenRange
from rashomon.extract.voices.silence import find_reasons
from rashomon.extract.voices.spans import source_span
from rashomon.lexicon.voices import VoiceWords
from rashomon.records import Annotated, Naming, Outlet, TimeSpan, Token

_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Named:
    """A source: the token that stands for it in the chains, its words' offsets, how it is named, and why not.

    Attributes:
        head: token to make the mention of (a relative pronoun gives its noun).
        start: first code point of the printed source.
        end: one past the last.
        naming: how it is named.
        reason: the printed reason for anonymity, or "".
    """

    head: int
    start: int
    end: int
    naming: Naming
    reason: str


def name_source(
    annotated: Annotated, head: int, cue: int, words: VoiceWords, outlet: Outlet, printed: TokenRange | None = None
) -> Named:
    """Find the words of a source and how it is named.

    Args:
        annotated: the document.
        head: token of the source.
        cue: token of its cue.
        words: words around voices.
        outlet: who published the document.
        printed: tokens of the source where syntax does not tell them, or None.
    """
    first, last = source_span(annotated, head, cue) if printed is None else printed
    stands_for = _stands_for(annotated, head, words)
    start, end = annotated.tokens[first].start, annotated.tokens[last - 1].end
    reason = _reason(annotated, annotated.tokens[head].sentence, words)
    return Named(stands_for, start, end, _naming(annotated, stands_for, words, outlet, bool(reason)), reason)


def _stands_for(annotated: Annotated, head: int, words: VoiceWords) -> int:
    token = annotated.tokens[head]
    if token.upos in {"NOUN", "NUM"}:  # "one of its leaders, Karim Daud, said"
        return next((c.index for c in annotated.dependents(head, "appos") if _name(annotated, c.index)), head)
    if token.lemma.lower() not in words.relative_pronouns or token.upos not in {"PRON", "DET"}:
        return head
    at = token.index
    while annotated.tokens[at].head != at and not annotated.tokens[at].deprel.startswith("acl"):
        at = annotated.tokens[at].head
    return annotated.tokens[at].head if annotated.tokens[at].deprel.startswith("acl") else head


def _reason(annotated: Annotated, sentence: int, words: VoiceWords) -> str:
    found = next(find_reasons(annotated, annotated.sentences[sentence], words), None)
    return "" if found is None else annotated.text[annotated.tokens[found[0]].start : annotated.tokens[found[-1]].end]


def _naming(annotated: Annotated, head: int, words: VoiceWords, outlet: Outlet, hidden: bool) -> Naming:
    token = annotated.tokens[head]
    name = _name(annotated, head)
    if hidden:
        return Naming.ANONYMOUS
    if token.text in words.own_pronouns:
        return Naming.OUTLET
    if name is not None:
        return _named(name, words, outlet)
    chain = annotated.chain_at.get(head)
    if token.upos == "PRON":
        return _of_chain(annotated, chain, words, outlet)
    return _described(annotated, token, words, chain is not None and bool(annotated.chains[chain].name))


def _name(annotated: Annotated, head: int) -> tuple[str, str] | None:
    position = annotated.entity_at[head]
    if position < 0:
        return None
    entity = annotated.entities[position]
    if entity.label not in {"PERSON", "ORG", "PLACE", "NORP"}:
        return None
    return annotated.words(entity.first, entity.last), entity.label


def _named(name: tuple[str, str], words: VoiceWords, outlet: Outlet) -> Naming:
    text, label = name
    if _bare_name(text.lower(), words) == _bare_name(outlet.name.lower(), words):
        return Naming.OUTLET
    if label in {"ORG", "PERSON"} and is_outlet_name(text, words):
        return Naming.OTHER_OUTLET
    return Naming.GROUP if label == "NORP" else Naming.NAMED


def _bare_name(text: str, words: VoiceWords) -> str:
    """Give a name without its article."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if rest and first.lower() in words.name_articles else text.strip()


def is_outlet_name(text: str, words: VoiceWords) -> bool:
    """Say whether a name is that of an outlet."""
    bare = _bare_name(text, words)
    return bare in words.outlet_names or (" " in bare and bare.split()[-1] in words.outlet_words)


def _of_chain(annotated: Annotated, chain: int | None, words: VoiceWords, outlet: Outlet) -> Naming:
    if chain is None:
        return Naming.ROLE
    found = annotated.chains[chain]
    if found.name:
        return _named((found.name, found.label), words, outlet)
    nouns = [m.head for m in found.mentions if annotated.tokens[m.head].upos in {"NOUN", "PROPN"}]
    return _described(annotated, annotated.tokens[nouns[0]], words, False) if nouns else Naming.ROLE


def _described(annotated: Annotated, token: Token, words: VoiceWords, named: bool) -> Naming:
    lemma = token.lemma.lower()
    beside = {annotated.tokens[child].lemma.lower() for child in annotated.children[token.index]}
    if lemma in words.anonymous or beside & words.anonymous_words:
        return Naming.ANONYMOUS
    if named:
        return Naming.NAMED
    if lemma in words.social:
        return Naming.SOCIAL
    if lemma in words.documents:
        return Naming.DOCUMENT
    if token.upos == "PROPN":
        return Naming.NAMED
    return Naming.GROUP if token.xpos in _PLURAL else Naming.ROLE


def find_medium(annotated: Annotated, cue: int, words: VoiceWords) -> str:
    """Find where or how something was said: "Twitter", "op-ed for the Weekly", or ""."""
    token = annotated.tokens[cue]
    if token.lemma in words.media_verbs:
        return words.media_verbs[token.lemma]
    for child in annotated.dependents(cue, "obl", "nmod", "obj", "iobj"):
        if _is_medium(annotated, child, words):
            return _bare(annotated, *source_span(annotated, child.index))
    return ""


def find_said_time(annotated: Annotated, cue: int, times: Mapping[int, TimeSpan]) -> TimeSpan | None:
    """Find when something was said: the time expression that hangs on the cue itself.

    Args:
        annotated: the document.
        cue: head token of the cue.
        times: head token of a time expression -> what it means.
    """
    for child in annotated.dependents(cue, "obl", "advmod"):
        if child.index in times:
            return times[child.index]
    return None


def _is_medium(annotated: Annotated, token: Token, words: VoiceWords) -> bool:
    """Say whether a phrase under a cue tells where it was said: "in a letter", "told a press conference"."""
    cases = [case.lemma.lower() for case in annotated.dependents(token.index, "case")]
    beside = [t.text for t in annotated.dependents(token.index, "compound", "nmod:poss")]
    known = token.lemma.lower() in words.media or bool({token.text, *beside} & words.media_names)
    if not cases:
        name = _name(annotated, token.index)
        told = token.deprel in {"obj", "iobj"}
        meeting = token.lemma.lower() in words.media_meetings
        return told and (meeting or (name is not None and is_outlet_name(name[0], words)))
    return known and bool(set(cases) & words.media_prepositions)


def _bare(annotated: Annotated, first: int, last: int) -> str:
    while first < last - 1 and annotated.tokens[first].upos in {"DET", "PRON", "ADP"}:
        first += 1
    return annotated.words(first, last)
