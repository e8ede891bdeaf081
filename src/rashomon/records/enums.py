"""The closed sets of the ledger: each member is a lower-case value with its meaning beside it."""

from enum import StrEnum


class Factuality(StrEnum):
    """FactBank scale (Saurí and Pustejovsky 2009), always from the view of a named voice."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    NOT_CERTAIN = "CT-"  # certainly not the case
    NOT_PROBABLE = "PR-"
    NOT_POSSIBLE = "PS-"
    UNKNOWN = "Uu"  # unknown or uncommitted


class Realis(StrEnum):
    """When and how the happening is: PLOVER's auxiliary modes, implemented."""

    PAST = "past"
    ONGOING = "ongoing"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    GENERIC = "generic"  # a habit or a kind of happening, no single one


class Stance(StrEnum):
    """How whoever passes a claim on stands to it."""

    NEUTRAL = "neutral"
    ENDORSED = "endorsed"  # confirmed, noted, admitted
    DOUBTED = "doubted"  # "evidence, however, is not forthcoming"
    DENIED = "denied"


class Speech(StrEnum):
    """The form in which a voice's words stand in the text."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"  # indirect with words in quotation marks
    NARRATED = "narrated"  # the outlet tells it in its own voice


class Naming(StrEnum):
    """How the voice is named."""

    NAMED = "named"
    ROLE = "role"  # "the former defence minister"
    GROUP = "group"  # "local commanders"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"  # a statement, a report, a narrative
    SOCIAL = "social-media"
    OTHER_OUTLET = "other-outlet"
    OUTLET = "outlet"  # the outlet that published the document


class Function(StrEnum):
    """What a closed-class word does in a sentence; resources/lang/<code>/grammar.yaml says which words do it.

    The rules of extract ask for these, never for words, so that a language is a folder and no code.
    """

    NEGATION = "negation"  # "not"
    NO = "no"  # a determiner that denies its noun
    NOBODY = "nobody"  # a pronoun for nobody
    NEITHER = "neither"
    WITHOUT = "without"
    RELATIVE = "relative"  # a pronoun that stands for the noun before its clause
    WHERE = "where"  # stands for the place before its clause
    CLAUSE_RELATIVE = "clause-relative"  # one that may stand for a whole clause
    THAT = "that"  # leads to a finite clause that completes a verb or a noun
    QUESTION = "question"  # leads to an indirect question
    CONDITION = "condition"  # "if"
    CONCESSION = "concession"  # before a condition, makes it none: "even if"
    INVERSION = "inversion"  # an auxiliary that before its subject makes a condition: "had they"
    MODAL = "modal"  # what should or may be said: "it must be noted"
    WOULD = "would"  # of the conditional
    PERFECT = "perfect"  # auxiliary of the perfect
    BE = "be"  # auxiliary of passive and progressive, copula
    REMAINING = "remaining"  # other verbs that say what something is: "remained"
    SINGULAR = "singular"  # verb forms of one, where the tag does not tell
    EXPLETIVE = "expletive"  # a subject that is nobody: "it is said"
    INFINITIVE = "infinitive"  # before an infinitive: "to"
    BY = "by"  # leads to who does it
    AMID = "amid"  # leads to a happening around another
    FROM = "from"  # leads to where it comes from
    OF = "of"  # leads to what a noun belongs to
    FOR = "for"  # leads to a purpose or a beneficiary
    ON = "on"
    WITH = "with"
    AS = "as"  # leads to what something is taken for
    POSSESSIVE = "possessive"  # a mark of possession
    SPEAKER = "speaker"  # a pronoun of whoever speaks
    PERSON = "person"  # a pronoun for one man or woman
    PERSONS = "persons"  # a pronoun that stands for people
    MANY = "many"  # a pronoun for several
    BOTH = "both"  # for two
    CONNECTIVE = "connective"  # an adverb that ties a clause to another
    TIE = "tie"  # a word before a clause that is part of what the clause tells: "if", "without"


class ClaimKind(StrEnum):
    """What a claim says."""

    EVENT = "event"
    RELATION = "relation"
    ASSESSMENT = "assessment"


class MentionKind(StrEnum):
    """What a mention may be linked to."""

    ACTOR = "actor"
    PLACE = "place"


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    GROUP = "group"  # armed group, party, movement
    STATE = "state"  # a state or its government
    FORCES = "forces"  # state armed forces or police
    ORGANISATION = "organisation"  # international body, company, university, NGO
    OUTLET = "outlet"
    PEOPLE = "people"  # "residents", "protesters", an ethnic group: described, not organised
    UNKNOWN = "unknown"


class PlaceKind(StrEnum):
    """Feature kind of a place."""

    COUNTRY = "country"
    ADM1 = "adm1"
    ADM2 = "adm2"
    TOWN = "town"
    REGION = "region"
    NATURAL = "natural"  # valley, river, mountain
    BORDER = "border"
    FACILITY = "facility"
    UNKNOWN = "unknown"


class Grain(StrEnum):
    """The unit in which a time is told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"  # an interval of no calendar unit


class TimeBasis(StrEnum):
    """What an understood time rests on."""

    STATED = "stated"
    DATELINE = "dateline"
    PUBLICATION = "publication"
    NARRATED = "narrated"  # another day named in the same document
    SIDECAR = "sidecar"  # the user's own sources.csv
    JUDGED = "judged"  # a person's correction
    METADATA = "metadata"  # markup of the page


class Modifier(StrEnum):
    """How exact a figure is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    UP_TO = "up to"
    RANGE = "range"
    VAGUE = "vague"  # "dozens", "several"


class Scope(StrEnum):
    """What a figure counts of its happening."""

    TOTAL = "total"  # all that the voice tells of it
    PART = "part"  # some of a total told beside it: "including six children"
    ADDITION = "addition"  # comes on top of what was told before: "two more died"
    AGAIN = "again"  # people whom the report counted before, told again: "the 14 dead"
    SUPERSEDED = "superseded"  # an earlier number that the sentence replaces: "rose to 81 from 74"


class Direction(StrEnum):
    """What an assessment says that a factor does to its subject."""

    FAVOURS = "favours"
    HINDERS = "hinders"
    UNCLEAR = "unclear"


class Verdict(StrEnum):
    """Outcome of comparing one slot of two claims."""

    AGREES = "agrees"
    REFINES = "refines"
    CONTRADICTS = "contradicts"
    INCOMPARABLE = "incomparable"


class Slot(StrEnum):
    """The slot in which two claims are compared."""

    OCCURRENCE = "occurrence"
    COUNT = "count"
    TIME = "time"
    PLACE = "place"
    AGENT = "agent"
    VICTIM = "victim"
    OUTCOME = "outcome"
    CONTROL = "control"
    LEADERSHIP = "leadership"
    OFFICE = "office"
    BIOGRAPHY = "biography"
    STATE = "state"
    PROMISE = "promise"


class DependenceKind(StrEnum):
    """Why two documents or claims are not independent of each other."""

    VERBATIM = "verbatim"
    QUOTES = "quotes"  # one names the other outlet as its origin
    SAME_WIRE = "same-wire"
    SAME_VOICE = "same-voice"
    SAME_WITNESS = "same-witness"
    SAME_OWNER = "same-owner"


class Status(StrEnum):
    """Status of an incident, computed; the rule is written beside it."""

    CORROBORATED = "corroborated"
    CLAIMED = "claimed"
    CONCEDED = "conceded"
    CONTESTED = "contested"
    DENIED = "denied"
    UNVERIFIED = "unverified-noted"


class Control(StrEnum):
    """Assessed control of a place (Long War Journal's three values)."""

    CONTROLLED = "controlled"
    CONTESTED = "contested"
    UNCONFIRMED = "unconfirmed"


class ZoneKind(StrEnum):
    """What a stretch of a document's text is. Only `read` kinds are annotated."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    FURNITURE = "furniture"  # appeals, navigation, "read also"
    REPEAT = "repeat"  # a line printed before in the same document
    FOREIGN = "foreign"  # another language than the document's


READ_ZONES = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.BODY, ZoneKind.CAPTION})
