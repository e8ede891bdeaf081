"""What MUC-4's coding looks up in one reading."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from rashomon.evaluation.muc4_incidents import Incident
from rashomon.evaluation.muc4_tables import read_tables
from rashomon.extract.figures import find_figures
from rashomon.link import list_places
from rashomon.link.places.focus import count_countries
from rashomon.pipeline import Kit
from rashomon.records import Annotated, ClaimKind, ClaimRow, Event, Figure, Mention, Reading, Token, make_rows

_NINE = 9
_DATELINE = 3


class Report:
    """One reading with its tokens and claims."""

    def __init__(self, message: str, reading: Reading, annotated: Annotated, kit: Kit) -> None:
        self.message, self.reading, self.annotated = message, reading, annotated
        self.tables, self._lexicon, self._gazetteer = read_tables(), kit.lexicon, kit.gazetteer
        self._mentions = {mention.id: mention for mention in reading.mentions}

    @cached_property
    def rows(self) -> dict[str, list[ClaimRow]]:
        """Give event id -> its claims."""
        found: dict[str, list[ClaimRow]] = {}
        for row in make_rows(self.reading):
            if row.kind is ClaimKind.EVENT:
                found.setdefault(row.item, []).append(row)
        return found

    @cached_property
    def counts(self) -> dict[int | None, Figure]:
        """Give token index of a counted noun -> its figure."""
        return {found.noun: found.figure for found in find_figures(self.annotated, self._lexicon)}

    def mentions(self, ids: Iterable[str]) -> tuple[Mention, ...]:
        """Give mentions by their ids."""
        return tuple(map(self._mentions.__getitem__, ids))

    def token(self, index: int) -> Token:
        """Give a token."""
        return self.annotated.tokens[index]

    def lemma(self, index: int) -> str:
        """Give a token's lemma in lower case."""
        return self.token(index).lemma.lower()

    def classes(self, lemma: str) -> frozenset[str]:
        """Give the classes of a noun that the event tables know."""
        return self._lexicon.events.words.classes.get(lemma, frozenset())

    def span(self, mention: Mention) -> Sequence[Token]:
        """Give the tokens of a mention."""
        near = self.annotated.tokens[max(0, mention.head - 20) : mention.head + 20]
        return [token for token in near if mention.start <= token.start < mention.end]

    def phrase(self, index: int) -> str:
        """Give a noun with what stands before it, as printed in capitals, without articles and numbers."""
        before = {
            t.index
            for t in self.annotated.dependents(index, "compound", "amod", "flat", "nmod:poss")
            if t.index < index
        }
        first = min(before, default=index)
        return " ".join(self.annotated.words(first, index + 1).upper().split())

    def nation(self, mention: Mention, country: str) -> str:
        """Give the set's name of the foreign country whose people a mention's words name first, or ""."""
        words = (word for part in (mention.text, *mention.roles) for word in part.replace("\n", " ").split())
        known = self._lexicon.places.country_words
        named = (known.get(word.replace(".", "") if "." in word else word.title()) for word in words)
        return next((self.tables.countries.get(iso, "") for iso in named if iso is not None and iso != country), "")

    def words(self, event: Event) -> frozenset[str]:
        """Give the lemmas of an event's clause: its trigger, what hangs on it, and its instruments."""
        tokens = self.annotated.tokens
        near = {event.trigger, *self.annotated.subtree(event.trigger)}
        told = {tokens[index].lemma.lower() for index in near}
        return frozenset(told | {word for words in event.instruments for word in words.lower().split()})

    def is_under(self, index: int, words: frozenset[str]) -> bool:
        """Say whether a token's governor or one of its modifiers is one of some words."""
        token = self.token(index)
        over = {self.lemma(token.head), self.lemma(self.token(token.head).head)}
        under = {t.lemma.lower() for t in self.annotated.dependents(index, "amod", "advmod", "compound")}
        return bool((over | under) & words)

    @cached_property
    def main_country(self) -> str:
        """Give the country that the report names most, that of its dateline counted thrice, or ""."""
        document = self.reading.document
        votes = count_countries(document.text, document.dateline, self._lexicon.places)
        city = (document.dateline or "").partition("(")[0].partition(",")[0].title()
        for place in list_places(city, self._gazetteer, 1) if city else ():
            votes[place.country or ""] += _DATELINE
        own = {country: count for country, count in votes.items() if country in self.nine}
        return max(own or votes, key=lambda country: (votes[country], country), default="")

    @cached_property
    def nine(self) -> frozenset[str]:
        """Give the codes of the nine countries of the task."""
        return frozenset(list(self.tables.countries)[:_NINE])

    def country(self, incident: Incident) -> str:
        """Give the country code of an incident: of its place, else the one that the report names most, or ""."""
        return str(incident.place.country) if incident.place is not None else self.main_country
