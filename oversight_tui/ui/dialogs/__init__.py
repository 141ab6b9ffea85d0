"""Forms over the board, in which the manager's word is taken."""
