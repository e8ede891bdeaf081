"""Cuts a text that is too long to be read at once into parts at the ends of paragraphs."""

# No report is as long as this; reading a part of this length takes under half a gigabyte.
LONGEST = 300_000
_PART = 200_000
# Where a part may end, the best first.
_ENDS = ("\n\n", "\n", ". ", " ")


def cut_text(text: str) -> tuple[str, ...]:
    """Cut a text into parts that give the text again when put together.

    Args:
        text: of any length.

    Returns:
        The text alone if it has at most `LONGEST` code points; else parts of 100,000 to 200,000, the last perhaps
        shorter, each cut after a blank line, or else a line, a sentence, a word.
    """
    if len(text) <= LONGEST:
        return (text,)
    parts: list[str] = []
    start = 0
    while len(text) - start > _PART:
        end = _find_end(text, start)
        parts.append(text[start:end])
        start = end
    return (*parts, text[start:])


def _find_end(text: str, start: int) -> int:
    for sign in _ENDS:
        found = text.rfind(sign, start + _PART // 2, start + _PART)
        if found >= 0:
            return found + len(sign)
    return start + _PART
