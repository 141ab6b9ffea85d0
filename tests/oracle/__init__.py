"""An independent calculation of the morning list: from what was typed, by the definitions, sharing no code with the program's rules."""
