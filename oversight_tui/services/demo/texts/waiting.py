"""Worries, actions, decisions and what is taken to somebody senior."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorryPattern:
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
        "[Mum's|Dad's] drinking at weekends, when nobody else is there for {o}",
        "{n} may be hurt when nobody sober is there to [pick {them} up|hear {them}]",
        "Six weekends with gran in the house and [clean tests throughout|no call from anyone]",
    ),
    WorryPattern(
        (0, 3),
        True,
        3,
        "{Ns} weight has [stood still|dropped a line] since the [spring|last clinic|summer]",
        "{n} will not have the strength to [crawl and walk|get over winter colds] as {they} should",
        "Weight is back on its line at [two clinics running|the last clinic] and mum keeps a feeding diary",
    ),
    WorryPattern(
        (3, 17),
        True,
        4,
        "[Shouting and broken things|Fights between the adults] at home, which {n} [hears from bed|tries to stop]",
        "{n} will go on [feeling it is {their} job to keep the peace|lying awake listening]",
        "Dad has lived elsewhere for [three months|ten weeks] and {n} says [it is calm|{they} sleeps]",
    ),
    WorryPattern(
        (5, 15),
        False,
        2,
        "{n} has missed [{days} school days|nearly every Monday] [this half term|since September|this month]",
        "{n} falls behind and loses the friends {they} has made",
        "In school for [four weeks|half a term] with two days off for a cold",
    ),
    WorryPattern(
        (6, 17),
        True,
        3,
        "{n} does the [cooking and the shopping|mornings for the little ones], because mum is unwell",
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
        "The family has [a house with three bedrooms|the repairs done] and [the rent is paid|keeps the same school]",
    ),
)

ACTIONS = (
    "Ring [{ns} school|the school nurse|the health visitor] about [{weekday}|the last two weeks|lunch times]",
    "Speak to {o} alone about [home|sleeping|the weekend|what {they} wants to change]",
    "Ask [{ns} dad|{ns} gran|{ns} aunt] [to the next meeting|what help looks like|about {weekday} evenings]",
    "Get [the bed|the cooker|the school shoes] for {o} paid for from [the fund|a charity]",
    "[Write to|Ring] housing about [the damp in {ns} room|the move|the heating] and [send photos|ask for a date]",
    "Book [a dentist|an eye test|the health check] for {o} and [tell mum|go along]",
    "Finish [the chronology|the report for the meeting|the family tree] about {o} and [read it to mum|share it]",
    "Take {o} to [see the new school|meet the youth worker|choose a bike] and [ask how it was|write it up]",
    "Send [both parents|mum|dad and his solicitor] the [notes of the meeting|plan for {o}] in plain words",
    "Find out [when {ns} dad can visit|who has a key to the house|which nights mum works] and [note it|tell school]",
    "[Draw|Go through] the safety plan with {o} and [gran|mum|{their} big brother], so {they} knows who to call",
    "Ask the [police|hospital|nursery] for what they [wrote down about {o}|know of that night]",
)
ACTION_DONE = (
    "Done on [the phone|a visit]; [mum was pleased|nothing new in it|they will ring if it changes]",
    "Sorted, and [{ns} school knows|{n} was told first|it took two calls]",
    "[Sent|Handed over] and [read together|answered the same day|put on {their} file]",
)
ACTION_DROPPED = (
    "No longer needed: [gran has done it|the family moved|school had it in hand already]",
    "{N} asked us not to, and [{their} reasons are good|we found another way with {them}]",
)
ACTION_CARRIED = (
    "[{worker} was off|The school was shut|Mum put it off twice]; [a new day is agreed|it is next on the list]",
    "Waits for [the dentist|an answer from housing|dad's new number], [asked again on {weekday}|no date given yet]",
)

DECISIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "agree": (
        ("Agree the [plan for the next six weeks|safety plan|plan for family time] for {o}",),
        ("It is [{ns} own|the family's] plan, it is clear who does what, and [gran is in it|school backs it]",),
    ),
    "visit": (
        ("{worker} visits {o} [tomorrow|twice this week|before {weekday}] and sees [{their} bedroom|{them} alone]",),
        ("We have not [seen|heard] {o} since [the weekend|the argument], and [school is closed|mum sounded tired]",),
    ),
    "meeting": (
        ("Call [everybody around {o}|the core group|the family] together [this week|on {weekday}|early]",),
        ("Three people know three things about {o} and [nobody has the whole|they do not fit together yet]",),
    ),
    "change_plan": (
        (
            "Change {ns} plan: [more of gran, less of us|a youth worker instead of parenting classes|school "
            "mornings first]",
        ),
        (
            "What we had did not [reach {o}|last past the first fortnight], and [mum said so herself|{they} told us "
            "why]",
        ),
    ),
    "do_not_proceed": (
        ("No [conference|further assessment] for {o} at this point; the plan in place goes on",),
        ("The bruise was explained by [the doctor|nursery] and [fits what {n} said|everyone who was there agrees]",),
    ),
    "challenge": (
        ("Ask [health|the school|housing] in writing to [do what was agreed for {o}|explain the wait]",),
        ("They agreed to it [in the meeting|two months ago] and {n} is the one who waits",),
    ),
    "keep_plan": (
        ("Keep {ns} plan as it is and look again [in six weeks|at the next session]",),
        ("It works, slowly, and [{n} knows every face in it|a change now would be ours and not the family's]",),
    ),
    "other": (
        (
            "{worker} works with {o} together with [Early Help|the family hub|the youth team] until [spring|the end "
            "of term]",
        ),
        ("They [knew the family before us|are round the corner], and {n} [trusts them|should not have to start anew]",),
    ),
}

ESCALATIONS = (
    "[No school place|No nursery place] for {o} since [the move|the summer]; [asked for three times|admissions is "
    "silent]",
    "The [health assessment|speech therapy] for {o} is [ten weeks late|still without a date] and nobody can say why",
    "Two parts of the service each say {n} is the other's to help with [{their} flat|transport|the summer]",
    "The [legal meeting|funding decision] about {o} was put off [twice|without a new date]",
    "[Housing|The landlord] will not mend the [boiler|roof] and {n} sleeps [in a coat|at {their} gran's]",
)
ESCALATION_ANSWERS = (
    "Settled: [there is a date|they start on {weekday}|money is agreed], and an apology to {o} comes with it",
    "The service manager spoke to them; [it starts this month|a named person looks after it|the answer is yes]",
)
REVIEWS = (
    "[Better|A little better|No worse]: [gran has been there|school sees it too|{n} says so]; [keep at it|look again]",
    "Still there. [We do more|{worker} sees {o} more often|Mum agreed to extra help] and look again soon",
    "[Two good weeks, one bad|Hard to tell after one month]; {worker} asks {o} [at school|on {weekday}]",
)
RATINGS = {
    "low": (
        "[Safe and settled|Home is steady|{n} does well], with [gran|school|a mum] who [notices|asks|is there]; [we "
        "stay until summer|we step back slowly|the plan ends soon]",
        "{n} [eats, sleeps and learns|is glad to go home|has friends], and [mum|dad|the family] [asks for help in "
        "time|keeps what was agreed|has people to call]",
    ),
    "medium": (
        "There is [love|warmth] and there are gaps; [school|gran|the family hub] [fills most|helps with mornings] "
        "and [it depends on help that {n} has now|a bad week shows at once|it has held since {weekday} only]",
        "[Better than it was|No worse], and {n} still [worries about mum|misses school|sleeps badly]; [help is in "
        "place|nobody is alone with it|we know what to look for]",
        "We know [half the story|mum's side] and {n} [has said little so far|is new to us]; [nothing points to "
        "danger now|school sees {o} daily]",
    ),
    "high": (
        "What hurts {o} [happens still|could happen any week|is not talked about], and the [plan is young|adults "
        "cannot yet stop it|weekends are not covered]",
        "{n} [was left alone twice|saw it happen again|ran from home] since [the last meeting|the summer], and [mum "
        "cannot say yet what changes|dad comes and goes]",
    ),
    "very_high": (
        "{n} [was hurt|was in danger] in the last weeks and [it may happen again|nobody at home can stop it yet]",
        "[Two nights|A weekend] away with people who [mean {o} harm|nobody knows], and {n} [says it is fine|is afraid]",
    ),
}
