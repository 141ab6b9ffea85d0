"""An independent calculation of the morning list.

From what was typed alone, by the definitions, and sharing no code with the program's rules.
"""
