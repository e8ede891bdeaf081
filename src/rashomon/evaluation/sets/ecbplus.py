"""ECB+ (Cybulska and Vossen 2014): mentions of events joined within and across documents, gold mentions given.

The published setting: mentions of the sentences that `ECBplus_coreference_sentences.csv` lists (those checked by hand),
single ones among them; topics and sub-topics are not given, documents are clustered by their words. MUC, B3, CEAFe and
their mean over the whole set at once; intervals by topic. Beside them: of all pairs that we link and gold does not, the
share with the same sort of happening whose sentences name other places, times or participants in gold.

What joins mentions stands in `evaluation/event_mentions.py`; nothing is trained on the set. The same figures for its
mentions of people and bodies (HUMAN_PART) come first in name: "HUMAN CoNLL F1"; they are joined by the product alone.
So are those of events in the figures that begin with "product": its own scorer and vetoes, on the mentions that it
claims as an event (`evaluation/event_incidents.py`).
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from rashomon.errors import InputError
from rashomon.evaluation.actor_mentions import TextWithActors, join_actors
from rashomon.evaluation.coreference import Clusters, conll_scores
from rashomon.evaluation.event_incidents import TextWithEvents, count_links, join_incidents, keep
from rashomon.evaluation.event_mentions import Mention, join_mentions
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, precision_score, recall_score
from rashomon.evaluation.similar_texts import cluster_texts
from rashomon.records import Annotated, Document, Token, Zone, ZoneKind

NAME = "ecbplus"
FALSE_LINKS = "false links with other arguments"

_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})
_SLOTS = ("LOC", "TIME", "HUMAN")
_LISTED = "ECBplus_coreference_sentences.csv"
_SHOWN = 400  # misses of one kind

Marks = Mapping[str, tuple[str, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class GoldText:
    """One document of the set.

    Attributes:
        name: file name without its ending ("3_9ecbplus").
        topic: folder it stands in.
        document: its text, one sentence a line.
        offsets: token id -> start and end in the text.
        sentence: token id -> sentence number.
        events: mention id -> token ids, of the listed sentences.
        humans: the same for people and bodies.
        slots: sentence number -> (slot, folded word) of the mentions of places, times and participants.
        chain: mention id -> chain of gold; single mentions have none.
    """

    name: str
    topic: str
    document: Document
    offsets: Mapping[int, tuple[int, int]]
    sentence: Mapping[int, int]
    events: Mapping[str, tuple[int, ...]]
    humans: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    slots: Mapping[int, frozenset[tuple[str, str]]] = field(default_factory=dict)
    chain: Mapping[str, str] = field(default_factory=dict)


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the joining of event mentions."""
    texts = list(read_texts(path))[:limit]
    columns = list(bench.annotate(text.document for text in texts))
    near = cluster_texts({text.name: _content_words(one) for text, one in zip(texts, columns, strict=True)})
    mentions = [m for text, one in zip(texts, columns, strict=True) for m in _mentions(text, one, near[text.name])]
    found = join_mentions(mentions, bench.kit.lexicon)
    gold, topic = _gold(texts, "events"), {f"{t.name}:{key}": t.topic for t in texts for key in t.events}
    links = list(_false_links(gold, found, {m.id: m for m in mentions}, texts))
    scores = [
        *conll_scores(NAME, gold, found, topic),
        precision_score(NAME, FALSE_LINKS, [Counts(int(apart), 1, 0) for apart, _ in links]),
        *_human_scores(texts, columns, bench),
        *_product_scores(texts, columns, {m.id: m for m in mentions}, bench),
    ]
    return scores, [miss for _, miss in links[:_SHOWN]]


def _human_scores(texts: Sequence[GoldText], columns: Sequence[Annotated], bench: Bench) -> list[Score]:
    marked = [_with_actors(text, one) for text, one in zip(texts, columns, strict=True)]
    gold = _gold(texts, "humans")
    topic = {f"{text.name}:{key}": text.topic for text in texts for key in text.humans}
    return conll_scores(NAME, gold, join_actors(marked, bench.kit.lexicon), topic, "HUMAN ")


def _product_scores(
    texts: Sequence[GoldText], columns: Sequence[Annotated], mentions: Mapping[str, Mention], bench: Bench
) -> list[Score]:
    """Score the product's own incidents on the mentions that it claims."""
    heads = [_heads(text, one) for text, one in zip(texts, columns, strict=True)]
    marked = [TextWithEvents(t.document, one, h) for t, one, h in zip(texts, columns, heads, strict=True)]
    found = join_incidents(marked, bench.kit)
    claimed = {mention for cluster in found for mention in cluster}
    gold = keep(_gold(texts, "events"), claimed)
    topic = {f"{text.name}:{key}": text.topic for text in texts for key in text.events}
    pairs = count_links(gold, found)
    apart = [Counts(int(other), 1, 0) for other, _ in _false_links(gold, found, mentions, texts)]
    return [
        *conll_scores(NAME, gold, found, {mention: topic[mention] for mention in claimed}, "product "),
        precision_score(NAME, "product link precision", pairs),
        recall_score(NAME, "product link recall", pairs),
        precision_score(NAME, f"product {FALSE_LINKS}", apart),
    ]


def _heads(text: GoldText, annotated: Annotated) -> dict[str, int]:
    heads = {f"{text.name}:{key}": _head(text, anchors, annotated) for key, anchors in sorted(text.events.items())}
    return {key: head.index for key, head in heads.items() if head}


def _with_actors(text: GoldText, annotated: Annotated) -> TextWithActors:
    heads = {f"{text.name}:{key}": _head(text, anchors, annotated) for key, anchors in sorted(text.humans.items())}
    return TextWithActors(text.document, annotated, {key: head.index for key, head in heads.items() if head})


def read_texts(path: Path) -> Iterator[GoldText]:
    """Read all documents, by topic and name.

    Raises:
        InputError: the folder holds no `ECB+` or no list of the checked sentences.
    """
    listed = path / _LISTED
    files = sorted((path / "ECB+").glob("*/*.xml"))
    if not files or not listed.is_file():
        raise InputError(f"{path}: no ECB+/ and {_LISTED} here; give the folder that holds both")
    checked: dict[tuple[str, str], set[int]] = {}
    with listed.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            checked.setdefault((row["Topic"], row["File"]), set()).add(int(row["Sentence Number"]))
    for file in files:
        short = file.stem.partition("_")[2]
        yield read_text(file, frozenset(checked.get((file.parent.name, short), ())))


def read_text(file: Path, checked: frozenset[int]) -> GoldText:
    """Read one document with the mentions of its checked sentences."""
    root = ElementTree.parse(file).getroot()
    tokens = [(int(t.attrib["t_id"]), int(t.attrib["sentence"]), t.text or "") for t in root.iter("token")]
    text, offsets, zones = _lay_out(tokens)
    sentence = {token: number for token, number, _ in tokens}
    printed = {token: word.lower() for token, _, word in tokens}
    marks = {key: mark for key, mark in _marks(root).items() if sentence[mark[1][0]] in checked}
    slots: dict[int, set[tuple[str, str]]] = {}
    for kind, anchors in marks.values():
        slot = kind.partition("_")[0]
        if slot in _SLOTS:
            slots.setdefault(sentence[anchors[0]], set()).update((slot, printed[a]) for a in anchors)
    return GoldText(
        name=file.stem,
        topic=file.parent.name,
        document=_document(file.stem, text, zones),
        offsets=offsets,
        sentence=sentence,
        events={key: anchors for key, (kind, anchors) in marks.items() if "ACTION" in kind},
        humans={key: anchors for key, (kind, anchors) in marks.items() if kind.startswith("HUMAN")},
        slots={number: frozenset(words) for number, words in slots.items()},
        chain=_chains(root, file.stem),
    )


def _lay_out(
    tokens: Sequence[tuple[int, int, str]],
) -> tuple[str, dict[int, tuple[int, int]], tuple[Zone, ...]]:
    """Write the tokens as text, one sentence a line; a zone a sentence."""
    lines: dict[int, list[tuple[int, str]]] = {}
    for token, number, word in tokens:
        lines.setdefault(number, []).append((token, word))
    text, offsets, zones = "", dict[int, tuple[int, int]](), list[Zone]()
    for line in lines.values():
        text += "\n" if text else ""
        start = len(text)
        for at, (token, word) in enumerate(line):
            text += " " if at else ""
            offsets[token] = len(text), len(text) + len(word)
            text += word
        zones.append(Zone(start, len(text), ZoneKind.BODY))
    return text, offsets, tuple(zones)


def _document(name: str, text: str, zones: tuple[Zone, ...]) -> Document:
    return Document(
        id=f"doc-{name}", name=name, outlet="out-ecbplus", url=None, title=None, byline=None, dateline=None,
        published=None, fetched="", language="en", text=text, sha256="", fingerprint=(), zones=zones,
    )  # fmt: skip


def _marks(root: ElementTree.Element) -> dict[str, tuple[str, tuple[int, ...]]]:
    """Give the mentions: id -> kind and token ids; entries without tokens name chains and are left out."""
    marks = root.find("Markables")
    found = {} if marks is None else {m.attrib["m_id"]: (m.tag, _anchors(m)) for m in marks}
    return {key: (kind, anchors) for key, (kind, anchors) in found.items() if anchors}


def _anchors(mark: ElementTree.Element) -> tuple[int, ...]:
    return tuple(sorted(int(anchor.attrib["t_id"]) for anchor in mark.iter("token_anchor")))


def _chains(root: ElementTree.Element, name: str) -> dict[str, str]:
    """Give the chain of each mention: one name for all documents where the relation crosses them."""
    relations = root.find("Relations")
    found: dict[str, str] = {}
    for relation in () if relations is None else relations:
        crosses = relation.tag == "CROSS_DOC_COREF"
        chain = relation.attrib["note"] if crosses else f"{name}:{relation.attrib['r_id']}"
        found |= {source.attrib["m_id"]: chain for source in relation.iter("source")}
    return found


def _content_words(annotated: Annotated) -> list[str]:
    return [t.lemma.lower() for t in annotated.tokens if t.upos in _CONTENT and len(t.text) > 1]


def _mentions(text: GoldText, annotated: Annotated, near: str) -> Iterator[Mention]:
    for key, anchors in sorted(text.events.items()):
        head = _head(text, anchors, annotated)
        if head is not None:
            yield Mention.of(f"{text.name}:{key}", near, (text.name, text.sentence[anchors[0]]), head, annotated)


def _head(text: GoldText, anchors: Sequence[int], annotated: Annotated) -> Token | None:
    """Give the word of a mention that hangs outside of it; None if our tokens cover none of it."""
    spans = [text.offsets[anchor] for anchor in anchors]
    covered = [t for t in annotated.tokens if any(t.start < end and start < t.end for start, end in spans)]
    inside = {token.index for token in covered}
    heads = [t for t in covered if t.head not in inside or t.head == t.index] or covered[-1:]
    return heads[0] if heads else None


def _gold(texts: Sequence[GoldText], kind: Literal["events", "humans"]) -> Clusters:
    clusters: dict[tuple[str, str], set[str]] = {}
    for text in texts:
        for key in text.events if kind == "events" else text.humans:
            mention = f"{text.name}:{key}"
            chain = text.chain.get(key)
            clusters.setdefault((text.topic, chain) if chain else ("", mention), set()).add(mention)
    return [frozenset(cluster) for _, cluster in sorted(clusters.items())]


def _false_links(
    gold: Clusters, found: Clusters, mentions: Mapping[str, Mention], texts: Sequence[GoldText]
) -> Iterator[tuple[bool, Miss]]:
    """Give the pairs that we link and gold does not, and whether one sort of happening has other arguments there."""
    home = {mention: at for at, cluster in enumerate(gold) for mention in cluster}
    slots = {(text.name, number): words for text in texts for number, words in text.slots.items()}
    for cluster in found:
        for one, other in combinations(sorted(cluster), 2):
            if home[one] != home[other]:
                left, right = mentions[one], mentions[other]
                words = slots.get(left.sentence, frozenset()), slots.get(right.sentence, frozenset())
                apart = left.root == right.root and other_arguments(*words)
                note = f"{right.document}: {right.lemma}; {'other arguments' if apart else 'arguments meet'}"
                yield apart, Miss(NAME, FALSE_LINKS, left.document, "extra", left.lemma, note)


def other_arguments(left: frozenset[tuple[str, str]], right: frozenset[tuple[str, str]]) -> bool:
    """Say whether two sentences that both name a place (or time, or participant) share no word of it."""
    for slot in _SLOTS:
        one, other = ({word for kind, word in words if kind == slot} for words in (left, right))
        if one and other and not one & other:
            return True
    return False
