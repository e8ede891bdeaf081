"""PolNeAR (Newell, Margolin and Ruths 2018): attributions in political news, brat standoff with source, cue, content.

PolNeAR marks the outermost attribution only, so voices that another voice passes on are not compared.
The texts go through ingest, annotate and voices as any report does. Gold and found stretches are compared as
contiguous pieces, as in the sequence-labelling baselines of that paper; pieces parted by white space alone are one;
white space, commas, full stops, colons and semicolons at a piece's outer edge are not compared. Articles with several
annotations are compared with the first by file name.

exact F1: a piece found is right if gold has the same piece. Attribution: source, cue and content all the same.
strict F1: the same with every character at the edges compared, printed beside it so that the trimming can be seen.
overlap F1: precision over the characters found, recall over the characters of gold, harmonic mean, all white space and
punctuation left out (the soft measure of Pareti 2015 and of Citron, on characters in place of tokens).
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rashomon.errors import InputError
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, f1_score, plain_score
from rashomon.extract.voices import find_voices
from rashomon.ingest import RawInput
from rashomon.records import Voice

NAME = "polnear"

Piece = tuple[int, int]
Pieces = tuple[Piece, ...]

_EDGE = " \t\n\r\u00a0,.;:"
_PARTS = ("Source", "Cue", "Content")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as offsets of the article's text; () where a part is missing."""

    source: Pieces
    cue: Pieces
    content: Pieces

    def part(self, name: str) -> Pieces:
        """Give a part by its name in lower case."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its gold."""

    name: str
    path: Path
    gold: tuple[Attribution, ...]


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure voices on a folder with `text/` and `attributions/`."""
    articles = list(read_articles(path))[:limit]
    started = time.perf_counter()
    texts: list[str] = []
    found: list[tuple[Attribution, ...]] = []
    sentences = 0
    for text, attributions, count in _find(articles, bench):
        texts.append(text)
        found.append(attributions)
        sentences += count
    seconds = time.perf_counter() - started
    pairs = [(text, article, each) for text, article, each in zip(texts, articles, found, strict=True)]
    whole = ("source", "cue", "content", "attribution")
    kinds = (("exact", count_exact, whole), ("overlap", count_overlap, ("source", "content")),
             ("strict", partial(count_exact, edge=""), whole))  # fmt: skip
    scores = [
        f1_score(NAME, f"{kind} {part} F1", [count(text, article.gold, each, part) for text, article, each in pairs])
        for kind, count, parts in kinds
        for part in parts
    ]
    scores.append(plain_score(NAME, "sentences/s", sentences / seconds, sentences))
    misses = [miss for text, article, each in pairs for miss in _misses(text, article, each)]
    return scores, misses


def _find(articles: Sequence[Article], bench: Bench) -> Iterator[tuple[str, tuple[Attribution, ...], int]]:
    raws = (RawInput(article.path.name, article.path, article.path.read_bytes()) for article in articles)
    both = list(bench.documents(raws))
    for (document, outlet), annotated in zip(both, bench.annotate(d for d, _ in both), strict=True):
        voices = find_voices(annotated, document, outlet, bench.kit.lexicon)
        outermost = tuple(_attribution(v.voice) for v in voices if v.voice.via == voices[0].voice.id)
        yield document.text, outermost, len(annotated.sentences)


def _attribution(voice: Voice) -> Attribution:
    source = () if voice.source_start is None or voice.source_end is None else ((voice.source_start, voice.source_end),)
    cue = () if voice.cue_start is None or voice.cue_end is None else ((voice.cue_start, voice.cue_end),)
    return Attribution(source, cue, voice.contents)


def read_articles(path: Path) -> Iterator[Article]:
    """Read all articles with the first annotation of each.

    Raises:
        InputError: the folder has no `text/` and `attributions/`.
    """
    folder = path / "dev" if (path / "dev").is_dir() else path
    texts = sorted((folder / "text").glob("*.txt"))
    annotations = sorted((folder / "attributions").glob("*.ann"))
    if not texts or not annotations:
        raise InputError(f"{folder}: no text/ and attributions/ here; give PolNeAR's folder or one of its parts")
    first: dict[str, Path] = {}
    for annotation in annotations:
        first.setdefault(annotation.stem.rpartition("_")[0], annotation)
    for text in texts:
        if text.stem in first:
            yield Article(text.stem, text, read_standoff(first[text.stem].read_text(encoding="utf-8")))


def read_standoff(standoff: str) -> tuple[Attribution, ...]:
    """Read brat standoff: T lines name stretches, E lines join them to attributions; broken lines are passed over."""
    stretches: dict[str, Pieces] = {}
    found: list[Attribution] = []
    for line in standoff.split("\n"):
        cells = line.split("\t")
        if line.startswith("T") and len(cells) >= 2:
            stretches[cells[0]] = _read_pieces(cells[1])
        elif line.startswith("E") and len(cells) >= 2:
            found.append(_read_attribution(cells[1], stretches))
    return tuple(a for a in found if a.cue or a.content)


def _read_pieces(cell: str) -> Pieces:
    _, _, offsets = cell.partition(" ")
    pairs = (piece.split(" ") for piece in offsets.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _read_attribution(cell: str, stretches: dict[str, Pieces]) -> Attribution:
    parts: dict[str, Pieces] = dict.fromkeys(_PARTS, ())
    for link in cell.split():
        role, _, stretch = link.partition(":")
        name = role.rstrip("0123456789")
        if name in parts:
            parts[name] = tuple(sorted((*parts[name], *stretches.get(stretch, ()))))
    return Attribution(*(parts[name] for name in _PARTS))


def fold(text: str, pieces: Pieces, edge: str = _EDGE) -> Pieces:
    """Join pieces with only white space between them and take the uncompared characters off the outer edges.

    Args:
        text: the article.
        pieces: offsets.
        edge: characters that are not compared at an outer edge; "" compares all.
    """
    joined: list[Piece] = []
    for start, end in sorted(pieces):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    trimmed = (
        (end - len(text[start:end].lstrip(edge)), start + len(text[start:end].rstrip(edge))) if edge else (start, end)
        for start, end in joined
    )
    return tuple((start, end) for start, end in trimmed if start < end)


def count_exact(
    text: str, gold: Sequence[Attribution], found: Sequence[Attribution], part: str, edge: str = _EDGE
) -> Counts:
    """Count pieces (or whole attributions) that are the same, but for the characters of `edge` at their edges."""
    if part == "attribution":
        wanted = {tuple(fold(text, a.part(p), edge) for p in ("source", "cue", "content")) for a in gold}
        given = {tuple(fold(text, a.part(p), edge) for p in ("source", "cue", "content")) for a in found}
        return Counts(len(wanted & given), len(given), len(wanted))
    pieces, others = _pieces(text, gold, part, edge), _pieces(text, found, part, edge)
    return Counts(len(pieces & others), len(others), len(pieces))


def count_overlap(text: str, gold: Sequence[Attribution], found: Sequence[Attribution], part: str) -> Counts:
    """Count letters and digits that lie in both."""
    wanted, given = _characters(text, gold, part), _characters(text, found, part)
    return Counts(len(wanted & given), len(given), len(wanted))


def _pieces(text: str, attributions: Sequence[Attribution], part: str, edge: str = _EDGE) -> set[Piece]:
    return {piece for a in attributions for piece in fold(text, a.part(part), edge)}


def _characters(text: str, attributions: Sequence[Attribution], part: str) -> set[int]:
    return {k for a in attributions for start, end in a.part(part) for k in range(start, end) if text[k].isalnum()}


def _misses(text: str, article: Article, found: Sequence[Attribution]) -> Iterator[Miss]:
    for part in ("source", "cue", "content"):
        wanted, given = _pieces(text, article.gold, part), _pieces(text, found, part)
        for kind, pieces in (("missing", wanted - given), ("extra", given - wanted)):
            for start, end in sorted(pieces):
                around = text[max(0, start - 60) : end + 60].replace("\n", " ")
                yield Miss(NAME, f"exact {part} F1", article.name, kind, text[start:end], around)
