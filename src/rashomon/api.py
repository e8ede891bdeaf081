"""The library face: `rashomon.read(paths)` and the ledger that it gives."""

from rashomon.reading import ReadSummary as ReadSummary
from rashomon.reading import read_paths as read_paths
