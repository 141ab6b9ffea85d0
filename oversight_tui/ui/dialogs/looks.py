"""How forms look and where they stand: beside what they are about, under it, or over all of a small terminal."""

from __future__ import annotations

# Where a terminal has this many columns a form stands beside the board; with fewer than the other it covers it.
BESIDE, UNDER = 160, 60
# Under the board, two short fields stand side by side from this many on.
ABREAST = 80

FORM_LOOKS = """
Form { align: center bottom; }
Form.-over { align: center top; }
Form.-beside { align: right top; }
Form #form {
    width: 100%; height: auto; max-height: 66%; border: round $border; background: $surface;
    padding: 0 1;
}
Form.-beside #form { width: 90; height: 100%; max-height: 100%; margin: 1 0 0 0; }
Form.-whole #form { height: 100%; max-height: 100%; }
Form.-all-rows #form { max-height: 100%; }
Form.-half { align: right top; }
Form.-half #form { width: 57%; min-width: 66; height: 100%; max-height: 100%; margin: 1 0 0 0; }
Form TextBlock#last { height: 10; margin-bottom: 1; }
Form TextBlock#last.-low { height: 4; }
Form #whole { display: none; height: 1fr; margin-top: 1; }
Form.-beside #whole.-read { display: block; }
Form #written { height: auto; margin-bottom: 1; }
Form #fields {
    height: auto; max-height: 100%; max-width: 118; overflow-y: auto;
    scrollbar-size-vertical: 1; scrollbar-background: $surface; scrollbar-color: $border-blurred;
}
Form .field { height: auto; padding-right: 1; }
Form .abreast { height: auto; layout: vertical; }
Form.-abreast .abreast { layout: horizontal; }
Form.-abreast .abreast .field { width: 1fr; }
Form.-abreast .abreast .field:first-child { width: auto; }
Form .parts { height: auto; }
Form.-whole .parts, Form.-half .parts { layout: vertical; }
Form.-whole .parts FieldInput, Form.-half .parts FieldInput { width: 1fr; }
Form FieldInput {
    width: 1fr; height: auto; padding: 0 1; color: $foreground;
    background: $field; border: none; border-left: outer $border-blurred;
}
Form FieldInput:focus { background: $field-focused; border: none; border-left: outer $border; }
Form FieldInput .text-area--placeholder { color: $text-muted; }
Form Chips {
    width: 1fr; height: auto; padding: 0; background: $surface; border-left: outer $border-blurred;
}
Form Chips:focus { background: $field-focused; border-left: outer $border; }
"""
