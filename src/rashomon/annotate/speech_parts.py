"""Penn tag and UD relation to universal part of speech.

Source: https://universaldependencies.org/tagset-conversion/en-penn-uposf.html, with UD v2's AUX, SCONJ, PRON and DET
told apart by the relation, which the tag alone cannot do.
"""

_BY_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV",
    "RP": "ADP", "IN": "ADP", "TO": "ADP", "DT": "DET", "PDT": "DET", "WDT": "DET", "WP": "PRON", "WP$": "PRON",
    "PRP": "PRON", "PRP$": "PRON", "EX": "PRON", "CD": "NUM", "CC": "CCONJ", "POS": "PART", "UH": "INTJ",
    "SYM": "SYM", "$": "SYM", "#": "SYM", "FW": "X", "LS": "X", "ADD": "X", "XX": "X", "GW": "X",
    ".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT",
    "HYPH": "PUNCT", "NFP": "PUNCT",
}  # fmt: skip
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_DETERMINING = frozenset({"det", "det:predet"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "nt"})


def universal(tag: str, rel: str, word: str) -> str:
    """Give the universal part of speech of a token from its Penn tag, UD relation and lower-cased word."""
    upos = _BY_TAG.get(tag, "X")
    if upos == "VERB":
        return "AUX" if rel in _AUXILIARY else upos
    if upos == "ADP" and rel == "mark":
        return "PART" if tag == "TO" else "SCONJ"
    if upos == "DET":
        return upos if rel in _DETERMINING else "PRON"
    if upos == "ADV":
        return "PART" if word in _NEGATIONS else "SCONJ" if rel == "mark" else upos
    return upos
