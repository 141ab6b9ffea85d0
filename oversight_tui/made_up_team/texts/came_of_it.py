"""What is written of what came of it: decisions looked at again, what workers say of supervision, courses and goals."""

from __future__ import annotations

# A decision with its because, and what was found: with whether that had changed something for the child.
LOOKED_AT_AGAIN: tuple[tuple[str, str, str, bool | None], ...] = (
    ("Gran does the school run", "Mornings are what goes wrong", "He is in school each day, and mum sleeps", True),
    ("Visit once a week, at tea time", "Nobody has seen an evening", "Tea is calm now; she shows her drawings", True),
    ("Ask the school nurse to see them", "The eczema is not looked after", "The letter was sent, no date yet", False),
    ("Mum writes the plan with us", "She has never held the pen", "She reads it to her sister", True),
    ("A key worker from the youth club", "He talks to nobody at school", "He went once and not again", False),
    ("Wait for the health visitor's report", "Two of us asking is one too many", "It came and says little", None),
)
PUT_OFF = ("Ask for a place at the family centre", "A place for the baby is a morning for mum", "No place yet")
CARRIED = ("Draw the family tree with them", "The week was full", "They were away")
SAID_OF_IT = (
    "I [saw|asked|listened to] the [boy|girl|baby's gran] and not [only mum|the sister] on [Monday|Tuesday|Thursday]",
    "I stopped waiting for the [school|clinic|court|doctor] and [rang|went there|wrote to the head]",
    "I sleep since we wrote down who to call [at night|on Sundays|after court]",
    "I asked [dad|the uncle|the stepdad] the question I had left out for [a month|six weeks|two visits]",
    "We [drew|wrote|talked through] the [week|plan|move] with [her|him|them], and it [was theirs|made sense]",
)
COURSE = ("Finished the course on [direct work|drawing|play] with [small children|teenagers|brothers and sisters]",)
AFTER_THE_COURSE = (
    "Drew the [house|week|family] with two [sisters|brothers]; they put themselves [outside|beside] it, and we talked "
    "about why",
)
GOAL = ("Leads a [core group|review|planning meeting] by [the spring|Easter|June], with me [at hand|beside them]",)
TOWARDS_THE_GOAL = (
    "Led the [first|second] half of one; wants to write the plan [on the spot|with mum there] next time",
)
