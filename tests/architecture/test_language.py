"""A language is a folder: no module of extract or of coreference holds a word of one; words stand in its folder.

Two checks read the syntax trees. A list: a collection, or the alternatives of a pattern, of which some member is a word
and none of our own codes. A word: a string that is a closed-class word or a cue of some language, unless it is a code.
"""

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest

from rashomon.lexicon import load_lexicon
from rashomon.lexicon.event_words import FOUND_CLASSES, SUBJECT_ROLES
from rashomon.lexicon.files import resources
from rashomon.records import enums

SOURCE = Path(__file__).resolve().parents[2] / "src" / "rashomon"
ROOMS = ("extract", "annotate/coreference")
MODULES = sorted(path for room in ROOMS for path in (SOURCE / room).rglob("*.py"))
LANGUAGES = sorted(entry.name for entry in (resources() / "lang").iterdir() if entry.is_dir())


def _listed(words: str) -> set[str]:
    return set(words.split())


UNIVERSAL = _listed(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed "
    "flat goeswith iobj list mark neg nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp "
    "agent pass poss relcl prt tmod npmod preconj predet desc gov"
)
# Names that the code and the resources share; each is the name of a thing of ours, never a word of a text.
NAMES = {
    *_listed("second minute hour day week weekend fortnight month year decade century"),  # units of time (TIMEX3)
    *_listed("probable possible unknown event verb"),  # hedges and scopes of modality.yaml
    *_listed("person place group state institution any actor object subject"),  # sorts of a relation's ends
    *_listed("patient value casualty things age money true none passive number"),  # roles, kinds of measures
    *_listed("syntax clause sentence paragraph chain conjunct anaphor heading frame consequence"),  # names of rules
}
# Those of them that are words of a language too, by the only modules that may say them.
LOCAL = {
    "extract/times": _listed("from to before after past ahead first middle last"),  # sides and parts of a time
    "extract/events/timing.py": {"from"},  # the same
    "extract/relations": {"not", "self-declared"},  # qualifiers of a relation (docs/format.md)
    "extract/relations/ends.py": _listed("named-place settled goods someone force"),  # sorts of an end
    "extract/claims/make.py": {"not", "former", "late"},  # the same
}

_WORD = re.compile(r"[’']?[a-zà-ÿ][a-zà-ÿ’']*(?:[ -][a-zà-ÿ’']+)*")
_ALTERNATIVES = re.compile(r"[a-zà-ÿ]{2,}(?:\|[a-zà-ÿ]{2,})+")


@cache
def codes() -> frozenset[str]:
    """Every code of ours that looks like a word: values of closed sets, names in resources, UD relations."""
    closed = [kind for kind in vars(enums).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]
    found = {str(value) for kind in closed if kind is not enums.Function for value in kind}
    lexicon = load_lexicon()
    found |= {*lexicon.events.types, *lexicon.events.words.class_names, *FOUND_CLASSES, *SUBJECT_ROLES}
    found |= {kind.family for kind in lexicon.events.types.values()} | {*lexicon.relations.kinds}
    found |= {*lexicon.figures.measures, *lexicon.factors.factors}
    return frozenset(found | UNIVERSAL | NAMES)


@cache
def spoken() -> frozenset[str]:
    """Closed-class words and cues of all languages: what a rule would be tempted to ask for."""
    found: set[str] = set()
    for language in LANGUAGES:
        lexicon = load_lexicon(language)
        table = lexicon.cues
        found |= {*lexicon.grammar.words, *table.verbs, *table.nouns, *table.adverbs, *table.prepositions}
        found |= {*lexicon.modality.negations, *lexicon.modality.auxiliaries, *lexicon.modality.marks}
    return frozenset(word for word in found if word.isalpha())


def _strings(tree: ast.AST) -> Iterator[ast.Constant]:
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def _parts(word: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[:/]", word) if part)


def found_words(source: str, own: frozenset[str] = frozenset()) -> list[str]:
    """Give the words of a language in a module's code, as "line: words"; `own` are further codes of the module."""

    def is_code(word: str) -> bool:
        known = codes() | own
        return word in known or all(part in known for part in _parts(word))

    tree = ast.parse(source)
    found = []
    for node in ast.walk(tree):
        members = getattr(node, "elts", getattr(node, "keys", None)) if not isinstance(node, ast.Compare) else None
        if not isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict) or not members:
            continue
        values = [m.value for m in members if isinstance(m, ast.Constant) and isinstance(m.value, str)]
        words = [value for value in values if _WORD.fullmatch(value) and not is_code(value)]
        if words:
            found.append(f"{node.lineno}: {words}")
    for node in _strings(tree):
        value = str(node.value)
        if value in spoken() and not is_code(value):
            found.append(f"{node.lineno}: {value!r}")
        if (hit := _ALTERNATIVES.search(value)) and not all(map(is_code, hit.group().split("|"))):
            found.append(f"{node.lineno}: pattern {hit.group()!r}")
    return found


def _own(path: Path) -> frozenset[str]:
    name = path.relative_to(SOURCE).as_posix()
    return frozenset(word for folder, words in LOCAL.items() if name.startswith(folder) for word in words)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_module_of_extract_holds_a_word_of_a_language(path: Path) -> None:
    assert not found_words(path.read_text(encoding="utf-8"), _own(path)), "put them into resources/lang/<code>/"


@pytest.mark.parametrize(
    "code",
    [
        '_PRONOUNS = frozenset({"he", "she"})',
        'if token.lemma == "without": pass',
        'if token.lemma in ("nearby", "close"): pass',
        '_PATTERN = re.compile(r"(?:st|nd|rd|th)$")',
        'match lemma:\n    case "said": pass\n    case "claim": pass',
        'first, last = text.partition("of")',
        '_SIDES = {"pero": 1}',
    ],
)
def test_the_check_finds_a_word(code: str) -> None:
    assert found_words(code)


@pytest.mark.parametrize("code", ['_OBJECTS = frozenset({"obj", "nsubj:pass"})', 'if slot == "agent": pass'])
def test_the_check_leaves_our_own_codes(code: str) -> None:
    assert not found_words(code)
