"""Everything that can be set, as data: what it means, where its figure comes from, and what keeping another does."""
