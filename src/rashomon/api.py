"""The library face: `rashomon.read(paths)` and the ledger that it gives."""
