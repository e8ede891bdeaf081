"""Bytes to text: marks of encoding first, then UTF-8, then a guess that is reported; binary files are told apart."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of formats that hold no plain text.
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"SQLite format 3",
           b"RIFF", b"\xd0\xcf\x11\xe0", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"OggS", b"ID3", b"MZ\x90")  # fmt: skip
_CANDIDATES = ["cp1252", "cp1251", "cp1250", "cp1254", "cp1256", "koi8_r", "gb18030", "shift_jis", "euc_kr"]
_LOOK = 65536
_CONTROL = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32)) + b"\x7f"
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")
_MAX_CONTROL = 0.01
_MAX_BROKEN = 0.002


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""Text, the name of the encoding, and whether that was guessed or characters were replaced.

    Attributes:
        text: newlines as "\n"; None if the bytes are no text.
        encoding: Python's name of it, "" if none.
        guessed: whether nothing stated or proved it.
        replaced: how many characters stand as U+FFFD that could not be read.
    """

    text: str | None
    encoding: str
    guessed: bool = False
    replaced: int = 0


def decode(data: bytes) -> Decoded:
    """Decode bytes in time linear in their number."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _finish(data[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _wide(data)
    if wide:
        return _finish(data.decode(wide, "replace"), wide, guessed=True)
    if is_binary(data):
        return Decoded(None, "")
    try:
        return _finish(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data)


def is_binary(data: bytes) -> bool:
    """Say whether bytes are no text in a one-byte or UTF-8 encoding: a known first mark, or many control bytes."""
    if data.startswith(_BINARY):
        return True
    head = data[:_LOOK]
    return len(head) - len(head.translate(None, _CONTROL)) > _MAX_CONTROL * len(head)


def clean(text: str) -> tuple[str, int]:
    r"""Put newlines as "\n", and U+FFFD for NUL and lone surrogates, which no file of text can hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.subn("\ufffd", text)


def _finish(text: str, encoding: str, guessed: bool = False) -> Decoded:
    broken = text.count("\ufffd")
    text, replaced = clean(text)
    return Decoded(text, encoding, guessed, broken + replaced)


def _wide(data: bytes) -> str:
    """Tell UTF-16 without a mark: every other byte of Latin text is zero."""
    head = data[:_LOOK]
    if len(head) < 4 or len(data) % 2:
        return ""
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else ""


def _not_utf8(data: bytes) -> Decoded:
    """Decide between UTF-8 with a few broken bytes and an older encoding."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = sum(1 for sign in text[:_LOOK] if sign > "\x7f") - text.count("\ufffd", 0, _LOOK)
    if broken <= 1 + _MAX_BROKEN * len(text) and (beyond > broken or (broken <= 1 and text.endswith("\ufffd"))):
        return _finish(text, "utf-8")
    best = from_bytes(_sample(data), cp_isolation=_CANDIDATES).best()
    encoding = "cp1252" if best is None else best.encoding
    return _finish(data.decode(encoding, "replace"), encoding, guessed=True)


def _sample(data: bytes) -> bytes:
    """Take the lines with bytes beyond ASCII, which alone tell the encodings apart."""
    if len(data) <= _LOOK:
        return data
    found = re.search(rb"[\x80-\xff]", data)
    start = max(0, found.start() - 1024) if found else 0
    return data[start : start + _LOOK]
