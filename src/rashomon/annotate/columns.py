"""The working columns of one sentence while its tree is rewritten; the only mutable thing in this room."""

from dataclasses import dataclass

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT", "EX", "$", "PRP$", "FW"})
VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})


@dataclass(slots=True)
class Columns:
    """One sentence, one entry a token; heads are positions inside the sentence (a root is its own head).

    Attributes:
        words: lower-cased text.
        tags: Penn tags.
        heads: position of the head.
        rels: relation; ClearNLP's before the conversion, UD's after it.
    """

    words: list[str]
    tags: list[str]
    heads: list[int]
    rels: list[str]

    def children(self, head: int) -> list[int]:
        """Give the dependents of a token in order."""
        return [i for i, h in enumerate(self.heads) if h == head and i != head]

    def depth(self, token: int) -> int:
        """Give how many arcs lie between a token and the root."""
        depth = 0
        while self.heads[token] != token:
            token, depth = self.heads[token], depth + 1
        return depth

    def attach(self, token: int, head: int, rel: str) -> None:
        """Hang a token under a head."""
        self.heads[token] = head
        self.rels[token] = rel

    def replace(self, old: int, new: int) -> None:
        """Put `new`, a dependent of `old`, in the place of `old`; all that hung under `old` hangs under `new`."""
        for child in self.children(old):
            if child != new:
                self.heads[child] = new
        self.heads[new] = new if self.heads[old] == old else self.heads[old]
        self.rels[new] = self.rels[old]
        self.heads[old] = new
