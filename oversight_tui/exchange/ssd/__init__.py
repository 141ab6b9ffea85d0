"""The Standard Safeguarding Dataset as CSV files: who held each child from when to when, where each child stands."""
