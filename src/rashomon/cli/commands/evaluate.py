"""`rashomon evaluate`: the reading measured on a gold set."""
