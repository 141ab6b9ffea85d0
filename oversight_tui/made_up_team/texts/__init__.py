"""What is written in the made-up records: patterns for `wording`, by subject.

Each sentence is one that a child may read about themselves at eighteen: what happened, who was worried about what, what
was decided and why, in plain words.
"""
