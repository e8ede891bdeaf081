"""Reads resources/lang/<code>/mastheads.yaml: by which words a page's head names who publishes it."""

from dataclasses import dataclass

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_language

_LISTS = ("last_words", "weak_words", "firm_words", "author_words", "author_last", "first_words", "joins", "causes",
          "plain_words", "verbs", "body_words", "statements", "address_labels", "carriers")  # fmt: skip
_EXAMPLES = ("names", "weak_names", "firm_names", "not_firm_names", "not_names", "bodies", "not_bodies")


@dataclass(frozen=True, slots=True)
class MastheadExamples:
    """Lines for and against.

    Attributes:
        names: names of outlets by their words alone.
        weak_names: names where something beside them speaks for it.
        firm_names: names at the top of a page or beside its day.
        not_firm_names: none there.
        not_names: never names.
        bodies: names of bodies.
        not_bodies: never such.
    """

    names: tuple[str, ...]
    weak_names: tuple[str, ...]
    firm_names: tuple[str, ...]
    not_firm_names: tuple[str, ...]
    not_names: tuple[str, ...]
    bodies: tuple[str, ...]
    not_bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mastheads:
    """The words of page heads, folded.

    Attributes:
        last_words: close an outlet's name.
        weak_words: close one where something beside it speaks for it.
        firm_words: of these, what closes one at the top of a page or beside its day or author.
        author_words: before one of `author_last`, an author without a name.
        author_last: trades of those who write.
        first_words: open one.
        joins: small words inside.
        causes: words inside a name that tells what its bearers want.
        plain_words: words in -s, -ed and -ing that are no verb there.
        verbs: headline verbs without an ending.
        body_words: open or close the name of a body.
        statements: words before "by" and who issues it.
        address_labels: words before the page's own address.
        carriers: hosts that are never an outlet.
        examples: for and against.
    """

    last_words: frozenset[str]
    weak_words: frozenset[str]
    firm_words: frozenset[str]
    author_words: frozenset[str]
    author_last: frozenset[str]
    first_words: frozenset[str]
    joins: frozenset[str]
    causes: frozenset[str]
    plain_words: frozenset[str]
    verbs: frozenset[str]
    body_words: frozenset[str]
    statements: frozenset[str]
    address_labels: frozenset[str]
    carriers: frozenset[str]
    examples: MastheadExamples


def read_mastheads(language: str = "en") -> Mastheads:
    """Read the table of one language.

    Raises:
        ResourceError: a key is missing or unknown, a word stands twice, is a strong and a weak word at once, or firm
            and not weak.
    """
    table = read_language(language, "mastheads.yaml")
    check_keys("mastheads.yaml", table, {*_LISTS, "examples"})
    check_keys("mastheads.yaml: examples", table["examples"], (), _EXAMPLES)
    for name in ("last_words", "weak_words", "body_words", "carriers"):
        check_unique(f"mastheads.yaml: {name}", table[name])
    both = sorted(set(table["last_words"]) & set(table["weak_words"]))
    if both:
        raise ResourceError(f"mastheads.yaml: {both[0]!r} stands in last_words and weak_words; keep one of the two")
    loose = sorted(set(table["firm_words"]) - set(table["weak_words"]))
    if loose:
        raise ResourceError(f"mastheads.yaml: {loose[0]!r} stands in firm_words only; add it to weak_words")
    return Mastheads(
        examples=MastheadExamples(**{name: tuple(map(str, table["examples"].get(name, ()))) for name in _EXAMPLES}),
        **{name: frozenset(str(word).casefold() for word in table[name]) for name in _LISTS},
    )
