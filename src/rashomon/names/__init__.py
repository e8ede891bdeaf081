"""Names as strings: folding them, keys to find them by, whether two can be one. Knows no actor and no place."""

from rashomon.names.compare import compare_names as compare_names
from rashomon.names.compare import forget_names as forget_names
from rashomon.names.fold import PARTICLES as PARTICLES
from rashomon.names.fold import consonants as consonants
from rashomon.names.fold import fold as fold
from rashomon.names.fold import skeleton as skeleton
from rashomon.names.fold import sound as sound
from rashomon.names.keys import name_keys as name_keys
from rashomon.names.parts import bare_name as bare_name
from rashomon.names.parts import person_tokens as person_tokens
from rashomon.names.score import SAME_BODY as SAME_BODY
from rashomon.names.score import SAME_PERSON as SAME_PERSON
from rashomon.names.score import NameScore as NameScore
