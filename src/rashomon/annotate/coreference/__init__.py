"""Coreference within a document by rules, precision before recall."""

from rashomon.annotate.coreference.chains import find_chains as find_chains
