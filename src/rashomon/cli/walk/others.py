"""The walks of all rows that are no claims."""

from collections.abc import Iterable, Iterator

from rashomon.cli.walk.claims import tell_comparison, tell_dependence, tell_incident, tell_voice
from rashomon.cli.walk.lines import Line, mark, tell_figure, tell_link, tell_time
from rashomon.cli.walk.source import Source
from rashomon.records import (
    ActorMerge,
    Claim,
    ClaimRow,
    Comparison,
    Dependence,
    Document,
    Incident,
    Issue,
    Judgement,
    Link,
    Mention,
    Outlet,
    Place,
    Query,
    SentenceText,
    Voice,
)
from rashomon.records.privacy import shown_name

_MOST_CLAIMS = 50


def walk_item(source: Source, ident: str) -> Iterator[Line]:
    """Walk the claims that say one event, relation or assessment."""
    yield Line("told by", ident)
    yield from _claims(source, (claim.id for claim in source.ledger.records(Claim, "item", [ident])))


def walk_incident(source: Source, ident: str) -> Iterator[Line]:
    """Walk an incident: how it stands, every voice's numbers, its claims, and what ties or parts them."""
    incident = source.held(Incident, ident)
    yield from tell_incident(source, incident)
    yield Line("time", tell_time(incident.time, ""))
    if incident.place is not None:
        yield Line("place", f"{incident.place.name} [{incident.place.id}]")
    for figure in incident.figures:
        best = "none" if figure.best is None else f"{figure.best:,.12g}"
        yield Line("figure", f"{figure.label}: best {best}, by the rule: {figure.rule}")
        for told in figure.by_voice:
            yield Line("figure", f"“{told.text}” says {source.redact(told.voice)} in {told.outlet} [{told.claim}]")
    if incident.part_of is not None:
        yield Line("part of", incident.part_of)
    yield from _claims(source, incident.claims)
    for comparison in source.ledger.comparisons_of(incident.claims):
        yield tell_comparison(source, comparison, comparison.first)
    documents = {row.document for row in source.ledger.rows(incident.claims)}
    for dependence in source.ledger.dependences_of([*incident.claims, *sorted(documents)]):
        yield tell_dependence(source, dependence)


def walk_voice(source: Source, ident: str) -> Iterator[Line]:
    """Walk a voice: its chain, its sentence with the cue, and the claims it answers for."""
    voice = source.held(Voice, ident)
    for link in source.voices(ident):
        yield from tell_voice(source, link)
    sentence = source.sentence(voice.document, voice.sentence)
    if sentence is not None and voice.cue_start is not None and voice.cue_end is not None:
        yield Line("sentence", mark(sentence.text, sentence.start, voice.cue_start, voice.cue_end))
    yield from _claims(source, (claim.id for claim in source.ledger.records(Claim, "voice", [ident])))


def walk_actor(source: Source, ident: str) -> Iterator[Line]:
    """Walk an actor: spellings, roles, why it is shown as it is, what was made one with it, and where it takes part."""
    actor = source.actor(ident)
    if actor is None:
        yield Line("actor", f"{ident}: not resolved yet; run rashomon read again")
        return
    yield Line("actor", f"{source.actor_name(actor)} ({actor.kind}) [{actor.id}]")
    if source.names or not actor.private:
        yield Line("names", "; ".join(actor.names))
    yield from (Line("role", f"{role.qualifier} {role.title}") for role in actor.roles)
    if actor.private:
        yield Line("private", f"shown by role: {actor.private_rule}; --names shows the name")
    yield Line("register", "in the register of actors" if actor.registered else "known from the reports alone")
    for merge in source.ledger.records(ActorMerge, "into", [actor.id]):
        if merge.actor != actor.id:
            yield Line("made one", f"{merge.actor} ({merge.score:.2f}): {source.redact(merge.why)}")
    yield from _rows(source, source.ledger.claims(Query(actor=actor.id, limit=_MOST_CLAIMS)))
    yield from _rows(source, source.ledger.claims(Query(voice=actor.id, limit=_MOST_CLAIMS)), "says")


def walk_place(source: Source, ident: str) -> Iterator[Line]:
    """Walk a place: where it lies, every mention with the rule that chose it, and what happened there."""
    place = source.held(Place, ident)
    within = ", ".join(filter(None, (place.adm2, place.adm1, place.country)))
    point = "no point known" if place.lat is None else f"{place.lat:.4f}, {place.lon:.4f}"
    yield Line("place", f"{place.name} ({place.kind}), {within}; {point}; precision {place.precision} [{place.id}]")
    yield Line("names", "; ".join(place.names))
    seen = set()
    for link in source.ledger.records(Link, "target", [ident]):
        told = tell_link(source.held(Mention, link.mention).text, link, place.name)
        if told not in seen:
            yield Line("mention", told)
        seen.add(told)
    yield from _rows(source, source.ledger.claims(Query(place=ident, limit=_MOST_CLAIMS)))


def walk_comparison(source: Source, ident: str) -> Iterator[Line]:
    """Walk a comparison: the two claims and the reason."""
    comparison = source.held(Comparison, ident)
    yield Line("compared", f"{comparison.slot}: {comparison.verdict} [{comparison.id}]")
    yield Line("reason", source.redact(comparison.reason))
    yield from _claims(source, (comparison.first, comparison.second))


def walk_dependence(source: Source, ident: str) -> Iterator[Line]:
    """Walk a dependence: what ties the two, with the printed evidence."""
    dependence = source.held(Dependence, ident)
    yield tell_dependence(source, dependence)
    for document, start, end in dependence.evidence:
        held = source.document(document)
        yield Line("evidence", f"{held.name} at {start}-{end}: “{held.text[start:end]}”")


def walk_document(source: Source, ident: str) -> Iterator[Line]:
    """Walk a document: what is known of it, what of it was read, its claims and its issues."""
    document = source.document(ident)
    outlet = source.held(Outlet, document.outlet)
    yield Line("document", f"{document.name} [{document.id}]")
    yield Line("outlet", f"{outlet.name} ({outlet.kind or 'kind unknown'}) [{outlet.id}]")
    for label, value in (("title", document.title), ("byline", document.byline), ("url", document.url)):
        yield Line(label, value or "unknown")
    yield Line("published", "unknown" if document.published is None else tell_time(document.published, ""))
    read = sum(zone.end - zone.start for zone in document.zones if zone.read)
    yield Line("text", f"{len(document.text):,} characters, {read:,} read; sha256 {document.sha256}")
    for zone in document.zones:
        if not zone.read:
            yield Line("not read", f"{zone.kind} ({zone.rule}): “{document.text[zone.start : zone.end][:80]}”")
    for dependence in source.ledger.dependences_of([ident]):
        yield tell_dependence(source, dependence)
    yield from _claims(source, (claim.id for claim in source.ledger.records(Claim, "document", [ident])))
    yield from (Line("issue", f"{i.code}: {i.message}") for i in source.ledger.records(Issue, "document", [ident]))


def walk_mention(source: Source, ident: str) -> Iterator[Line]:
    """Walk a mention: its words and what they were linked to."""
    mention, link, name = source.mention(ident) or (source.held(Mention, ident), None, "")
    yield Line(
        "mention", f"{mention.kind} at {mention.start}-{mention.end} of {source.document(mention.document).name}"
    )
    yield Line("link", tell_link(source.redact(mention.text), link, name))


def walk_link(source: Source, ident: str) -> Iterator[Line]:
    """Walk a link by way of its mention."""
    yield from walk_mention(source, source.held(Link, ident).mention)


def walk_sentence(source: Source, ident: str) -> Iterator[Line]:
    """Walk a sentence: where it stands, and the claims in it."""
    sentence = source.held(SentenceText, ident)
    yield Line("sentence", sentence.text)
    where = f"{source.document(sentence.document).name} at {sentence.start}-{sentence.end}, {sentence.zone}"
    yield Line("document", where)
    claims = source.ledger.records(Claim, "document", [sentence.document])
    yield from _claims(source, (claim.id for claim in claims if claim.sentence == sentence.index))


def walk_outlet(source: Source, ident: str) -> Iterator[Line]:
    """Walk an outlet: what is known of it, and its reports."""
    outlet = source.held(Outlet, ident)
    known = f"{outlet.kind or 'kind unknown'}, {outlet.country or 'country unknown'}, owner {outlet.owner or 'unknown'}"
    yield Line("outlet", f"{outlet.name} ({known}) [{outlet.id}]")
    for document in source.ledger.records(Document, "outlet", [ident]):
        yield Line("document", f"{document.name} [{document.id}]")


def walk_issue(source: Source, ident: str) -> Iterator[Line]:
    """Walk an issue: what was met, and the words it is about."""
    issue = source.held(Issue, ident)
    yield Line("issue", f"{issue.code} in {issue.stage} [{issue.id}]")
    yield Line("message", issue.message)
    document = source.one(Document, issue.document)
    if document is not None and issue.start is not None and issue.end is not None:
        yield Line("words", f"{document.name} at {issue.start}-{issue.end}: “{document.text[issue.start : issue.end]}”")


def walk_judgement(source: Source, ident: str) -> Iterator[Line]:
    """Walk a person's decision."""
    judgement = source.held(Judgement, ident)
    pair = judgement.subject if judgement.other is None else f"{judgement.subject} and {judgement.other}"
    withdrawn = f"; withdrawn {judgement.withdrawn}" if judgement.withdrawn else ""
    yield Line(
        "judgement", f"{pair}: {judgement.verdict}, by {judgement.by} {judgement.made}{withdrawn} {judgement.note}"
    )


def _claims(source: Source, idents: Iterable[str]) -> Iterator[Line]:
    yield from _rows(source, source.ledger.rows(list(idents)[:_MOST_CLAIMS]))


def _rows(source: Source, rows: Iterable[ClaimRow], label: str = "claim") -> Iterator[Line]:
    for row in rows:
        chain = " ← ".join(shown_name(voice, source.names) for voice in row.voice)
        figures = "".join(f"; {tell_figure(figure)}" for figure in row.figures)
        yield Line(
            label, f"[{row.id}] {chain}, {row.factuality} {row.type}: “{row.content}”{figures} ({row.document_name})"
        )
