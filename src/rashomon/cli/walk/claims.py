"""The walk of one claim: sentence, voices, what is claimed, links, codes, incident, comparisons, dependences."""

from collections.abc import Iterator

from rashomon.cli.walk.lines import Line, mark, tell_figure, tell_link, tell_time
from rashomon.cli.walk.source import Source
from rashomon.records import (
    Assessment,
    Claim,
    ClaimKind,
    Coding,
    Comparison,
    Dependence,
    Event,
    Incident,
    Naming,
    Outlet,
    Relation,
    Speech,
    Voice,
)


def walk_claim(source: Source, ident: str) -> Iterator[Line]:
    """Walk one claim from the document to the ledger."""
    claim = source.held(Claim, ident)
    document = source.document(claim.document)
    outlet = source.held(Outlet, document.outlet)
    published = "undated" if document.published is None else f"{document.published.start} ({document.published.basis})"
    yield Line("claim", claim.id)
    yield Line("document", f"{document.name}, {outlet.name}, {published}")
    yield from _sentence(source, claim)
    for voice in source.voices(claim.voice):
        yield from tell_voice(source, voice)
    if claim.kind is ClaimKind.EVENT:
        yield from _event(source, source.held(Event, claim.item))
    elif claim.kind is ClaimKind.RELATION:
        yield from _relation(source, source.held(Relation, claim.item))
    else:
        yield from _assessment(source, source.held(Assessment, claim.item))
    yield Line("standing", f"factuality {claim.factuality}, {claim.realis}, passed on as {claim.stance}")
    yield Line("rules", claim.origin)
    yield from _across(source, claim)


def _sentence(source: Source, claim: Claim) -> Iterator[Line]:
    """Show the sentence with the words marked, held against the stored text."""
    sentence = source.sentence(claim.document, claim.sentence)
    text = source.document(claim.document).text
    if sentence is None or text[sentence.start : sentence.end] != sentence.text:
        yield Line("sentence", "does not stand in the stored text at its offsets: read the report again and report it")
        return
    yield Line("sentence", mark(sentence.text, sentence.start, claim.start, claim.end))
    within = sentence.start <= claim.start < claim.end <= sentence.end
    checked = "stand there in the stored text" if within else "go beyond this sentence in the stored text"
    yield Line("offsets", f"words claimed at {claim.start}-{claim.end}, sentence at {sentence.start}: {checked}")


def tell_voice(source: Source, voice: Voice) -> Iterator[Line]:
    """Say who speaks, how named, with which cue, and passed on by whom."""
    if voice.naming is Naming.OUTLET:
        yield Line("voice", f"{voice.text}, the outlet itself")
        return
    found = source.mention(voice.source)
    who = f"“{voice.text}”" if voice.text else "nobody named"
    linked = (
        "" if found is None or found[1] is None or found[1].target is None else f" = {found[2]} [{found[1].target}]"
    )
    cue = f", cue “{voice.cue}” at {voice.cue_start}-{voice.cue_end}" if voice.cue else f", no cue: {_goes_on(voice)}"
    reason = f", unnamed because “{voice.reason}”" if voice.reason else ""
    medium = f", by {voice.medium}" if voice.medium else ""
    how = f"{voice.naming}, {voice.speech}, commitment {voice.commitment}, stance {voice.stance}"
    hidden = source.actor(found[1].target) if found and found[1] and found[1].target else None
    if hidden is not None and hidden.private and not source.names:
        who = source.actor_name(hidden)
    yield Line("voice", f"{who}{linked} ({how}{cue}{reason}{medium}) [{voice.id}]")


def _goes_on(voice: Voice) -> str:
    """Say by which rule a voice without a cue has its words."""
    if voice.speech is Speech.INDIRECT:
        return "goes on the voice before it in that one's shifted tense"
    return "the quotation goes on the voice before it"


def _event(source: Source, event: Event) -> Iterator[Line]:
    text = source.document(event.document).text
    yield Line(
        "event", f"{event.type}, told by “{text[event.start : event.end]}” at {event.start}-{event.end} [{event.id}]"
    )
    yield from _mentions(source, "agent", event.agents)
    yield from _mentions(source, "patient", event.patients)
    if event.instruments:
        yield Line("by means of", "; ".join(event.instruments))
    yield from _mentions(source, "place", () if event.place is None else (event.place,))
    if event.place_rule:
        yield Line("place", f"chosen by rule {event.place_rule}")
    yield Line("time", tell_time(event.time, event.time_rule))
    yield from (Line("figure", tell_figure(figure)) for figure in event.figures)
    coding = source.one(Coding, event.id, "event")
    if coding is not None:
        codes = f"PLOVER {coding.plover or 'none'}, ACLED {coding.acled or 'none'}"
        yield Line("codes", f"{codes} ({coding.rule})" if coding.rule else codes)


def _relation(source: Source, relation: Relation) -> Iterator[Line]:
    text = source.document(relation.document).text
    told = f"told by “{text[relation.start : relation.end]}” at {relation.start}-{relation.end}"
    qualifier = f"{relation.qualifier} " if relation.qualifier else ""
    yield Line("relation", f"{qualifier}{relation.kind}, {told} [{relation.id}]")
    yield from _mentions(source, "of", () if relation.subject is None else (relation.subject,))
    yield from _mentions(source, "to", () if relation.object is None else (relation.object,))
    if relation.value:
        yield Line("value", f"“{relation.value}”")
    yield Line("time", tell_time(relation.time, ""))
    yield from (Line("figure", tell_figure(figure)) for figure in relation.figures)


def _assessment(source: Source, assessment: Assessment) -> Iterator[Line]:
    text = source.document(assessment.document).text
    told = f"told by “{text[assessment.start : assessment.end]}” at {assessment.start}-{assessment.end}"
    hedge = f", hedged by “{assessment.hedge}”" if assessment.hedge else ""
    yield Line("assessment", f"{assessment.factor} {assessment.direction}, {told}{hedge} [{assessment.id}]")
    yield from _mentions(source, "of", () if assessment.subject is None else (assessment.subject,))
    yield Line("time", tell_time(assessment.time, ""))


def _mentions(source: Source, label: str, idents: tuple[str, ...]) -> Iterator[Line]:
    for ident in idents:
        found = source.mention(ident)
        if found is not None:
            mention, link, name = found
            yield Line(label, tell_link(source.redact(mention.text), link, name))


def _across(source: Source, claim: Claim) -> Iterator[Line]:
    """Say what other reports make of it."""
    for incident in source.ledger.incidents_of([claim.id]):
        yield from tell_incident(source, incident)
    for comparison in source.ledger.comparisons_of([claim.id]):
        yield tell_comparison(source, comparison, claim.id)
    for dependence in source.ledger.dependences_of([claim.id, claim.document]):
        yield tell_dependence(source, dependence)


def tell_incident(source: Source, incident: Incident) -> Iterator[Line]:
    """Say which incident it is, how it stands, and why its claims were joined."""
    yield Line("incident", f"{source.redact(incident.title)} [{incident.id}], {len(incident.claims)} claims")
    yield Line(
        "status", f"{incident.status}: {source.redact(incident.status_reason)}; {incident.origins} independent origins"
    )
    if incident.why:
        yield Line("joined", source.redact(incident.why))


def tell_comparison(source: Source, comparison: Comparison, seen_from: str) -> Line:
    """Say what a claim is held against, and how it came out."""
    other = comparison.second if comparison.first == seen_from else comparison.first
    reason = source.redact(comparison.reason)
    return Line("compared", f"{comparison.slot} {comparison.verdict} with {other}: {reason} [{comparison.id}]")


def tell_dependence(source: Source, dependence: Dependence) -> Line:
    """Say what ties two documents or claims."""
    names = source.ledger.document_names()
    first, second = (names.get(end, end) for end in (dependence.first, dependence.second))
    return Line(
        "depends", f"{first} and {second}: {dependence.kind}, {source.redact(dependence.why)} [{dependence.id}]"
    )
