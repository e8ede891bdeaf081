"""Private persons by role: the one rule that every export, briefing and table applies to names."""

import re
from collections.abc import Iterable

from rashomon.records.enums import Naming
from rashomon.records.links import Actor
from rashomon.records.reading import ActorRef, VoiceRef

PRIVATE_PERSON = "a private person"
_SHORTEST_NAME = 3
_SHORTEST_PART = 4


def shown_name(ref: ActorRef | VoiceRef, names: bool = False) -> str:
    """Give the name to show: the role of a private person unless `names` asks for the printed name."""
    if ref.private and not names:
        return ref.description or PRIVATE_PERSON
    return ref.name


def said_name(voice: VoiceRef, names: bool = False) -> str:
    """Give the name of a voice as a reader of the report knows it.

    An office that is understood as its state ("the interior ministry") is called by its printed words.
    """
    if voice.private and not names:
        return shown_name(voice)
    name, printed = voice.name.casefold().split(), voice.text.casefold().split()
    office = voice.naming is Naming.ROLE and len(printed) > 1 and not {*name} & {*printed}
    return voice.text if office else voice.name


class Redactor:
    """Puts roles in the place of private persons' names in printed text.

    A part of a private name (a surname alone) is replaced too, unless a public actor bears it. What names a place of
    the ledger is never replaced.
    """

    def __init__(self, actors: Iterable[Actor], names: bool = False, places: Iterable[str] = ()) -> None:
        """Make one for a ledger's actors and its places' names; with `names` it leaves every text as it is."""
        private: dict[str, str] = {}
        public: set[str] = set(places)
        for actor in actors:
            if actor.private and not names:
                private.update(dict.fromkeys(_forms(actor), f"[{actor.description or PRIVATE_PERSON}]"))
            elif not actor.private:
                public.update(part for name in actor.names for part in (name, *name.split()))
        self._roles = {form: role for form, role in private.items() if form not in public}
        longest_first = sorted(self._roles, key=lambda form: (-len(form), form))
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else None
        )

    def __call__(self, text: str) -> str:
        """Give the text with roles in the place of private names."""
        return text if self._pattern is None else self._pattern.sub(lambda found: self._roles[found.group()], text)


def _forms(actor: Actor) -> set[str]:
    names = {name for name in (actor.name, *actor.names) if len(name) >= _SHORTEST_NAME and name[:1].isupper()}
    parts = {part for name in names for part in name.split() if len(part) >= _SHORTEST_PART and part[0].isupper()}
    return names | parts
