"""Every list of the program as tables for other programs: which there are, and writing them."""
