"""The command line: an edge that nothing imports."""
