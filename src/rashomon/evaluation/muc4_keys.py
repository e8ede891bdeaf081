"""MUC-3 and MUC-4 files: texts one after another in one file, and the answer keys, templates of 24 numbered slots.

The form is that of `template-doc-part1.v7`, sections 4 and 5: fillers of one slot stand on lines of their own, their
alternatives are parted by slashes, `?` marks an optional one, `: "..."` refers to another slot's filler, `-` is empty
and `*` does not apply.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import InputError

_START = re.compile(r"^((?:DEV|TST\d+)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_SLOT = re.compile(r"^(\d{1,2})\.\s+[A-Z ]+: ?[A-Z :]*?(?:\s{2,}|\t)(.*)$")
_ALTERNATIVES = re.compile(r'\s+/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)')
_REFERRING = re.compile(r'("(?:\\.|[^"\\])*")\s*:\s*(".*)$')
_EMPTY = frozenset({"-", "*", ""})
_KEY = "key"


@dataclass(frozen=True, slots=True)
class Filler:
    """One filler of a slot.

    Attributes:
        values: what is accepted, in upper case, without quotation marks.
        referents: accepted fillers of the slot that it refers to, or ().
        optional: whether it may be missing.
    """

    values: tuple[str, ...]
    referents: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One incident of a message.

    Attributes:
        message: id of the message.
        slots: number of the slot -> its fillers, () where it is empty; a slot that does not apply is missing.
        optional: whether there is doubt that the incident belongs there.
    """

    message: str
    slots: dict[int, tuple[Filler, ...]]
    optional: bool = False


def read_messages(path: Path) -> dict[str, str]:
    """Read all texts below a folder, or of one file: id -> text.

    Raises:
        InputError: no file below it holds any.
    """
    found: dict[str, str] = {}
    for file in _files(path):
        if not file.name.startswith(_KEY):
            found.update(_messages(_read(file)))
    if not found:
        raise InputError(f"{path}: no MUC messages; give the folder that holds texts and keys")
    return found


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def _read(file: Path) -> str:
    return file.read_bytes().decode("latin-1").replace("\r\n", "\n")


def _messages(text: str) -> Iterator[tuple[str, str]]:
    starts = list(_START.finditer(text))
    ends = [*(start.start() for start in starts[1:]), len(text)][: len(starts)]
    for start, end in zip(starts, ends, strict=True):
        if body := text[start.end() : end].strip():
            yield start[1], body


def read_keys(path: Path) -> dict[str, tuple[Template, ...]]:
    """Read all answer keys below a folder: id -> templates; () where the message tells no incident."""
    found: dict[str, list[Template]] = {}
    for file in _files(path):
        if file.name.startswith(_KEY):
            for message, template in _templates(_read(file)):
                found.setdefault(message, []).extend(() if template is None else (template,))
    return {message: tuple(templates) for message, templates in found.items()}


def _templates(text: str) -> Iterator[tuple[str, Template | None]]:
    message, raw, number = "", dict[int, list[str]](), 0
    for line in [*text.split("\n"), "0.  MESSAGE: ID                     "]:
        hit = _SLOT.match(line)
        if hit is not None:
            number = int(hit[1])
            if number == 0:
                if message:
                    yield message, _template(message, raw)
                message, raw = hit[2].split("(")[0].strip(), {}
            else:
                raw[number] = [hit[2]]
        elif line.startswith((" ", "\t")) and line.strip() and number in raw:
            raw[number].append(line)


def _template(message: str, raw: dict[int, list[str]]) -> Template | None:
    first = " ".join(raw.get(1, ("*",))).strip()
    if first.startswith("*"):
        return None
    slots = {
        number: tuple(filler for line in lines if (filler := read_filler(line)) is not None)
        for number, lines in raw.items()
        if number > 1 and "".join(lines).strip() != "*"
    }
    return Template(message, slots, "OPTIONAL" in first)


def read_filler(line: str) -> Filler | None:
    """Read one filler of a key, or None for an empty one."""
    text = line.strip()
    values: list[str] = []
    referents: list[str] = []
    for part in _ALTERNATIVES.split(text.lstrip("? ")):
        value, referent = _split(part.strip())
        if value.startswith('"') and values and referents:
            referents.append(_plain(value))
            continue
        values.append(_plain(value))
        if referent:
            referents.append(_plain(referent))
    accepted = tuple(value for value in values if value not in _EMPTY)
    return Filler(accepted, tuple(referents), text.startswith("?")) if accepted else None


def _split(part: str) -> tuple[str, str]:
    """Part a value from the filler that it refers to: only what is quoted is referred to; `: -` is to nothing."""
    if part.startswith('"'):
        cut = _REFERRING.match(part)
        return (cut[1], cut[2]) if cut else (part, "")
    value, _, referent = part.removesuffix(": -").partition(': "')
    return value, referent


def _plain(value: str) -> str:
    plain = value.replace('\\"', "").replace('"', "").strip(" ?").upper()
    return plain[1:-1].strip() if plain.startswith("(") and plain.endswith(")") else plain
