"""Builds an Annotated (and its Document) from hand-written CoNLL-U, so that rule tests need no model.

A token line has the ten columns of CoNLL-U, or the short form `ID FORM LEMMA UPOS XPOS HEAD DEPREL [MISC]`; tabs or
spaces part the columns. MISC keys: `SpaceAfter=No`, `Entity=PERSON:2` (two tokens from here), `Chain=1` (the
head of a mention of chain 1; its span is the entity around it, else the token), `Chain=1:3-5` (span by token ids of the
sentence), `Role=former_minister` (a role of the chain named on the same line). Comments: `# newpar` opens a paragraph,
`# zone = headline` opens one of that kind. Quotations are found by the room's own scanner.
"""

from dataclasses import dataclass, field

from rashomon.annotate.quotes import find_quotes
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.grammar import GrammarTable
from rashomon.records import (
    Annotated,
    Chain,
    ChainMention,
    Document,
    Entity,
    Sentence,
    TimeSpan,
    Token,
    Zone,
    ZoneKind,
    make_annotated,
)


@dataclass
class _Build:
    grammar: GrammarTable
    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    chains: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    roles: dict[str, list[str]] = field(default_factory=dict)


def annotated(conllu: str, document: str = "doc-test", language: str = "en") -> Annotated:
    """Build the Annotated of one document from CoNLL-U text."""
    return read(conllu, document, language)[0]


def read(
    conllu: str,
    document: str = "doc-test",
    language: str = "en",
    published: TimeSpan | None = None,
    dateline: str | None = None,
    outlet: str = "out-test",
) -> tuple[Annotated, Document]:
    """Build the Annotated and the Document it belongs to."""
    lexicon = load_lexicon(language)
    build = _Build(lexicon.grammar)
    for block in blocks(conllu):
        _add_sentence(build, block)
    zones, build.text = tuple(build.zones), build.text.rstrip(" ")
    made = make_annotated(
        document=document,
        text=build.text,
        language=language,
        tokens=tuple(build.tokens),
        sentences=tuple(build.sentences),
        entities=tuple(build.entities),
        quotes=find_quotes(build.text, zones, lexicon.annotate.quotes),
        chains=_chains(build),
    )
    return made, make_document(build.text, zones, document, language, published, dateline, outlet)


def make_document(
    text: str,
    zones: tuple[Zone, ...] | None = None,
    document: str = "doc-test",
    language: str = "en",
    published: TimeSpan | None = None,
    dateline: str | None = None,
    outlet: str = "out-test",
) -> Document:
    """Build a Document around a text; without zones, every block between blank lines is a body paragraph."""
    return Document(
        id=document,
        name="test.txt",
        outlet=outlet,
        url=None,
        title=None,
        byline=None,
        dateline=dateline,
        published=published,
        fetched="2026-01-01T00:00:00Z",
        language=language,
        text=text,
        sha256="0" * 64,
        fingerprint=(),
        zones=_paragraphs(text) if zones is None else zones,
    )


def _paragraphs(text: str) -> tuple[Zone, ...]:
    zones, start = [], 0
    for block in text.split("\n\n"):
        if block.strip():
            zones.append(Zone(start, start + len(block), ZoneKind.BODY))
        start += len(block) + 2
    return tuple(zones)


def blocks(conllu: str) -> list[list[str]]:
    """Cut CoNLL-U text into sentences: their lines, comments first."""
    found: list[list[str]] = [[]]
    for line in conllu.splitlines():
        if line.strip():
            found[-1].append(line.strip())
        elif any(not row.startswith("#") for row in found[-1]):
            found.append([])
    return [block for block in found if any(not row.startswith("#") for row in block)]


def _columns(line: str) -> tuple[str, ...]:
    """Give id, form, lemma, upos, xpos, head, deprel, misc."""
    cells = line.split("\t") if "\t" in line else line.split()
    if len(cells) == 10:
        cells = [*cells[:5], cells[6], cells[7], cells[9]]
    elif len(cells) == 7:
        cells = [*cells, "_"]
    if len(cells) != 8:
        raise ValueError(f"want 10, 8 or 7 columns, got {len(cells)}: {line!r}")
    return tuple(cells)


def _add_sentence(build: _Build, block: list[str]) -> None:
    comments = [line[1:].strip() for line in block if line.startswith("#")]
    rows = [_columns(line) for line in block if not line.startswith("#")]
    _open_paragraph(build, comments)
    first, index = len(build.tokens), len(build.sentences)
    for row in rows:
        _add_token(build, row, first, index)
    text_start, text_end = build.tokens[first].start, build.tokens[-1].end
    zone = build.zones[-1]
    build.zones[-1] = Zone(zone.start, text_end, zone.kind)
    build.sentences.append(
        Sentence(index, text_start, text_end, first, len(build.tokens), zone.kind, len(build.zones) - 1)
    )


def _open_paragraph(build: _Build, comments: list[str]) -> None:
    kinds = [comment.partition("=")[2].strip() for comment in comments if comment.startswith("zone")]
    if not build.zones or kinds or any(comment.startswith("newpar") for comment in comments):
        build.text = build.text.rstrip(" ") + ("\n\n" if build.text else "")
        kind = ZoneKind(kinds[0]) if kinds else ZoneKind.BODY
        build.zones.append(Zone(len(build.text), len(build.text), kind))
    elif build.text and not build.text.endswith(" "):
        build.text += " "


def _add_token(build: _Build, row: tuple[str, ...], first: int, sentence: int) -> None:
    number, form, lemma, upos, xpos, head, deprel, misc = row
    index, start = len(build.tokens), len(build.text)
    if int(number) != index - first + 1:
        raise ValueError(f"token ids must run from 1: {row}")
    build.text += form
    build.tokens.append(
        Token(
            index=index,
            start=start,
            end=start + len(form),
            text=form,
            lemma=form.lower() if lemma == "_" else lemma,
            upos=upos,
            xpos=xpos,
            head=index if head == "0" else first + int(head) - 1,
            deprel=deprel,
            sentence=sentence,
            functions=build.grammar.functions(form.lower(), form.lower() if lemma == "_" else lemma),
        )
    )
    keys = dict(pair.split("=", 1) for pair in misc.split("|") if "=" in pair)
    _add_misc(build, keys, index, first)
    if keys.get("SpaceAfter") != "No":
        build.text += " "


def _add_misc(build: _Build, keys: dict[str, str], index: int, first: int) -> None:
    if "Entity" in keys:
        label, _, length = keys["Entity"].partition(":")
        build.entities.append(Entity(index, index + int(length or 1), label, "test"))
    if "Chain" in keys:
        name, _, span = keys["Chain"].partition(":")
        if span:
            low, _, high = span.partition("-")
            span = f"{first + int(low) - 1}-{first + int(high or low)}"
        build.chains.setdefault(name, []).append((index, span))
        if "Role" in keys:
            build.roles.setdefault(name, []).append(keys["Role"].replace("_", " "))


def _chains(build: _Build) -> tuple[Chain, ...]:
    return tuple(_chain(build, position, name) for position, name in enumerate(build.chains))


def _chain(build: _Build, position: int, name: str) -> Chain:
    mentions, names, label = [], [], ""
    for head, span in build.chains[name]:
        around = next((entity for entity in build.entities if entity.first <= head < entity.last), None)
        if span:
            first, last = map(int, span.split("-"))
        else:
            first, last = (around.first, around.last) if around else (head, head + 1)
        mentions.append(ChainMention(first, last, head))
        if around:
            label = label or around.label
            names.append(build.text[build.tokens[around.first].start : build.tokens[around.last - 1].end])
    return Chain(
        index=position,
        mentions=tuple(mentions),
        name=max(names, key=len, default=""),
        label=label,
        names=tuple(dict.fromkeys(names)),
        roles=tuple(build.roles.get(name, ())),
    )
