"""Voices: who says what, through whom.

The walk: cues make drafts, quotations are handed to speakers, sources are named, and each voice gets the one that
passes it on.
"""

from rashomon.extract.voices.finding import find_voices as find_voices
