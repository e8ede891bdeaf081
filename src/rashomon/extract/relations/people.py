"""What somebody is: age beside a name, the people somebody belongs to, alive or dead, for or against whom."""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.clauses import own_subject, to_antecedent
from rashomon.extract.mentions import make_mention, noun_phrase
from rashomon.extract.relations.denial import is_denied
from rashomon.extract.relations.drafts import Draft
from rashomon.extract.relations.ends import Text, find_end
from rashomon.extract.relations.holders import find_holder
from rashomon.records import Figure, Function, Mention, MentionKind, Modifier, Token, make_id

_NEAR = 4
_YOUNGEST, _OLDEST = 5, 115  # a smaller number is more often a score
_AGE = "age"
_NOT = "not"


def find_ages(text: Text) -> Iterator[Draft]:
    """Find ages: "Mr Noor, 38", "the 32-year-old engineer", "Noor is 38 years old"."""
    for found in text.figures:
        if found.figure.measure == _AGE:
            holder = _aged(text, found.number)
            if holder is not None:
                yield Draft(_AGE, found.number, found.number, found.number + 1, holder, None, figures=(found.figure,))


def find_bare_age(text: Text, number: Token) -> Iterator[Draft]:
    """Find an age that no word calls one: "Noor is 38", "who was only 17"."""
    annotated = text.annotated
    subject = number.head if number.deprel == "appos" else own_subject(annotated, number.index)
    below = list(annotated.dependents(number.index, "nmod", "obl", "nummod", "compound", "amod"))
    if subject is None or below or not number.text.isdigit() or not _YOUNGEST <= int(number.text) <= _OLDEST:
        return
    holder = to_antecedent(annotated, subject)
    if number.deprel == "advcl" or text.label(holder) != "PERSON" or annotated.tokens[holder].does(Function.MANY):
        return
    end = find_end(text, holder, "person")
    if end is not None and not is_denied(text, number.index):
        years = float(number.text)
        figure = Figure(_AGE, years, years, Modifier.EXACT, number.start, number.end, number.text)
        yield Draft(_AGE, number.index, number.index, number.index + 1, end, None, figures=(figure,))


def _aged(text: Text, number: int) -> str | None:
    tokens = text.annotated.tokens
    index = number
    for _ in range(_NEAR):
        above = tokens[tokens[index].head]
        if above.index == index:
            break
        index = above.index
        holder = find_holder(text, above) if above.upos == "NOUN" else None
        for candidate in (index, holder):
            end = find_end(text, candidate, "person")
            if end is not None:
                return end
    return None


def find_by_people(text: Text, token: Token) -> Iterator[Draft]:
    """Find "ethnic Tajiks", "who are ethnically Tajik" and "a mostly Tajik town": the people's name is the value."""
    annotated = text.annotated
    head = annotated.tokens[token.head]
    subject = None
    if token.lemma.lower() in text.table.mostly:
        people, subject = _mostly(text, token, head)
        if subject is not None and people is not None:
            words = annotated.tokens[people].text
            yield Draft("ethnicity", token.index, token.index, people + 1, subject, None, words)
        return
    for child in annotated.dependents(head.index, "nsubj"):
        subject = find_end(text, to_antecedent(annotated, child.index), "any")
    if head.deprel == "appos" and subject is None:
        subject = find_end(text, head.head, "any")
        if subject is not None and text.mentions[subject].head == head.index:
            subject = text.keep(make_mention(annotated, head.head, MentionKind.ACTOR))
    if subject is not None:
        first, last = noun_phrase(annotated, head.index, keep_nmod=False)
        yield Draft("ethnicity", token.index, token.index, head.index + 1, subject, None, annotated.words(first, last))


def _mostly(text: Text, adverb: Token, head: Token) -> tuple[int | None, str | None]:
    """Read "the village is mostly Kurdish" and "the mostly Serb town": the people behind the adverb, and of whom."""
    annotated, people = text.annotated, adverb.index + 1
    if people >= len(annotated.tokens) or not _is_people(text, people):
        return None, None
    named = annotated.tokens[people]
    if named.deprel == "amod" and head.index in {people, named.head}:
        holder: int | None = named.head
    else:
        holder = own_subject(annotated, people) if head.index == people else None
    if holder is None:
        return None, None
    holder = to_antecedent(annotated, holder)
    return people, find_end(text, holder, "settled") or find_end(text, holder, "group")


def _is_people(text: Text, index: int) -> bool:
    """Say whether a word names a people: by its label, or as what inhabitants or fighters are said to be."""
    if text.label(index) == "NORP":
        return True
    subject = own_subject(text.annotated, index)
    named = text.annotated.tokens[index].upos == "PROPN" and subject is not None
    return named and subject is not None and text.annotated.tokens[subject].lemma in text.table.folk


def find_majority(text: Text, token: Token) -> Iterator[Draft]:
    """Find "the Pashtun-majority district": the people before the hyphen."""
    annotated, people = text.annotated, token.index - 2
    if people < 0 or text.label(people) != "NORP" or annotated.text[annotated.tokens[people].end : token.start] != "-":
        return
    holder = find_end(text, token.head, "settled") or find_end(text, token.head, "group")
    if token.deprel in {"amod", "compound"} and holder is not None:
        yield Draft("ethnicity", token.index, people, token.index + 1, holder, None, annotated.tokens[people].text)


def find_living(text: Text, token: Token) -> Iterator[Draft]:
    """Find who is told to be among the dead: "among the dead is X", "X was among those killed"."""
    annotated = text.annotated
    if not any(child.text.lower() in text.table.among for child in annotated.dependents(token.index, "case")):
        return
    dead = token.text.lower() in text.table.dead_words or any(
        child.lemma in text.table.dead_words for child in annotated.dependents(token.index, "acl")
    )
    holder = own_subject(annotated, token.index)
    if holder is None and token.deprel == "obl":
        holder = own_subject(annotated, token.head)
    person = find_end(text, None if holder is None else to_antecedent(annotated, holder), "someone")
    if dead and person is not None:
        qualifier = "" if is_denied(text, token.index) else _NOT
        yield Draft("alive", token.index, token.index, token.index + 1, person, None, "", qualifier)


def find_by_affix(text: Text, token: Token) -> Iterator[Draft]:
    """Find for or against whom a body is: "the pro-Russian militia", "anti-government fighters"."""
    tokens, name = text.annotated.tokens, token.index + 2
    if name >= len(tokens) or tokens[name].start != token.end + 1 or token.sentence != tokens[name].sentence:
        return
    holder = tokens[name].head if tokens[name].deprel in {"amod", "compound"} else None
    if holder is None or holder < name:
        return
    if tokens[holder].lemma.lower() not in text.table.actor_nouns or find_end(text, name, "actor") is None:
        return
    subject, found = find_end(text, holder, "group"), text.keep(_without_affix(text, name))
    if subject is not None and subject != found:
        kind = text.table.affixes[token.text.lower()]
        yield Draft(kind, token.index, token.index, name + 1, subject, found)


def _without_affix(text: Text, name: int) -> Mention:
    """Give the mention of the word behind the hyphen alone."""
    mention = make_mention(text.annotated, name, MentionKind.ACTOR)
    start = text.annotated.tokens[name].start
    if mention.start >= start:
        return mention
    made = make_id("men", mention.document, start, mention.end, mention.kind.value)
    return replace(mention, id=made, start=start, text=text.annotated.text[start : mention.end])
