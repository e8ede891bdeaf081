"""Plain text: the bytes are the document. Takes whatever no other reader accepts."""

from rashomon.ingest.decode import Decoded, decode
from rashomon.ingest.inputs import RawInput
from rashomon.ingest.page import Page
from rashomon.ingest.trouble import make_issue
from rashomon.records import Issue


def accepts(raw: RawInput) -> bool:
    """Say whether the name says plain text."""
    return raw.suffix in {".txt", ".text", ".md"}


def read(raw: RawInput) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    """Read one document; bytes that are no text give an Issue and no document."""
    decoded = decode(raw.data)
    issues = decoding_issues(raw.name, decoded)
    return ((Page(raw.name, decoded.text),) if decoded.text is not None else ()), issues


def decoding_issues(name: str, decoded: Decoded) -> tuple[Issue, ...]:
    """Make the Issues that decoding gives."""
    if decoded.text is None:
        message = f"{name} is no text (binary file): not read; give its text, or take it out of the folder"
        return (make_issue("binary-file", name, message),)
    issues: list[Issue] = []
    if decoded.guessed:
        message = f"{name} is not in UTF-8 and was read as {decoded.encoding}; save it as UTF-8 if letters look wrong"
        issues.append(make_issue("encoding-guessed", name, message))
    if decoded.replaced:
        message = f"{decoded.replaced} characters of {name} cannot be read and stand as U+FFFD; save it as UTF-8 again"
        issues.append(make_issue("characters-replaced", name, message))
    return tuple(issues)
