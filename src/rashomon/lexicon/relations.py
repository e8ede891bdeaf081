"""Relation kinds and the patterns that tell them: relations.yaml and lang/<code>/relations.yaml as one table."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, read_language, read_yaml
from rashomon.lexicon.relation_patterns import GripPattern, NounPattern, PhrasePattern, VerbPattern
from rashomon.lexicon.relation_table import RelationKind, RelationTable

_SHAPES = ("verbs", "nouns", "phrases", "grips")
_WORDS = ("copulas", "negations", "reflexives", "titles", "plurals", "statives", "ethnic", "place_nouns",
          "actor_nouns", "naming_verbs", "vague_heads", "institution_nouns", "ruler_words", "terror_words",
          "office_bodies", "unique_words", "part_words", "state_nouns", "companions", "unheld",
          "pointing", "keeping", "shares", "no_longer", "refusing", "wishing", "leaving",
          "people_nouns", "force_nouns", "captive_words", "goods_nouns", "settled_nouns", "inhabitants", "homes",
          "having", "dwellers", "living_verbs", "seats", "mostly", "alias_words", "calling", "knowing",
          "dead_words", "among", "ours", "standing", "sizes", "putting", "putting_at", "strong",
          "carriers", "growing", "ranks", "succeeding", "fleets", "holdings", "peoples", "folk", "between",
          "armed_by", "describing", "majorities",
          "nicknaming", "numbering", "claiming")  # fmt: skip
_MAPS = ("qualifiers", "affixes")
_OPTIONAL = {
    "verbs": [
        "particle",
        "subject",
        "object",
        "value",
        "subject_is",
        "object_is",
        "patient_lemmas",
        "through",
        "only",
        "qualifier",
        "figures",
        "requires",
        "constant",
        "value_lemmas",
        "agent_lemmas",
        "owner",
    ],
    "nouns": ["holder", "holder_is", "complement_is", "prepositions", "value", "qualifier", "required", "figures"],
    "phrases": ["qualifier", "attached_is", "complement_is", "complements", "turned", "value", "near"],
    "grips": ["verbs", "prepositions", "held_is", "mutual", "seat"],
}


def read_relations(root: Traversable, language: str) -> RelationTable:
    """Read relation kinds and patterns.

    Args:
        root: the folder of all resources.
        language: ISO 639-1 code.

    Raises:
        ResourceError: a file is wrong, or a pattern names a kind that is not there.
    """
    kinds = {name: _kind(name, row) for name, row in read_yaml(root / "relations.yaml").items()}
    raw = read_language(language, "relations.yaml")
    check_keys("lang relations.yaml", raw, (*_SHAPES, *_WORDS, *_MAPS))
    for shape in _SHAPES:
        for row in raw[shape]:
            _check_row(shape, row, kinds)
    words: Any = {key: frozenset(map(str, raw[key])) for key in _WORDS}
    return RelationTable(
        kinds=kinds,
        verbs=_by_lemma(raw["verbs"], _verb),
        nouns=_by_lemma(raw["nouns"], _noun),
        phrases=_by_lemma(raw["phrases"], _phrase),
        grips=_by_lemma(raw["grips"], _grip),
        qualifiers=raw["qualifiers"],
        affixes=raw["affixes"],
        **words,
    )


def _kind(name: str, row: Mapping[str, Any]) -> RelationKind:
    check_keys(f"relations.yaml: {name}", row, ("label", "definition", "subject", "object"), ("origin",))
    return RelationKind(name, row["label"], row["definition"], row["subject"], row["object"], row.get("origin", ""))


def _check_row(shape: str, row: Mapping[str, Any], kinds: Mapping[str, RelationKind]) -> None:
    where = f"lang relations.yaml: {shape}: {row.get('lemmas')}"
    needed = ("lemmas", "kind", "for", "prepositions") if shape == "phrases" else ("lemmas", "kind", "for")
    check_keys(where, row, needed, (*_OPTIONAL[shape], "against"))
    if row["kind"] not in kinds:
        raise ResourceError(f"{where}: kind {row['kind']!r} is not in relations.yaml")


def _by_lemma(rows: Any, make: Any) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        pattern = make(row)
        for lemma in row["lemmas"]:
            found.setdefault(str(lemma), []).append(pattern)
    return {lemma: tuple(patterns) for lemma, patterns in found.items()}


def _verb(row: Mapping[str, Any]) -> VerbPattern:
    return VerbPattern(
        kind=row["kind"],
        particle=row.get("particle", ""),
        subject=row.get("subject", "agent"),
        object=row.get("object", "patient"),
        value=row.get("value", ""),
        subject_is=row.get("subject_is", "actor"),
        object_is=row.get("object_is", "any"),
        patient_lemmas=frozenset(row.get("patient_lemmas", ())),
        through=row.get("through", False),
        only=row.get("only", ""),
        qualifier=row.get("qualifier", ""),
        figures=frozenset(row.get("figures", ())),
        requires=row.get("requires", ""),
        constant=row.get("constant", ""),
        value_lemmas=frozenset(row.get("value_lemmas", ())),
        agent_lemmas=frozenset(row.get("agent_lemmas", ())),
        owner=row.get("owner", False),
        examples=tuple(row["for"]),
        against=tuple(row.get("against", ())),
    )


def _noun(row: Mapping[str, Any]) -> NounPattern:
    return NounPattern(
        kind=row["kind"],
        holder=row.get("holder", "subject"),
        holder_is=row.get("holder_is", ""),
        complement_is=row.get("complement_is", "any"),
        prepositions=frozenset(row.get("prepositions", ("of",))),
        value=row.get("value", False),
        qualifier=row.get("qualifier", ""),
        required=row.get("required", True),
        figures=frozenset(row.get("figures", ())),
        examples=tuple(row["for"]),
        against=tuple(row.get("against", ())),
    )


def _grip(row: Mapping[str, Any]) -> GripPattern:
    return GripPattern(
        kind=row["kind"],
        prepositions=frozenset(row.get("prepositions", ("of", "over"))),
        held_is=row.get("held_is", "place"),
        verbs=row["verbs"],
        mutual=row.get("mutual", False),
        seat=row.get("seat", False),
        examples=tuple(row["for"]),
        against=tuple(row.get("against", ())),
    )


def _phrase(row: Mapping[str, Any]) -> PhrasePattern:
    return PhrasePattern(
        kind=row["kind"],
        prepositions=frozenset(row["prepositions"]),
        attached_is=row.get("attached_is", "any"),
        complement_is=row.get("complement_is", "actor"),
        complements=frozenset(row.get("complements", ("of",))),
        turned=row.get("turned", False),
        value=row.get("value", ""),
        near=frozenset(row.get("near", ())),
        qualifier=row.get("qualifier", ""),
        examples=tuple(row["for"]),
        against=tuple(row.get("against", ())),
    )
