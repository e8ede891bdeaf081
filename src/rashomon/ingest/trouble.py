"""Makes the Issues of this room."""

from rashomon.records import Issue, make_id

STAGE = "ingest"


def make_issue(
    code: str, document: str | None, message: str, start: int | None = None, end: int | None = None
) -> Issue:
    """Make an Issue: what and where, and the remedy, in one sentence."""
    return Issue(make_id("iss", code, STAGE, document, start, message), code, STAGE, document, start, end, message)
