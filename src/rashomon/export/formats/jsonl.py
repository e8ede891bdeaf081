"""JSON Lines: one object a line, as docs/format.md describes them."""

import json

from rashomon.export.streams import Export


def write(export: Export) -> None:
    """Write the stream."""
    for shape in export.shapes():
        export.target.write(json.dumps(shape, ensure_ascii=False) + "\n")
