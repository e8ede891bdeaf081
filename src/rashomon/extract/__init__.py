"""Annotated -> Extraction: who says what, in one document.

The walk inside this room has an order, held by the import law: `claims` over `factuality` over
`events | relations | assessments | voices` over `figures | times | places` over `mentions` and `parts`.
"""

from rashomon.extract.walk import extract as extract
