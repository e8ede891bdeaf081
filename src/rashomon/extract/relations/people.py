"""What somebody is: age beside a name, and the people somebody belongs to."""

from collections.abc import Iterator

from rashomon.extract.clauses import to_antecedent
from rashomon.extract.mentions import noun_phrase
from rashomon.extract.relations.drafts import Draft
from rashomon.extract.relations.ends import Text, find_end
from rashomon.extract.relations.nouns import find_holder
from rashomon.records import Token

_NEAR = 4


def find_ages(text: Text) -> Iterator[Draft]:
    """Find ages: "Mr Noor, 38", "the 32-year-old engineer", "Noor is 38 years old"."""
    for found in text.figures:
        if found.figure.measure == "age":
            holder = _aged(text, found.number)
            if holder is not None:
                yield Draft("age", found.number, found.number, found.number + 1, holder, None, figures=(found.figure,))


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
    """Find "ethnic Tajiks" and "who are ethnically Tajik": the people's name is the value."""
    annotated = text.annotated
    head = annotated.tokens[token.head]
    subject = None
    for child in annotated.dependents(head.index, "nsubj"):
        subject = find_end(text, to_antecedent(annotated, child.index), "any")
    if head.deprel == "appos":
        subject = subject or find_end(text, head.head, "any")
    if subject is not None:
        first, last = noun_phrase(annotated, head.index, keep_nmod=False)
        yield Draft("ethnicity", token.index, token.index, head.index + 1, subject, None, annotated.words(first, last))
