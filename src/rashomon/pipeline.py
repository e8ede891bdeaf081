"""THE MAP: the stages in order, two functions.

One document, a pure function that maps:
  1. ingest    bytes      -> Document
  2. annotate  Document   -> Annotated
  3. extract   Annotated  -> Extraction
  4. link      Extraction -> Links

All documents, the only place where they meet:
  5. resolve   Corpus     -> Resolution
"""
