"""Line of sight: the pressures and the risks at the front, team by team, in numbers that open their rows.

Nothing here ranks people, and nothing holds a word that was typed about a child.
"""
