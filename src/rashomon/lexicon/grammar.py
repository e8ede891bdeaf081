"""resources/lang/<code>/grammar.yaml: the closed-class words of a language and what they do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_language
from rashomon.records import Function

_NONE: frozenset[Function] = frozenset()


@dataclass(frozen=True, slots=True)
class GrammarExample:
    """A sentence with one word marked *so*, the function that the word has there, and the relations it has it in.

    Attributes:
        function: name of the row.
        text: the sentence with its mark.
        relations: UD relations of a word that does it.
        against: whether the marked word does it in none of them.
    """

    function: Function
    text: str
    relations: frozenset[str]
    against: bool


@dataclass(frozen=True, slots=True, eq=False)
class GrammarTable:
    """Closed-class words, lower case, printed forms and dictionary forms alike -> what they do."""

    words: Mapping[str, frozenset[Function]]
    examples: tuple[GrammarExample, ...]

    def functions(self, low: str, lemma: str) -> frozenset[Function]:
        """Give what a word does by its printed form in lower case or by its dictionary form."""
        own = self.words.get(low)
        if low == lemma:
            return own or _NONE
        base = self.words.get(lemma.lower())
        if own is None or base is None or own is base:
            return own or base or _NONE
        return own | base


def read_grammar(language: str) -> GrammarTable:
    """Read the closed-class words of one language; a function that it does not list has no words there.

    Raises:
        ResourceError: a function is unknown, or a word is none or stands twice.
    """
    content: dict[str, dict[str, Any]] = read_language(language, "grammar.yaml")
    found: dict[str, set[Function]] = {}
    examples: list[GrammarExample] = []
    for name, row in content.items():
        if not row:
            continue
        where = f"grammar.yaml {name}"
        check_keys(where, row, ("words", "as", "for"), ("against",))
        if name not in set(Function):
            raise ResourceError(f"{where}: no such function; the functions are in records/enums.py")
        if odd := [word for word in row["words"] if not isinstance(word, str)]:
            raise ResourceError(f"{where}: {odd} are no words; put them in quotes")
        check_unique(where, row["words"])
        for word in row["words"]:
            found.setdefault(word, set()).add(Function(name))
        examples += _examples(Function(name), row)
    return GrammarTable({word: frozenset(functions) for word, functions in found.items()}, tuple(examples))


def _examples(function: Function, row: Mapping[str, Any]) -> list[GrammarExample]:
    relations = frozenset(row["as"])
    made = [GrammarExample(function, row["for"], relations, False)]
    return [*made, GrammarExample(function, row["against"], relations, True)] if "against" in row else made
