"""Who stands where around a verb in Universal Dependencies: subjects, objects and dependents behind prepositions.

Nothing here knows what an event is; all answers are token indices.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.extract.clauses import is_prefix
from rashomon.records import Annotated, Function, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
_MAX_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Arguments:
    """Tokens around a verb: logical subject and object, whatever the voice.

    Attributes:
        subjects: who does it.
        objects: to whom or what it is done.
        passive: whether the verb is passive.
    """

    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    passive: bool


def verb_arguments(annotated: Annotated, verb: int, transitive: bool = False) -> Arguments:
    """Find the logical subjects and objects of a verb.

    Args:
        annotated: the document's columns.
        verb: index of the verb.
        transitive: whether an active verb of this lemma always has an object: without one it is a passive that leaves
            out its auxiliary ("Ten killed in raid").
    """
    passive = is_passive(annotated, verb) or (transitive and _is_short_passive(annotated, verb))
    surface = find_subjects(annotated, verb)
    if passive:
        agents = conjuncts(annotated, [t.index for t in annotated.dependents(verb, "obl:agent")])
        return Arguments(agents, surface, True)
    return Arguments(surface, find_objects(annotated, verb), False)


def is_passive(annotated: Annotated, verb: int) -> bool:
    """Say whether a verb stands in the passive, bare participles and joined verbs with them."""
    token = annotated.tokens[verb]
    deprels = {annotated.tokens[child].deprel for child in annotated.children[verb]}
    if deprels & {"aux:pass", "nsubj:pass"} or (token.xpos == "VBN" and "cop" in deprels):
        return True
    if token.xpos not in {"VBN", "VBD"} or deprels & {"aux", "obj"}:
        return False
    if "nsubj" in deprels or token.xpos == "VBD":
        within = any(t.does(Function.WITH) for t in annotated.dependents(verb, "mark"))
        return "nsubj" in deprels and token.deprel == "advcl" and within  # "with farmers driven from their huts"
    if token.deprel == "conj":
        return is_passive(annotated, joined_to(annotated, verb))
    return token.deprel in {"acl", "advcl", "acl:relcl", "amod", "ccomp", "root", "xcomp"}


def counted_before(annotated: Annotated, state: Token) -> tuple[int, ...]:
    """Give the number right before an adjective that tells what became of them ("suffered 85 dead", "a dozen dead")."""
    before = annotated.tokens[state.index - 1] if state.index else state
    entity = annotated.entity_at[before.index]
    if entity < 0 or annotated.entities[entity].label != "CARDINAL":
        return ()
    taken = before.deprel == "obj" and before.head == state.head and state.deprel in {"advcl", "xcomp"}
    counted = {"obl:npmod"} if state.deprel == "amod" else {"obl:npmod", "nummod"}
    return (before.index,) if taken or (before.head == state.index and before.deprel in counted) else ()


def adverbs_of(annotated: Annotated, verb: int) -> set[str]:
    """Give the adverbs of a verb and one right behind it that hangs elsewhere ("turned back twice")."""
    behind = (t for t in annotated.tokens[verb + 1 : verb + 2] if t.deprel == "advmod")
    return {t.lemma.lower() for t in (*annotated.dependents(verb, "advmod"), *behind)}


def is_bare(annotated: Annotated, verb: int) -> bool:
    """Say whether nothing but subjects, helpers and times hangs on a verb ("31 soldiers fell on Monday")."""
    beside = annotated.dependents(verb, "obj", "obl", "xcomp", "ccomp", "advmod", "compound", "advcl")
    entities = (annotated.entity_at[token.index] for token in beside if token.deprel != "compound:prt")
    return all(at >= 0 and annotated.entities[at].label in {"DATE", "TIME"} for at in entities)


def is_joined_bare(annotated: Annotated, verb: Token) -> bool:
    """Say whether a verb is joined to another one without a subject of its own."""
    return verb.deprel == "conj" and not any(True for _ in annotated.dependents(verb.index, "nsubj"))


def _is_short_passive(annotated: Annotated, verb: int) -> bool:
    """Say whether a past form has a subject of its own, or a passive's before it, and neither helper nor object."""
    token = annotated.tokens[verb]
    if token.xpos not in {"VBD", "VBN"} or token.deprel in {"acl:relcl", "acl"}:
        return False
    below = {annotated.tokens[child].deprel for child in annotated.children[verb]}
    if below & {"aux", "obj", "ccomp", "xcomp"}:
        return False
    if "nsubj" not in below:
        return token.deprel == "conj" and is_passive(annotated, joined_to(annotated, verb))
    relative = any(t.does(Function.RELATIVE) for t in annotated.dependents(verb, "nsubj"))
    return not relative and not find_objects(annotated, verb)


def find_subjects(annotated: Annotated, verb: int) -> tuple[int, ...]:
    """Find a verb's surface subjects: its own, a relative's antecedent, or one it shares or is controlled by."""
    at = verb
    for _ in range(_MAX_CLIMB):
        own = [t.index for t in annotated.dependents(at, "nsubj")]
        if own:
            return _named(annotated, at, own)
        above = _governor(annotated, at)
        if above is None:
            return ()
        at, found = above
        if found:
            return conjuncts(annotated, found)
    return ()


def is_cleft_negated(annotated: Annotated, verb: int) -> bool:
    """Say whether a relative clause's noun is said not to be the one ("it was not the rebels who burned it")."""
    noun = relative_head(annotated, verb)
    if noun is None or not any(True for _ in annotated.dependents(noun, "cop")):
        noun = None if noun is None else annotated.tokens[noun].head
    if noun is None or annotated.tokens[noun].upos == "VERB":
        return False
    it = any(t.does(Function.EXPLETIVE) for t in annotated.dependents(noun, "nsubj", "expl"))
    return it and any(t.does(Function.NEGATION) for t in annotated.dependents(noun, "advmod"))


def _named(annotated: Annotated, verb: int, own: list[int]) -> tuple[int, ...]:
    """Take the antecedent for a relative pronoun."""
    resolved: list[int] = []
    for index in own:
        if annotated.tokens[index].does(Function.RELATIVE) and annotated.tokens[index].xpos in {
            "WDT",
            "WP",
            "IN",
            "WP$",
        }:
            antecedent = relative_head(annotated, verb)
            resolved += [antecedent] if antecedent is not None else []
        else:
            antecedent = relative_head(annotated, verb) if _counts_relative(annotated, index) else None
            resolved.append(index if antecedent is None else antecedent)
    return conjuncts(annotated, resolved)


def _counts_relative(annotated: Annotated, index: int) -> bool:
    """Say whether a number counts those that a relative clause is told of ("many of whom")."""
    behind = annotated.tokens[index + 1 : index + 3]
    return len(behind) == 2 and behind[0].does(Function.OF) and behind[1].does(Function.RELATIVE)


def relative_head(annotated: Annotated, verb: int) -> int | None:
    """Give the noun that a relative clause hangs on, climbing over joined verbs, or None."""
    token = annotated.tokens[verb]
    while token.deprel in {"conj", "xcomp", "ccomp"} and token.head != token.index:
        token = annotated.tokens[token.head]
    return token.head if token.deprel == "acl:relcl" else None


def possessor_of(annotated: Annotated, index: int) -> int:
    """Give the noun that "whose" stands for, any other token itself."""
    token = annotated.tokens[index]
    if not token.does(Function.RELATIVE):
        return index
    for _ in range(_MAX_CLIMB):
        token = annotated.tokens[token.head]
        if token.deprel == "acl:relcl":
            return token.head
    return index


def _governor(annotated: Annotated, verb: int) -> tuple[int, list[int]] | None:
    """Say where the missing subject is to be sought: (next verb, []) or (verb, the tokens found)."""
    token = annotated.tokens[verb]
    if token.head == token.index:
        return None
    head = annotated.tokens[token.head]
    if token.deprel in {"acl", "acl:relcl"}:
        return _modified(annotated, verb, head)
    if token.deprel == "xcomp" or (token.deprel == "advcl" and _marked_of(annotated, verb)):
        objects = [t.index for t in annotated.dependents(head.index, "obj")]
        beside = annotated.dependents(head.index, "obl", "nmod")
        called = [t.index for t in beside if t.index < verb and leads(annotated, t, Function.ON)]
        return head.index, objects or called
    if token.deprel == "conj":
        return joined_to(annotated, verb), []
    if token.deprel == "advcl" and head.upos in {"VERB", "AUX", "ADJ"}:
        return _beside(annotated, token, head)
    return None


def _beside(annotated: Annotated, verb: Token, head: Token) -> tuple[int, list[int]] | None:
    """Say whose doing an adverbial clause is: the number's before it ("took in 52 wounded"), or the clause's above."""
    number = counted_before(annotated, verb)
    suffers = is_passive(annotated, head.index) or _is_short_passive(annotated, head.index)
    return None if not number and suffers and is_means(annotated, verb.index) else (head.index, list(number))


def _modified(annotated: Annotated, verb: int, head: Token) -> tuple[int, list[int]] | None:
    """Say whose doing a clause behind a noun is: the noun's, or nobody's that is told."""
    if head.deprel == "obl:agent" and _marked_of(annotated, verb):
        # "Accused by the army of shelling": whoever is accused, not who accuses.
        return head.head, []
    marks = tuple(annotated.dependents(verb, "mark"))
    if any(t.does(Function.INFINITIVE) for t in marks):
        bare = not any(True for _ in annotated.dependents(head.index, "det", "nmod:poss"))
        if annotated.tokens[verb].xpos == "VBG" and bare and head.deprel == "obl":  # "in addition to burning it"
            return head.head, []
        return _meant(annotated, head)
    owned = any(t.does(Function.OF, Function.FOR) for t in marks)
    owned = owned and annotated.tokens[head.head].does(Function.PERFECT, Function.BE)
    return None if owned else (verb, [head.index])


def _meant(annotated: Annotated, noun: Token) -> tuple[int, list[int]] | None:
    """Say whose deed a noun with an infinitive is: its owner's ("their readiness to attack", "the army's plan to")."""
    owner = next((t.index for t in annotated.dependents(noun.index, "nmod:poss")), None)
    if owner is None or annotated.tokens[owner].upos != "PRON" or noun.deprel != "obj":
        return None if owner is None else (noun.index, [owner])
    subjects = find_subjects(annotated, noun.head)
    chains = annotated.chain_at
    same = any(chains.get(owner) in {None, chains.get(subject)} for subject in subjects)
    return (noun.head, list(subjects)) if same else (noun.index, [owner])


def is_means(annotated: Annotated, verb: int) -> bool:
    """Say whether a gerund only names a happening ("wounded by shelling", "in shelling"): nothing tells whose it is."""
    led = any(t.does(Function.BY, Function.AMID) for t in annotated.dependents(verb, "mark", "case"))
    return led and not any(True for _ in annotated.dependents(verb, "obj"))


def joined_to(annotated: Annotated, index: int) -> int:
    """Give the conjunct right before a joined verb: UD hangs all of them on the first, but each goes on the last."""
    token = annotated.tokens[index]
    before = [t.index for t in annotated.dependents(token.head, "conj") if t.index < index and t.upos == token.upos]
    return before[-1] if before else token.head


def _marked_of(annotated: Annotated, verb: int) -> bool:
    return any(t.does(Function.OF, Function.FROM) for t in annotated.dependents(verb, "mark", "case"))


def find_objects(annotated: Annotated, verb: int) -> tuple[int, ...]:
    """Find the objects of an active verb: its own, a relative's antecedent, or one shared with the next joined verb."""
    own = [t.index for t in annotated.dependents(verb, "obj") if not is_prefix(annotated, t.index)]
    token = annotated.tokens[verb]
    if own:
        if annotated.tokens[own[0]].does(Function.RELATIVE):
            antecedent = relative_head(annotated, verb)
            return () if antecedent is None else (antecedent,)
        return conjuncts(annotated, own)
    if token.deprel == "acl:relcl" and any(
        not t.does(Function.RELATIVE) and not _counts_relative(annotated, t.index)
        for t in annotated.dependents(verb, "nsubj")
        if t.deprel == "nsubj"
    ):
        return (token.head,)
    joined = [t.index for t in annotated.dependents(verb, "conj") if t.upos == "VERB" and t.index - verb <= 3]
    return find_objects(annotated, joined[0]) if joined else ()


def conjuncts(annotated: Annotated, heads: list[int] | tuple[int, ...]) -> tuple[int, ...]:
    """Give the heads with all nouns joined to them, in text order."""
    found = list(heads)
    for head in found:
        found.extend(t.index for t in annotated.dependents(head, "conj") if t.upos in _NOMINAL and t.index not in found)
    return tuple(sorted(dict.fromkeys(found)))


def case_of(annotated: Annotated, index: int) -> str:
    """Give the preposition before a dependent, its fixed parts joined ("out of"), or ""."""
    for token in annotated.dependents(index, "case"):
        if token.upos in {"ADP", "SCONJ", "VERB", "ADV", "PART"} and not token.does(Function.POSSESSIVE):
            parts = [token, *annotated.dependents(token.index, "fixed")]
            return " ".join(part.lemma.lower() for part in parts)
    return ""


def leads(annotated: Annotated, token: Token, function: Function) -> bool:
    """Say whether a dependent stands behind one bare preposition of a function ("of", not "out of")."""
    for case in annotated.dependents(token.index, "case"):
        if case.upos in {"ADP", "SCONJ", "VERB", "ADV", "PART"} and not case.does(Function.POSSESSIVE):
            return case.does(function) and not any(True for _ in annotated.dependents(case.index, "fixed"))
    return False


def prepositional(annotated: Annotated, index: int) -> Iterator[tuple[str, Token]]:
    """Give (preposition, dependent) for every dependent of a token that stands behind one."""
    for token in annotated.dependents(index, "obl", "nmod"):
        case = case_of(annotated, token.index)
        if case:
            yield case, token
