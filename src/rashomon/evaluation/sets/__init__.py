"""One module a gold set, found by its name. Each has `measure(path, bench, limit) -> (scores, misses)`."""
