"""Noun phrases as mentions: the words around a syntactic head, the same for everybody who asks."""

from rashomon.records import Annotated, Mention, MentionKind, Token, make_id

# Dependents that tell something more about a noun but are not part of its name or description.
_OUTSIDE = frozenset(
    {
        "appos",
        "acl",
        "acl:relcl",
        "cc",
        "conj",
        "punct",
        "parataxis",
        "advcl",
        "cop",
        "nsubj",
        "mark",
        "ccomp",
        "dep",
        "obl",
        "advmod",
        "aux",
        "discourse",
        "orphan",
        "nsubj:pass",
        "aux:pass",
    }
)

_HYPHENS = frozenset("-‐‑–")


def noun_phrase(annotated: Annotated, head: int, keep_nmod: bool = True) -> tuple[int, int]:
    """Give the token range (half-open) of the noun phrase around `head`, without preposition and article.

    A named entity is never cut: the range is widened to hold the entity that the head stands in.
    """
    members = [head]
    for position in members:
        members.extend(
            child
            for child in annotated.children[position]
            if _inside(annotated.tokens[child], keep_nmod)
            and not (position == head and (_is_case(annotated, child) or _is_aside(annotated, child)))
        )
    first, last = _contiguous(sorted(set(members)), head)
    entity = annotated.entity_at[head]
    if entity >= 0:
        first = min(first, annotated.entities[entity].first)
        last = max(last, annotated.entities[entity].last)
        if _is_joined(annotated, annotated.entities[entity].first):
            first = annotated.entities[entity].first
    while first < head and annotated.tokens[first].upos in {"DET", "PUNCT", "ADP"}:
        first += 1
    return first, last


def _is_joined(annotated: Annotated, first: int) -> bool:
    """Say whether a hyphen joins another name to the one that begins at `first` ("the Asmar-Nari road")."""
    return first > 1 and annotated.tokens[first - 1].text in _HYPHENS and annotated.entity_at[first - 2] >= 0


def _inside(token: Token, keep_nmod: bool) -> bool:
    if token.deprel in {"nmod", "nmod:of"}:
        return keep_nmod
    return token.deprel not in _OUTSIDE


def _is_aside(annotated: Annotated, index: int) -> bool:
    """Say whether an adjective stands behind its noun and a comma: "infantry, short of tanks"."""
    token = annotated.tokens[index]
    return token.deprel == "amod" and token.index > token.head and annotated.tokens[index - 1].text == ","


def _is_case(annotated: Annotated, index: int) -> bool:
    return annotated.tokens[index].deprel == "case"


def _contiguous(members: list[int], head: int) -> tuple[int, int]:
    """Keep the run of token indices around the head; a gap of one (a comma, a hyphen) is bridged."""
    position = members.index(head)
    first = last = position
    while first > 0 and members[first] - members[first - 1] <= 2:
        first -= 1
    while last + 1 < len(members) and members[last + 1] - members[last] <= 2:
        last += 1
    return members[first], members[last] + 1


def make_mention(annotated: Annotated, head: int, kind: MentionKind) -> Mention:
    """Make the mention of `kind` around a head token; the same head and kind always give the same mention."""
    first, last = noun_phrase(annotated, head, keep_nmod=annotated.entity_at[head] < 0)
    start, end = annotated.tokens[first].start, annotated.tokens[last - 1].end
    chain = annotated.chain_at.get(head)
    entity = annotated.entity_at[head]
    label = annotated.entities[entity].label if entity >= 0 else ""
    name = annotated.words(annotated.entities[entity].first, annotated.entities[entity].last) if entity >= 0 else ""
    roles: tuple[str, ...] = ()
    if chain is not None:
        found = annotated.chains[chain]
        name, label, roles = found.name or name, found.label or label, found.roles
    return Mention(
        id=make_id("men", annotated.document, start, end, kind.value),
        document=annotated.document,
        start=start,
        end=end,
        text=annotated.text[start:end],
        kind=kind,
        head=head,
        chain=chain,
        name=name,
        label=label,
        roles=roles,
    )
