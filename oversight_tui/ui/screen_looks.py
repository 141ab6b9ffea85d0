"""What holds of every screen: one of its own covers the terminal, and what lies over another leaves that in sight."""

SCREEN_LOOKS = """
ActingScreen { overflow: hidden; }
Form, AgreeDialog, WhichDialog, PaletteScreen { background: $background 0%; }
"""
