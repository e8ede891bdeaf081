"""resources/lang/<code>/modality.yaml: negation, hedges and realis cues."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_language
from rashomon.records import Realis

_FILE = "modality.yaml"
_SECTIONS = ("negations", "auxiliaries", "adverbs", "adjectives", "marks", "governors", "lacking", "purposes",
             "falsehoods", "attempts")  # fmt: skip
_HEDGES = frozenset({"", "probable", "possible", "unknown"})
_ONLY = frozenset({"verb", "event"})


@dataclass(frozen=True, slots=True)
class ModalCue:
    """What a word does to a happening: None of the three = it leaves that as it is.

    Attributes:
        negated: whether it denies it.
        hedged: "", "probable", "possible" or "unknown" (no commitment either way).
        realis: the realis it gives, or None.
        only: the parts of speech of the governor ("verb") and kinds of trigger ("event": a noun) it acts for; () = all.
        rule: section and first word of the row.
    """

    negated: bool
    hedged: str
    realis: Realis | None
    only: frozenset[str]
    rule: str


@dataclass(frozen=True, slots=True)
class ModalTable:
    """Cues by section: word -> cue; `examples` are (row, example for, example against or "")."""

    negations: Mapping[str, ModalCue]
    auxiliaries: Mapping[str, ModalCue]
    adverbs: Mapping[str, ModalCue]
    adjectives: Mapping[str, ModalCue]
    marks: Mapping[str, ModalCue]
    governors: Mapping[str, ModalCue]
    lacking: Mapping[str, ModalCue]
    purposes: Mapping[str, ModalCue]
    falsehoods: Mapping[str, ModalCue]
    attempts: Mapping[str, ModalCue]
    examples: tuple[tuple[str, str, str], ...]


def read_modality(language: str) -> ModalTable:
    """Read the modality cues of one language.

    Raises:
        ResourceError: a row is wrong or a word stands twice in a section.
    """
    content = read_language(language, _FILE)
    check_keys(_FILE, content, _SECTIONS)
    examples = tuple(
        (f"{section} {row['words'][0]}", row["for"], row.get("against", ""))
        for section in _SECTIONS
        for row in content[section]
    )
    return ModalTable(**{name: _read_section(_FILE, name, content[name]) for name in _SECTIONS}, examples=examples)


def _read_section(file: str, section: str, rows: list[dict[str, Any]]) -> dict[str, ModalCue]:
    where = f"{file} {section}"
    for row in rows:
        check_keys(where, row, ("words", "for"), ("against", "negated", "hedged", "realis", "only"))
        row["words"] = list(dict.fromkeys(row["words"]))
        if not all(isinstance(word, str) for word in row["words"]):
            raise ResourceError(f"{where}: {row['words']} holds no plain word; put quotes around it")
    check_unique(where, (word for row in rows for word in row["words"]))
    return {word: _read_cue(f"{section} {row['words'][0]}", row) for row in rows for word in row["words"]}


def _read_cue(rule: str, row: Mapping[str, Any]) -> ModalCue:
    hedged, realis, only = row.get("hedged", ""), row.get("realis"), frozenset(row.get("only", ()))
    if hedged not in _HEDGES or not only <= _ONLY or (realis is not None and realis not in set(Realis)):
        raise ResourceError(f"modality.yaml {rule}: hedged, realis or only is unknown")
    return ModalCue(bool(row.get("negated", False)), hedged, None if realis is None else Realis(realis), only, rule)
