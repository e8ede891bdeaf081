"""The words of a briefing, from resources/lang/<code>/briefing.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.lexicon.files import check_keys, read_language


@dataclass(frozen=True, slots=True)
class Phrases:
    """Headings, sentence frames and labels of one language.

    Attributes:
        title: frame of the title.
        sections: section name -> heading, in the order of the briefing.
        phrases: frame name -> sentence with slots in braces.
        labels: closed value -> words for people.
        limits: section name -> most lines shown.
    """

    title: str
    sections: Mapping[str, str]
    phrases: Mapping[str, str]
    labels: Mapping[str, str]
    limits: Mapping[str, int]

    def say(self, frame: str, **slots: object) -> str:
        """Fill a frame."""
        return self.phrases[frame].format(**slots)


def load_phrases(language: str) -> Phrases:
    """Read the phrases of one language folder.

    Raises:
        ResourceError: the file is wrong.
    """
    content = read_language(language, "briefing.yaml")
    check_keys("briefing.yaml", content, ("title", "sections", "phrases", "labels", "limits"))
    return Phrases(**content)
