"""The walk of this package: annotated document -> voices, the outlet's own first."""

from collections.abc import Iterable, Iterator, Mapping

from rashomon.extract.mentions import make_mention
from rashomon.extract.parts import FoundTime, FoundVoice
from rashomon.extract.voices.answering import Answers, find_answers
from rashomon.extract.voices.colons import headline_drafts, label_drafts
from rashomon.extract.voices.continuing import shifted
from rashomon.extract.voices.cues import find_drafts
from rashomon.extract.voices.drafts import Draft
from rashomon.extract.voices.layout import block_drafts
from rashomon.extract.voices.linking import comment_stances, passers
from rashomon.extract.voices.loose import attach
from rashomon.extract.voices.quotations import Spoken
from rashomon.extract.voices.shaping import shape
from rashomon.extract.voices.silence import later_reasons, reason_tokens, silent_drafts, wordless
from rashomon.extract.voices.sources import Named, find_medium, find_said_time, name_source
from rashomon.extract.voices.trailing import with_words_before
from rashomon.lexicon import Lexicon
from rashomon.lexicon.voices import VoiceWords
from rashomon.records import (
    Annotated,
    Document,
    Factuality,
    Mention,
    MentionKind,
    Naming,
    Outlet,
    Speech,
    Stance,
    TimeSpan,
    Voice,
    make_id,
)


def find_voices(
    annotated: Annotated, document: Document, outlet: Outlet, lexicon: Lexicon, times: Iterable[FoundTime] = ()
) -> tuple[FoundVoice, ...]:
    """Find all voices of a document.

    Args:
        annotated: the document's columns.
        document: the document.
        outlet: who published it.
        lexicon: tables of its language.
        times: its time expressions; those that hang on a cue are the time of the statement.

    Returns:
        the root voice (the outlet), then the others by the place of their cue.
    """
    root = _root(document, outlet)
    cued = with_words_before(annotated, find_drafts(annotated, lexicon.cues))
    drafts = shape(annotated, tuple(cued), lexicon.cues)
    drafts = (*drafts, *_printed_drafts(annotated, drafts, lexicon.voices))
    silent = tuple(wordless(silent_drafts(annotated, lexicon.voices), drafts, lexicon.cues))
    asked = {k for draft in silent if draft.cue is not None for k in range(*draft.cue)}
    hidden = reason_tokens(annotated, lexicon.voices)
    asked |= hidden
    speaking = sorted((draft for draft in drafts if draft.head not in asked), key=lambda draft: draft.head)
    spoken = attach(annotated, speaking, lexicon.voices)
    spoken = (*spoken, *shifted(annotated, spoken), *(Spoken(draft, (), Speech.INDIRECT) for draft in silent))
    spoken = tuple(sorted(spoken, key=lambda s: (annotated.tokens[s.draft.head].start, s.contents)))
    kept = tuple(
        s for s in spoken if not _is_own(annotated, s, lexicon.voices) and not _is_byline(annotated, s, document)
    )
    answers = find_answers(annotated, kept, lexicon.cues)
    said = {time.head: time.span for time in times}
    found = _make(annotated, document, outlet, lexicon, kept, root, answers, said, hidden)
    return (FoundVoice(root, None, None, answers.by_voice.get(None, ())), *found)


def _printed_drafts(annotated: Annotated, drafts: tuple[Draft, ...], words: VoiceWords) -> Iterator[Draft]:
    """Give the voices that layout and punctuation carry: block quotations, labels, headlines."""
    yield from block_drafts(annotated, words)
    yield from label_drafts(annotated, drafts, words)
    yield from headline_drafts(annotated, words)


def _root(document: Document, outlet: Outlet) -> Voice:
    return Voice(
        id=make_id("voi", document.id, None, None, None),
        document=document.id,
        sentence=None,
        source=None,
        source_start=None,
        source_end=None,
        text=outlet.name,
        cue_start=None,
        cue_end=None,
        cue="",
        contents=(),
        speech=Speech.NARRATED,
        naming=Naming.OUTLET,
        reason="",
        stance=Stance.NEUTRAL,
        commitment=Factuality.CERTAIN,
        medium="",
        time=None,
        via=None,
    )


def _is_own(annotated: Annotated, spoken: Spoken, words: VoiceWords) -> bool:
    """Say whether the source is "you", or in a quotation "I": whoever is addressed or is speaking already."""
    source = spoken.draft.source
    if source is None:
        return False
    if annotated.tokens[source].text in words.addressed:
        return True
    at = annotated.tokens[spoken.draft.head].start
    return annotated.tokens[source].text in words.own_pronouns and any(q.start <= at < q.end for q in annotated.quotes)


def _is_byline(annotated: Annotated, spoken: Spoken, document: Document) -> bool:
    """The outlet's own author ("reports Jane Doe in Paris") is no voice of its own."""
    if spoken.draft.source is None or not document.byline:
        return False
    position = annotated.entity_at[spoken.draft.source]
    if position < 0:
        return False
    entity = annotated.entities[position]
    return annotated.words(entity.first, entity.last).lower() in document.byline.lower()


def _make(
    annotated: Annotated,
    document: Document,
    outlet: Outlet,
    lexicon: Lexicon,
    spoken: tuple[Spoken, ...],
    root: Voice,
    answers: Answers,
    times: Mapping[int, TimeSpan],
    hidden: frozenset[int],
) -> Iterator[FoundVoice]:
    via = passers(annotated, spoken)
    comments = comment_stances(annotated, spoken, lexicon.voices)
    names = tuple(
        None
        if s.draft.source is None
        else name_source(annotated, s.draft.source, s.draft.head, lexicon.voices, outlet, s.draft.words)
        for s in spoken
    )
    reasons = _chain_reasons(annotated, names) | later_reasons(annotated, spoken, hidden)
    ids = tuple(_id(annotated, s, name) for s, name in zip(spoken, names, strict=True))
    for i, s in enumerate(spoken):
        name = names[i]
        mention = None if name is None else make_mention(annotated, name.head, MentionKind.ACTOR)
        passer = via[i]
        voice = _voice(
            annotated,
            document,
            s,
            name,
            mention,
            id=ids[i],
            via=root.id if passer is None else ids[passer],
            stance=answers.stances.get(i, comments.get(i, s.draft.stance)),
            reason=_reason_of(annotated, name, reasons),
            medium=find_medium(annotated, s.draft.head, lexicon.voices),
            time=find_said_time(annotated, s.draft.head, times),
        )
        cue = None if s.draft.cue is None else s.draft.head
        yield FoundVoice(voice, cue, mention, answers.by_voice.get(i, ()))


def _id(annotated: Annotated, spoken: Spoken, name: Named | None) -> str:
    first = spoken.contents[0][0] if spoken.contents else None
    cue = None if spoken.draft.cue is None else annotated.tokens[spoken.draft.head].start
    return make_id("voi", annotated.document, cue, None if name is None else name.start, first)


def _chain_reasons(annotated: Annotated, names: tuple[Named | None, ...]) -> dict[int, str]:
    """Give the printed reason for anonymity by the head of a source: it holds for every voice of its chain."""
    by_chain: dict[int, str] = {}
    for name in names:
        if name is not None and name.reason and name.head in annotated.chain_at:
            by_chain.setdefault(annotated.chain_at[name.head], name.reason)
    return {
        name.head: by_chain[annotated.chain_at[name.head]]
        for name in names
        if name is not None and annotated.chain_at.get(name.head) in by_chain
    }


def _reason_of(annotated: Annotated, name: Named | None, reasons: dict[int, str]) -> str:
    if name is None:
        return ""
    return name.reason or reasons.get(name.head, "")


def _voice(
    annotated: Annotated,
    document: Document,
    spoken: Spoken,
    name: Named | None,
    mention: Mention | None,
    *,
    id: str,  # noqa: A002 - the field's name
    via: str,
    stance: Stance,
    reason: str,
    medium: str,
    time: TimeSpan | None,
) -> Voice:
    tokens, draft = annotated.tokens, spoken.draft
    cue = None if draft.cue is None else (tokens[draft.cue[0]].start, tokens[draft.cue[1] - 1].end)
    naming = Naming.ANONYMOUS if name is None or reason else name.naming
    return Voice(
        id=id,
        document=document.id,
        sentence=tokens[draft.head].sentence,
        source=None if mention is None else mention.id,
        source_start=None if name is None else name.start,
        source_end=None if name is None else name.end,
        text="" if name is None else annotated.text[name.start : name.end],
        cue_start=None if cue is None else cue[0],
        cue_end=None if cue is None else cue[1],
        cue="" if cue is None else annotated.text[cue[0] : cue[1]],
        contents=spoken.contents,
        speech=spoken.speech,
        naming=naming,
        reason=reason,
        stance=stance,
        commitment=draft.commitment,
        medium=medium,
        time=time,
        via=via,
    )
