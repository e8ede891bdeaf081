"""Reads the YAML files of resources/ and refuses what is wrong, naming file and entry."""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from rashomon.errors import ResourceError

COMPLETE = "en"
"""The language that has every table: the pattern of the others."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def resources() -> Traversable:
    """Give the root of the resources that ship with the package."""
    return files("rashomon") / "resources"


def read_yaml(path: Traversable) -> Any:
    """Read one YAML file.

    Raises:
        ResourceError: the file is no YAML.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as error:
        raise ResourceError(f"{path.name}: not readable as YAML: {error}") from error


def languages() -> tuple[str, ...]:
    """Give the codes of all languages: the folders of resources/lang/."""
    return tuple(sorted(entry.name for entry in (resources() / "lang").iterdir() if entry.is_dir()))


def read_language(language: str, name: str) -> dict[str, Any]:
    """Read one table of resources/lang/<code>/.

    The one place that decides what a language need not have: a table, or a key of a table, that its folder lacks is
    empty, of the kind that English has there. So a new language begins with one file, and what it cannot read yet it
    does not find.

    Args:
        language: ISO 639-1 code; the folder's name.
        name: file name of the table.

    Raises:
        ResourceError: there is no such folder, or a file is no YAML.
    """
    folder = resources() / "lang" / language
    if not folder.is_dir():
        raise ResourceError(f"lang/{language}: no such folder; a language is one folder, see docs/languages.md")
    model: dict[str, Any] = read_yaml(resources() / "lang" / COMPLETE / name)
    if language == COMPLETE:
        return model
    own = folder / name
    found: dict[str, Any] = (read_yaml(own) or {}) if own.is_file() else {}
    return {key: _emptied(value) for key, value in model.items()} | found


def _emptied(value: Any) -> Any:
    """Give the empty value of the same kind; numbers and switches, which no language decides, stay."""
    return type(value)() if isinstance(value, list | dict | str) else value


def read_folder(path: Traversable) -> dict[str, Any]:
    """Read every .yaml file of a folder: stem -> content, sorted by name."""
    found = sorted((entry for entry in path.iterdir() if entry.name.endswith(".yaml")), key=lambda e: e.name)
    return {entry.name.removesuffix(".yaml"): read_yaml(entry) for entry in found}


def check_keys(where: str, row: Mapping[str, Any], required: Iterable[str], optional: Iterable[str] = ()) -> None:
    """Refuse a row that lacks a required key or holds an unknown one.

    Raises:
        ResourceError: naming `where` and the keys.
    """
    required = set(required)
    missing = required - row.keys()
    unknown = row.keys() - required - set(optional)
    if missing or unknown:
        raise ResourceError(f"{where}: missing keys {sorted(missing)}, unknown keys {sorted(unknown)}")


def check_unique(where: str, keys: Iterable[str]) -> None:
    """Refuse a key that stands twice.

    Raises:
        ResourceError: naming `where` and the key.
    """
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise ResourceError(f"{where}: {key!r} stands twice")
        seen.add(key)
