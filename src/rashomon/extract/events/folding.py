"""One happening told in two words: what an attack led to is told with the attack ("opened fire, killing two").

The rule, decided once: an outcome (killed, wounded, died) whose clause hangs on an attack's, is joined to it without a
subject of its own, has the attack as its subject, happened "in" it or "when" it came, makes no event of its own; the
attack takes its patients and figures. So does the aim of an attack ("an assault to retake the town"), and a verb of
attack whose subject is an attack ("the airstrike hit a school"). An outcome that is negated, or that somebody else did,
stays alone.
"""

from collections.abc import Iterable, Mapping

from rashomon.extract.events.matches import Match
from rashomon.extract.events.roles import Roles
from rashomon.extract.events.syntax import is_means, joined_to, prepositional, relative_head
from rashomon.lexicon.events import EventTable
from rashomon.records import Annotated, Function

_HELPERS = frozenset({"aux", "aux:pass", "cc", "punct", "compound:prt", "advmod", "conj"})


def fold(
    annotated: Annotated, table: EventTable, matches: tuple[Match, ...], roles: dict[int, Roles]
) -> dict[int, tuple[Match, ...]]:
    """Find what is told with what.

    Args:
        annotated: the document's columns.
        table: the event types.
        matches: all matches of the document.
        roles: roles by trigger token.

    Returns:
        trigger token of the host -> matches told with it; the latter are events no more.
    """
    hosts = {anchor: match for match in matches for anchor in match.anchors if table.types[match.trigger.type].attack}
    by_token = {match.token: match for match in matches}
    hosted = {
        match.token: _host(annotated, table, match, hosts, roles) or _told_before(annotated, match, by_token, roles)
        for match in matches
    }
    found: dict[int, tuple[Match, ...]] = {}
    for match in matches:
        host = hosted[match.token] or _host_of_next(annotated, table, match, hosted, roles)
        if host is not None and host.token != match.token:
            found[host.token] = (*found.get(host.token, ()), match)
    return found


def _told_before(
    annotated: Annotated, match: Match, by_token: Mapping[int, Match], roles: dict[int, Roles]
) -> Match | None:
    """Give the match of the same type that this verb only goes on or leads to.

    A joined verb with nothing of its own but helpers, or the participle of what the other's subject is ("a shell fired
    from the fort landed on a clinic").
    """
    token = annotated.tokens[match.token]
    if match.trigger.part == "noun" or match.light is not None:
        return None
    if token.deprel in {"acl", "acl:relcl"} and annotated.tokens[token.head].deprel in {"nsubj", "nsubj:pass"}:
        after = by_token.get(annotated.tokens[token.head].head)
        return after if after is not None and after.trigger.type == match.trigger.type else None
    before = by_token.get(joined_to(annotated, match.token)) if token.deprel == "conj" else None
    if before is None or before.trigger.type != match.trigger.type:
        return None
    own = {annotated.tokens[child].deprel for child in annotated.children[match.token]}
    same = roles[match.token].patients == roles[before.token].patients
    return before if same and own <= _HELPERS else None


def _host_of_next(
    annotated: Annotated,
    table: EventTable,
    match: Match,
    hosted: Mapping[int, Match | None],
    roles: Mapping[int, Roles],
) -> Match | None:
    """Give the attack behind a joined outcome that shares the subject ("killed 12 and wounded seven in an attack").

    A bare number shares what it counts ("12 people were killed and seven wounded when shells fell").
    """
    if not table.types[match.trigger.type].outcome or match.trigger.part == "noun":
        return None
    for token in annotated.dependents(match.token, "conj"):
        host = hosted.get(token.index)
        own = tuple(annotated.dependents(token.index, "nsubj"))
        shared = not own or (all(t.upos == "NUM" for t in own) and not roles[match.token].agents)
        if host is not None and shared and host.token > token.index:
            return host
    return None


def _host(
    annotated: Annotated, table: EventTable, match: Match, hosts: dict[int, Match], roles: dict[int, Roles]
) -> Match | None:
    kind = table.types[match.trigger.type]
    if match.trigger.part == "noun" or any(
        t.does(Function.NEGATION, Function.NO, Function.WITHOUT)
        for t in annotated.dependents(match.token, "advmod", "mark")
    ):
        return None
    if kind.outcome or (match.trigger.measure and kind.attack):
        candidates = [*_outcome_of(annotated, match, table.words.within), *_causes(annotated, match, table)]
    elif kind.attack:
        candidates = [t.index for t in annotated.dependents(match.token, "nsubj") if t.upos == "NOUN"]
    elif kind.place_patient and _is_aim(annotated, match):
        candidates = [annotated.tokens[match.token].head]
    else:
        return None
    agents = set(roles[match.token].agents)
    for index in candidates:
        host = hosts.get(index)
        if host is not None and (not agents or not roles[host.token].agents or agents <= set(roles[host.token].agents)):
            return host
    return None


def _outcome_of(annotated: Annotated, match: Match, within: frozenset[str]) -> list[int]:
    """Tokens that may head the attack which an outcome belongs to."""
    token = annotated.tokens[match.token]
    own = [t.index for t in annotated.dependents(match.token, "nsubj", "csubj") if t.deprel in {"nsubj", "csubj"}]
    found = [*own, *(t.index for subject in own for t in annotated.dependents(subject, "acl"))]
    if not own and token.deprel in {"advcl", "conj", "acl"}:
        found += _climb(annotated, match.token)
    antecedent = relative_head(annotated, match.token)
    found += [] if antecedent is None else [antecedent]
    found += [t.index for case, t in prepositional(annotated, match.token) if case in within or t.deprel == "obl:agent"]
    return found


def _causes(annotated: Annotated, match: Match, table: EventTable) -> list[int]:
    """Clauses that tell what an outcome came of ("died when shells fell on a bakery", "wounded in shelling in Bor")."""
    clauses = annotated.dependents(match.token, "advcl")
    upshots = table.words.upshots
    return [
        clause.index
        for clause in clauses
        if any(t.lemma.lower() in upshots for t in annotated.dependents(clause.index, "mark", "advmod"))
        or is_means(annotated, clause.index)
    ]


def _climb(annotated: Annotated, index: int) -> Iterable[int]:
    token = annotated.tokens[index]
    while token.deprel in {"advcl", "conj", "acl", "xcomp"} and token.head != token.index:
        token = annotated.tokens[joined_to(annotated, token.index) if token.deprel == "conj" else token.head]
        yield token.index


def _is_aim(annotated: Annotated, match: Match) -> bool:
    token = annotated.tokens[match.token]
    return token.deprel in {"acl", "advcl", "acl:relcl"} and any(
        t.does(Function.INFINITIVE) for t in annotated.dependents(match.token, "mark")
    )


def join_roles(host: Roles, others: Iterable[Roles]) -> Roles:
    """Give the host's roles with those of what is told with it."""
    others = tuple(others)
    agents = host.agents or next((other.agents for other in others if other.agents), ())
    return Roles(
        agents=agents,
        patients=_join(host.patients, (i for other in others for i in other.patients if i not in agents)),
        places=_join(host.places, (i for other in others for i in other.places)),
        instruments=_join(host.instruments, (i for other in others for i in other.instruments)),
    )


def _join(first: tuple[int, ...], rest: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*first, *rest)))
