"""Golden documents: of `<name>/text.txt` the ledger must say what stands in `<name>/expected.jsonl`."""
