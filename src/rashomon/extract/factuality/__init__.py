"""How things stand: what a sentence does to a happening, and what that is from the view of a voice."""

from rashomon.extract.factuality.tense import is_dated as is_dated
from rashomon.extract.factuality.told import find_told as find_told
from rashomon.extract.factuality.view import judge_factuality as judge_factuality
