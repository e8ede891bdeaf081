"""States told by a number: how strong a force is, how many people live in a place."""

from collections.abc import Iterator

from rashomon.extract.clauses import find_agent, find_patient, has_case, is_passive, own_subject, to_antecedent
from rashomon.extract.mentions import make_mention
from rashomon.extract.parts import FoundFigure
from rashomon.extract.relations.denial import is_wished
from rashomon.extract.relations.drafts import Draft
from rashomon.extract.relations.ends import Text, find_end
from rashomon.records import Function, MentionKind, Token

_STRENGTH, _POPULATION = "strength", "population"
_ARMED = frozenset({"fighters", "troops", "police"})
_FEWEST = 20  # "one in four residents" counts nobody's neighbours
_HEADS = frozenset({"people", ""})


def find_by_count(text: Text) -> Iterator[Draft]:
    """Find strengths ("an army of 5,000", "3,000-strong") and populations ("a town of 300", "home to 300")."""
    for found in text.figures:
        draft = _strength(text, found) or _population(text, found)
        if draft is not None:
            yield draft


def _draft(kind: str, trigger: int, found: FoundFigure, subject: str | None, place: str | None) -> Draft:
    first, last = min(trigger, found.number), max(trigger, found.number)
    return Draft(kind, trigger, first, last + 1, subject, place, figures=(found.figure,))


def _strength(text: Text, found: FoundFigure) -> Draft | None:
    readings = (_strong, _of_force, _with_force, _under_arms, _sized, _numbering)
    holder = next((index for read in readings if (index := read(text, found)) is not None), None)
    force = find_end(text, holder, "force")
    return None if force is None else _draft(_STRENGTH, found.number, found, force, None)


def _above(text: Text, index: int) -> Token:
    return text.annotated.tokens[text.annotated.tokens[index].head]


def _strong(text: Text, found: FoundFigure) -> int | None:
    """Read "the 3,000-strong militia" and "the militia is 3,000 strong"."""
    strong = _above(text, found.number)
    if strong.lemma not in text.table.strong or strong.index < found.number:
        return None
    if strong.deprel == "amod":
        return strong.head
    subject = own_subject(text.annotated, strong.index)
    return None if subject is None else to_antecedent(text.annotated, subject)


def _counted(text: Text, found: FoundFigure) -> int:
    """Give the noun counted where it is armed men, else the number itself."""
    return found.number if found.noun is None else found.noun


def _of_force(text: Text, found: FoundFigure) -> int | None:
    """Read "an army of 5,000", "a force of 600 soldiers"."""
    if found.figure.measure not in _ARMED | _HEADS:
        return None
    index = _counted(text, found)
    if not has_case(text.annotated, index, Function.OF) or (found.noun is not None and not found.figure.measure):
        return None
    head = _above(text, index)
    if text.annotated.tokens[index].deprel != "nmod" or head.upos != "NOUN" or head.lemma not in text.table.standing:
        return None
    subject = own_subject(text.annotated, head.index)
    return head.index if subject is None else to_antecedent(text.annotated, subject)


def _with_force(text: Text, found: FoundFigure) -> int | None:
    """Read "the Front, with some 2,000 men under arms"."""
    if found.noun is None or found.figure.measure not in _ARMED | _HEADS:
        return None
    noun = text.annotated.tokens[found.noun]
    armed = found.figure.measure in _ARMED or any(
        child.lemma in text.table.goods_nouns for child in text.annotated.dependents(noun.index, "nmod")
    )
    if not armed or noun.deprel != "nmod" or not has_case(text.annotated, noun.index, Function.WITH):
        return None
    return noun.head


def _sized(text: Text, found: FoundFigure) -> int | None:
    """Read "the strength of the rebels is put at 15,000 men", "puts it at", and "a group estimated at 600 fighters"."""
    verb = _above(text, _counted(text, found))
    if verb.lemma in text.table.growing:
        return _grown(text, verb, found)
    if verb.lemma not in text.table.putting:
        return None
    subject = find_patient(text.annotated, verb) or own_subject(text.annotated, verb.index)
    if subject is None:
        return None
    if text.annotated.tokens[subject].lemma not in text.table.sizes:
        armed = found.figure.measure in _ARMED and is_passive(text.annotated, verb)
        return subject if armed and _stands_at(text, _counted(text, found)) else None
    return _whose(text, subject)


def _whose(text: Text, index: int) -> int | None:
    for child in text.annotated.dependents(index, "nmod"):
        if child.deprel == "nmod:poss" or has_case(text.annotated, child.index, Function.OF):
            return child.index
    return None


def _grown(text: Text, verb: Token, found: FoundFigure) -> int | None:
    """Read "the ranks of the militia have swollen to 12,000 fighters"."""
    subject = own_subject(text.annotated, verb.index)
    ranked = subject is not None and text.annotated.tokens[subject].lemma in text.table.ranks
    return _whose(text, subject) if subject is not None and ranked and _stands_at(text, _counted(text, found)) else None


def _under_arms(text: Text, found: FoundFigure) -> int | None:
    """Read "the Front claims 2,000 under arms", "has 2,000 men under arms"."""
    if found.figure.measure not in _ARMED | _HEADS:
        return None
    counted = text.annotated.tokens[_counted(text, found)]
    verb = _above(text, counted.index)
    if counted.deprel != "obj" or verb.upos != "VERB":
        return None
    beside = (*text.annotated.dependents(counted.index, "nmod"), *text.annotated.dependents(verb.index, "obl"))
    armed = any(
        child.lemma in text.table.goods_nouns and has_case(text.annotated, child.index, word)
        for child in beside
        for word in text.table.armed_by
    )
    return find_agent(text.annotated, verb) if armed and not is_wished(text, verb.index) else None


def _numbering(text: Text, found: FoundFigure) -> int | None:
    """Read "the defenders number about 800" and "the Front claims 2,000 fighters": what is claimed is the number."""
    verb, counted = _above(text, _counted(text, found)), text.annotated.tokens[_counted(text, found)]
    numbers = found.noun is None and verb.lemma in text.table.numbering
    claims = found.figure.measure in _ARMED and verb.lemma in text.table.claiming and counted.deprel == "obj"
    held = verb.upos == "VERB" and found.number > verb.index and (numbers or claims)
    return find_agent(text.annotated, verb) if held else None


def _stands_at(text: Text, index: int) -> bool:
    return any(case.lemma in text.table.putting_at for case in text.annotated.dependents(index, "case"))


def _population(text: Text, found: FoundFigure) -> Draft | None:
    if found.figure.measure not in _HEADS or (found.figure.low or _FEWEST) < _FEWEST:
        return None
    noun = None if found.noun is None else text.annotated.tokens[found.noun]
    if noun is None:
        return _peopled(text, found)
    if noun.lemma not in text.table.inhabitants:
        return None
    place = _place_of(text, noun)
    return None if place is None else _draft(_POPULATION, found.number, found, None, place)


def _peopled(text: Text, found: FoundFigure) -> Draft | None:
    """Read "the population of X is 300", "X's population stands at 300"."""
    number = text.annotated.tokens[found.number]
    subject = own_subject(text.annotated, number.index)
    if subject is None and number.deprel == "obl" and _above(text, number.index).lemma in text.table.putting:
        subject = own_subject(text.annotated, number.head)
    if subject is None or text.annotated.tokens[subject].lemma != _POPULATION:
        return None
    if any(True for _ in text.annotated.dependents(subject, "compound", "amod")):
        return None
    for child in text.annotated.dependents(subject, "nmod"):
        place = find_end(text, child.index, "settled")
        if place is not None:
            return _draft(_POPULATION, found.number, found, None, place)
    return None


def _place_of(text: Text, noun: Token) -> str | None:  # noqa: PLR0911 - one return a construction
    """Give the place where the counted people are at home."""
    annotated = text.annotated
    head = annotated.tokens[noun.head]
    of = noun.deprel == "nmod" and has_case(annotated, noun.index, Function.OF)
    if of and head.lemma in text.table.settled_nouns:
        return find_end(text, head.index, "settled")
    if noun.deprel in {"nmod", "obl"} and head.lemma in text.table.homes:
        above = head.head if head.deprel in {"advmod", "appos", "acl"} else None
        subject = own_subject(annotated, head.index)
        return _settled(text, above if subject is None else to_antecedent(annotated, subject), noun)
    if not any(True for _ in annotated.dependents(noun.index, "acl")):
        for child in annotated.dependents(noun.index, "nmod"):
            whose = to_antecedent(annotated, child.index)
            settled = _settled(text, whose, noun) if child.deprel == "nmod:poss" else None
            if settled is not None:
                return settled
    if noun.deprel == "nsubj" and head.lemma in text.table.living_verbs:
        for child in annotated.dependents(head.index, "obl"):
            if any(case.text.lower() in text.table.seats for case in annotated.dependents(child.index, "case")):
                return find_end(text, child.index, "settled")
    if noun.lemma not in text.table.dwellers:
        return None
    if noun.deprel == "obj" and head.lemma in text.table.having:
        return _settled(text, find_agent(annotated, head), noun)
    if noun.deprel in {"nmod", "obl"} and has_case(annotated, noun.index, Function.WITH):
        holder = own_subject(annotated, head.index) if head.upos == "VERB" else head.index
        return find_end(text, holder, "settled")
    return _whole_place(text, noun)


def _whole_place(text: Text, noun: Token) -> str | None:
    """Read "the 2,500 inhabitants of X"; "2,500 residents of X" may be some of them."""
    annotated = text.annotated
    known = any(child.text.lower() in text.table.pointing for child in annotated.dependents(noun.index, "det"))
    if not known or any(True for _ in annotated.dependents(noun.index, "acl")):
        return None
    for child in annotated.dependents(noun.index, "nmod"):
        if has_case(annotated, child.index, Function.OF):
            return _settled(text, child.index, noun)
    return None


def _settled(text: Text, index: int | None, noun: Token) -> str | None:
    """Give the place of those who live there; what has inhabitants is one, whatever the model takes it for."""
    found = find_end(text, index, "settled")
    home = text.annotated.tokens[noun.head].lemma in text.table.homes
    if found is not None or index is None or not (home or noun.lemma in text.table.dwellers):
        return found
    known = text.annotated.tokens[index].upos == "PROPN" and (text.label(index) != "PERSON" or home)
    return text.keep(make_mention(text.annotated, index, MentionKind.PLACE)) if known else None
