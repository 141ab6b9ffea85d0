"""Several programs at one store: what they see of each other, and what they must not do to each other."""
