"""What is written about the team's own days: sessions cancelled, time away, and a worker's own file."""

from __future__ import annotations

from oversight_tui.practice.personal import OwnFileKind

CANCELLED = (
    "[Emergency hearing|Court ran over|Urgent visit with police], [no time left that day|we agreed on the phone]",
    "[{worker}'s|My] [child was unwell|train did not run|appointment moved], [a new day was found|put off by two days]",
    "[Two strategy meetings at once|Inspection calls all day|Duty was short of people], so it [fell through|had to "
    "move]",
)
NOT_REBOOKED = "Court sat all day and {worker} was needed as a witness"
LEAVE = (
    "[A week|Ten days|Some days] [by the sea|at home|with family abroad|of decorating]",
    "[School holidays|Half term] with the [children|grandchildren|dog]",
    "Leave carried over from [last year|the summer]",
)
SICKNESS = ("[Flu|A bad cold|Back pain|A migraine|A stomach bug], [back when better|rang in at eight|told by phone]",)
TRAINING = ("[Two days|A day] on [court skills|direct work with teenagers|domestic abuse|writing for children]",)
AWAY_NOW = "Operation that was brought forward; the doctor will say more at the next appointment"

PERSONAL: dict[OwnFileKind, tuple[str, ...]] = {
    "reflection": (
        "{worker} talked about [a visit|a hearing|a goodbye] that [stayed all week|went better than feared].",
        "We went back over [a hard phone call|the day at court]: what {worker} felt, saw, and would [do again|change].",
    ),
    "wellbeing": (
        "{worker} [sleeps badly before court|takes no breaks|had a good month]. We agreed on [Fridays at home|a "
        "real lunch|two days without duty].",
        "Asked how {worker} is: [tired but well|worn by the late calls|glad of the team]. [Nothing to change|Fewer "
        "late visits] for now.",
    ),
    "learning": (
        "{worker} [finished|booked|asked for] the course on [direct work|court reports|neglect] and [shares it with "
        "the team|writes half a page on it].",
    ),
    "goal": (
        "By [spring|the summer]: {worker} [leads a core group|chairs one group session|mentors a student] with "
        "[me|Helen] at hand.",
    ),
    "agreement": (
        "How {worker} and I work together: [every three weeks|on Tuesdays], [ninety minutes|two hours], phones off, "
        "and [both bring a list|children come first].",
    ),
    "observation": (
        "Watched {worker} [on a visit|in a core group]: [warm, clear, on the child's level|asked the hard question "
        "kindly]. Next time [leave more silence|write the steps down with them].",
    ),
    "feedback": (
        "[A mum|A teacher|A foster dad] [wrote|rang] to say {worker} [kept every promise|listened when others did "
        "not].",
    ),
    "performance": (
        "Records were [two weeks|three weeks] behind in [spring|autumn]. {worker} and I found [where the time "
        "goes|what to let go].",
    ),
}
SUPPORT = (
    "[An hour|A morning] a week kept free for {worker} to write, and [Helen|Gurdeep] to ask",
    "[Two|Three] children fewer for {worker} until [spring|the summer], and a [writing day|course]",
)
NEXT_STEPS = (
    "[Look at it again|Talk about it] [in the next session|in six weeks|before summer]",
    "{worker} [tries it for a month|picks a date|tells me how it went]",
)
DECIDED = (
    "[No new children|At most one new family] for {worker} until [the reports are in|court is over|spring]",
    "{worker} has [Fridays|every second Thursday] free of duty for [writing|the course]",
)
DECIDED_BECAUSE = (
    "Four families in court at once is more than one diary holds",
    "{worker} asked, and the [records|reports] show [why|how much there is]",
)
