"""The shapes in which words tell a relation: verbs, nouns, prepositional phrases, nouns of holding."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """A verb or predicate adjective that tells a relation.

    Attributes:
        kind: relation kind.
        particle: particle that must stand with it, or "".
        subject: slot of the first end: agent, patient, or a preposition.
        object: slot of the other end, or "" if there is none.
        value: slot whose words are the relation's value, or "".
        subject_is: what the first end must be: actor, person, place, place-or-part, any.
        object_is: the same of the other end; "" if it may be missing.
        patient_lemmas: lemmas of which the patient's head must be one; empty: any.
        through: take the possessor of the patient as the object ("fly the flag of X").
        only: "negated": tells the relation only where it is negated ("has not surrendered to X"); "plain": only
            where it is not.
        qualifier: qualifier that the words themselves carry ("not" in "unconquered").
        figures: measures of a figure that must be counted in the patient; empty: none.
        requires: slot that must be filled though it is no end, or "".
        constant: words that are the relation's value where no slot is ("married": spouse), or "".
        value_lemmas: lemmas of which the value's head, or a noun joined to it, must be one; empty: any.
        agent_lemmas: lemmas of which the agent's head must be one ("the writ of X runs in Y"); empty: any.
        owner: the first end is whose the agent is, not the agent.
        examples: sentences that tell it.
        against: sentences that do not.
    """

    kind: str
    particle: str
    subject: str
    object: str
    value: str
    subject_is: str
    object_is: str
    patient_lemmas: frozenset[str]
    through: bool
    only: str
    qualifier: str
    figures: frozenset[str]
    requires: str
    constant: str
    value_lemmas: frozenset[str]
    agent_lemmas: frozenset[str]
    owner: bool
    examples: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NounPattern:
    """A noun that tells a relation between its holder and its complement ("leader of X").

    Attributes:
        kind: relation kind.
        holder: the end that the holder fills: subject or object.
        holder_is: what the holder must be.
        complement_is: what the complement must be: actor, person, place, any.
        prepositions: prepositions of the complement.
        value: whether the noun phrase itself is the value (an office).
        qualifier: qualifier that the noun itself carries.
        required: whether a complement must be there.
        figures: measures of a figure that must stand with it; empty: none.
        examples: sentences that tell it.
        against: sentences that do not.
    """

    kind: str
    holder: str
    holder_is: str
    complement_is: str
    prepositions: frozenset[str]
    value: bool
    qualifier: str
    required: bool
    figures: frozenset[str]
    examples: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhrasePattern:
    """A preposition with a noun: "under the control of X"; X is the subject, what it is said of the object.

    Attributes:
        kind: relation kind.
        prepositions: words before the noun.
        attached_is: what it must be said of.
        complement_is: what X must be.
        complements: prepositions before X.
        turned: what it is said of is the subject, X the object ("X is in control of Y").
        value: which of the two is the relation's value as printed: attached, complement, or "".
        near: lemmas of which one must stand below the noun ("list of terrorist groups"); empty: none is needed.
        qualifier: qualifier that the words carry.
        examples: sentences that tell it.
        against: sentences that do not.
    """

    kind: str
    prepositions: frozenset[str]
    attached_is: str
    complement_is: str
    complements: frozenset[str]
    turned: bool
    value: str
    near: frozenset[str]
    qualifier: str
    examples: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GripPattern:
    """A noun of a state between two: "X's control of Y", "X retains control of Y", "X's support for Y".

    Attributes:
        kind: relation kind.
        prepositions: prepositions before Y.
        held_is: what Y must be.
        verbs: lemma of the verb that it may be the object of -> qualifier ("lose" -> not); other verbs tell a change.
        mutual: "between X and Y" says it of both.
        seat: as a subject, what it is said to lie in is Y ("X's base lies in Y").
        examples: sentences that tell it.
        against: sentences that do not.
    """

    kind: str
    prepositions: frozenset[str]
    held_is: str
    verbs: Mapping[str, str]
    mutual: bool
    seat: bool
    examples: tuple[str, ...]
    against: tuple[str, ...]

    def __hash__(self) -> int:
        """Hash what can be hashed."""
        return hash((self.kind, self.examples))
