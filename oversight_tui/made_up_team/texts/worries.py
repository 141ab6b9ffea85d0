"""Worries about children: what is seen, what happens if nothing changes, and why a worry was closed."""

from __future__ import annotations

from msgspec import Struct


class WorryPattern(Struct, frozen=True):
    """A worry that fits children of these ages (`at_home`: only those who live with their family).

    What it is, what happens if nothing changes, and why it was closed.
    """

    ages: tuple[int, int]
    at_home: bool
    severity: int
    text: str
    if_nothing_changes: str
    closed: str


WORRIES = (
    WorryPattern(
        (0, 4),
        True,
        4,
        "[Mum's|Dad's] drinking [at weekends|since the summer|on pay days], when nobody else is there for {o}",
        "{n} may be hurt when nobody sober is there to [pick {them} up|hear {them}]",
        "Six weekends with gran in the house, [clean tests throughout|no call from anyone], and {n} [sleeps "
        "through|is at ease]",
    ),
    WorryPattern(
        (0, 3),
        True,
        3,
        "{Ns} weight has [stood still|dropped a line] since the [spring|last clinic|summer|move]",
        "{n} will not have the strength to [crawl and walk|get over winter colds] as {they} should",
        "Weight is back on its line at [two clinics running|the last clinic], and mum [keeps a diary of {ns} "
        "meals|beams about {o}]",
    ),
    WorryPattern(
        (3, 17),
        True,
        4,
        "[Shouting and broken things|Fights between the adults] [at home|on Sunday nights|when dad is back], which "
        "{n} [hears from bed|tries to stop|talks about at school]",
        "{n} will go on [feeling it is {their} job to keep the peace|lying awake listening]",
        "Dad has lived elsewhere for [three months|ten weeks] and {n} says [it is calm|{they} sleeps]",
    ),
    WorryPattern(
        (5, 15),
        False,
        2,
        "{n} has missed [{days} school days|nearly every Monday] [this half term|since September|this month]",
        "{n} falls behind and loses the friends {they} has made",
        "{n} was in school for [four weeks|half a term], with [a day|two days] off for a cold, and [likes it|has "
        "friends there]",
    ),
    WorryPattern(
        (6, 17),
        True,
        3,
        "{n} does the [cooking and the shopping|mornings for the little ones], because mum is [unwell|in bed till "
        "noon|low since the baby came]",
        "{n} has no time to be a child and will not say when it is too much",
        "A carer comes [each morning|five days a week] and {n} goes to [football|drama] again",
    ),
    WorryPattern(
        (12, 17),
        False,
        5,
        "Older [men|lads with a car] pick {o} up near [the arcade|school|the bus station] and give {them} "
        "[money|vapes]",
        "{n} may be hurt, or made to do things for them that {they} cannot get out of",
        "{n} named them, the police [have acted|warned them off], and {they} has [stayed near home|new friends] since",
    ),
    WorryPattern(
        (11, 17),
        False,
        4,
        "{n} hurts {self} when [home is loud|{they} is left alone with {their} thoughts], [{worker} saw it|{they} "
        "said so]",
        "It may go further than {n} means it to",
        "{n} sees somebody every week, has told mum, and [has not done it for two months|knows whom to ring at night]",
    ),
    WorryPattern(
        (0, 17),
        True,
        2,
        "The flat is [cold and damp|too small for five|to be left by the end of the month]; {n} [coughs|sleeps on a "
        "sofa]",
        "The family may have to move far from {ns} [school and gran|people]",
        "The family has [a house with three bedrooms|the repairs done] and [{n} has a room|{n} keeps the same friends]",
    ),
)

REVIEWS = (
    "[Better|A little better|No worse]: [gran has been there|others see it too|mum talks about it]; [{worker} keeps "
    "at it|look again soon|{n} is calmer]",
    "Still there. [We do more|{worker} sees {o} more often|Mum agreed to extra help for {o}] and look again soon",
    "[Two good weeks, one bad|Hard to tell after so short a time]; {worker} sees {o} [in the evening|on {weekday}]",
)
