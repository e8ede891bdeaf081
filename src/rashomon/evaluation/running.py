"""Finds a gold set's module and runs it."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from rashomon import ingest, pipeline
from rashomon.errors import InputError
from rashomon.evaluation import sets
from rashomon.evaluation.scores import Miss, Score
from rashomon.records import Annotated, Document, Outlet

# Documents of a gold set are read at no particular time; no id holds it.
_FETCHED = "1970-01-01T00:00:00"


class Bench:
    """The product's ordinary code path, loaded once for a set: ingest, annotate and what a set asks for after them."""

    @cached_property
    def kit(self) -> pipeline.Kit:
        """Tables, language pipeline and gazetteer."""
        return pipeline.load_kit()

    def documents(self, raws: Iterable[ingest.RawInput]) -> Iterator[tuple[Document, Outlet]]:
        """Read raw inputs as `rashomon read` does."""
        for raw in raws:
            found, _ = ingest.read_input(raw, self.kit.lexicon, ingest.Sidecar(), _FETCHED)
            yield from found

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotated]:
        """Annotate documents in one stream."""
        for annotated, _ in self.kit.annotator.annotate_all(documents):
            yield annotated


def set_names() -> tuple[str, ...]:
    """Give the names of all gold sets that can be read."""
    return tuple(sorted(module.name for module in iter_modules(sets.__path__)))


def evaluate(name: str, path: str | Path, limit: int | None = None) -> tuple[tuple[Score, ...], tuple[Miss, ...]]:
    """Measure the reading on a gold set.

    Args:
        name: a module of `evaluation/sets/`.
        path: the set in its original format.
        limit: read only that many documents (for a quick look), or None for all.

    Raises:
        InputError: there is no such set, or the path does not hold it.
    """
    if name not in set_names():
        raise InputError(f"no gold set is called {name!r}; known: {', '.join(set_names())}")
    if not Path(path).exists():
        raise InputError(f"{path}: there is nothing; give the folder or file that holds {name}")
    module: Any = import_module(f"rashomon.evaluation.sets.{name}")
    scores, misses = module.measure(Path(path), Bench(), limit)
    return tuple(scores), tuple(misses)
