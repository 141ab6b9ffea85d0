"""The part of the screen that calls services; everything else in `ui` asks it and is answered with messages."""
