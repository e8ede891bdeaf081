"""The typed tables read from resources/. Each table has one module here and one place in `Lexicon`."""

from dataclasses import dataclass
from functools import cache

from rashomon.lexicon.actors import ActorTable, load_actors
from rashomon.lexicon.annotating import AnnotateTables, load_annotate_tables
from rashomon.lexicon.cues import CueTable, read_cues
from rashomon.lexicon.events import EventTable, read_events
from rashomon.lexicon.factors import FactorTable, read_factors
from rashomon.lexicon.figures import FigureTable, read_figures
from rashomon.lexicon.files import resources
from rashomon.lexicon.furniture import Furniture, read_furniture
from rashomon.lexicon.grammar import GrammarTable, read_grammar
from rashomon.lexicon.mastheads import Mastheads, read_mastheads
from rashomon.lexicon.modality import ModalTable, read_modality
from rashomon.lexicon.names import NameTable, load_names
from rashomon.lexicon.outlets import Outlets, read_outlets
from rashomon.lexicon.phrases import Phrases, load_phrases
from rashomon.lexicon.places import PlaceTable, load_places
from rashomon.lexicon.relation_table import RelationTable
from rashomon.lexicon.relations import read_relations
from rashomon.lexicon.resolution import ResolutionRules, load_resolution
from rashomon.lexicon.times import TimeTable, read_times
from rashomon.lexicon.voices import VoiceWords, read_voice_words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of one language, read once.

    Attributes:
        language: ISO 639-1 code.
        resolution: weights, limits and words by which documents are held against each other.
        annotate: sentence ends, quotation marks, words for the dependency conversion, names, chains.
        grammar: what closed-class words do.
        phrases: the words of a briefing.
        names: words around and inside names.
        figures: number words and measures.
        times: words of calendar and clock.
        cues: words that carry a voice.
        voices: how voices are named, where they speak.
        events: event types with their triggers and codes.
        modality: negation, hedges and realis cues.
        places: countries, regions and the words that tell a place's kind.
        furniture: what a copied page carries besides the report, and how it states its day.
        outlets: register of publishers.
        mastheads: words by which a page's head names its publisher.
        relations: kinds of relation and the patterns that tell them.
        actors: the register of actors and the words that describe unnamed ones.
        factors: what bears on a conflict's outcome, and the words that judge it.
    """

    language: str
    furniture: Furniture
    outlets: Outlets
    mastheads: Mastheads
    resolution: ResolutionRules
    annotate: AnnotateTables
    grammar: GrammarTable
    phrases: Phrases
    names: NameTable
    figures: FigureTable
    times: TimeTable
    cues: CueTable
    voices: VoiceWords
    events: EventTable
    modality: ModalTable
    places: PlaceTable
    relations: RelationTable
    actors: ActorTable
    factors: FactorTable


def load_lexicon(language: str = "en") -> Lexicon:
    """Read all tables; a language's are read once a process.

    Raises:
        ResourceError: a file is wrong or an entry stands twice.
    """
    return _read_tables(language)


# A cache on the function above would hold the tables of "en" twice: asked for by default and by name.
@cache
def _read_tables(language: str) -> Lexicon:
    return Lexicon(
        language=language,
        furniture=read_furniture(language),
        outlets=read_outlets(),
        mastheads=read_mastheads(language),
        resolution=load_resolution(),
        annotate=load_annotate_tables(language),
        grammar=read_grammar(language),
        phrases=load_phrases(language),
        names=load_names(),
        figures=read_figures(resources(), language),
        times=read_times(resources(), language),
        cues=read_cues(language),
        voices=read_voice_words(language),
        events=read_events(resources(), language),
        modality=read_modality(language),
        places=load_places(),
        relations=read_relations(resources(), language),
        actors=load_actors(),
        factors=read_factors(resources(), language),
    )
