"""How fast the program is, each speed beside the least that could be done in its place, in one run.

`program.py` alone knows the insides of the program; everything else starts it or is handed what it needs.
"""
