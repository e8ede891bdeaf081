"""CSV for spreadsheets: one row an object, its values flat."""

from rashomon.export.flat import write_csv
from rashomon.export.streams import Export


def write(export: Export) -> None:
    """Write the stream."""
    write_csv(export.shapes(), export.target)
