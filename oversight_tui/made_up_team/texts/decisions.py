"""Decisions and their because, what is taken to somebody senior, and why a risk is rated as it is."""

from __future__ import annotations

from oversight_tui.made_up_team.names import SERVICE_MANAGER

# By kind of decision: what was decided, and why. They are about children who live with their family.
DECISIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "agree": (
        (
            "Agree the [plan for the next six weeks|safety plan|plan for weekends|plan for dad's visits] for {o}",
            "Go ahead with {ns} plan as [the family|mum and gran|{worker} and dad] wrote it",
        ),
        (
            "It is the family's own plan, it says who does what, and [gran is in it|school backs it|dad signed it]",
            "[Everybody who has to do something was in the room|Mum can say it in her own words], and it is about {o}",
        ),
    ),
    "visit": (
        (
            "{worker} visits {o} [tomorrow|twice this week|before {weekday}] and sees {their} bedroom",
            "See {o} at home [on {weekday}|at breakfast time|when dad is there], without saying so first",
        ),
        (
            "We have not seen {o} since [the weekend|the argument|Thursday], and [nobody else has|mum sounded tired]",
            "What we know of {ns} [mornings|evenings|weekends] comes from [adults only|the phone|one person]",
        ),
    ),
    "meeting": (
        (
            "Call [everybody around {o}|the core group|the family] together [this week|on {weekday}|early]",
            "Ask {ns} [whole family|mum, dad and both grandmothers] to make a plan of their own with [us|{worker}] "
            "there",
        ),
        (
            "Three people know three things about {o} and [nobody has the whole|they do not fit together yet]",
            "[Gran|An aunt|A neighbour] offered more for {o} than any service can, and [mum wants it|nobody asked "
            "before]",
        ),
    ),
    "change_plan": (
        (
            "Change {ns} plan: [more of gran, less of us|a family worker at tea time|mornings first, the rest later]",
            "Take [the parenting class|weekly meetings] out of {ns} plan and put [a worker at home|gran's weekends] in",
        ),
        (
            "What we had did not [reach {o}|last past the first fortnight], and [mum said so herself|we saw it]",
            "[Two buses each way was too much|The old plan was ours], and {n} is [no safer for it|still tired]",
        ),
    ),
    "do_not_proceed": (
        (
            "No [conference|further assessment] for {o} at this point; the plan in place goes on",
            "Do not [take {o} to a conference|start enquiries] on what we know today; {worker} keeps visiting",
        ),
        (
            "The bruise was explained by [the doctor|nursery|the nurse] and fits what everyone who was there says "
            "of {o}",
            "[Mum told us first|It is put right already], and {n} has [gran there every day|people who would ring us]",
        ),
    ),
    "challenge": (
        (
            "Ask [health|the school|housing] in writing to [do what was agreed for {o}|explain why {n} waits]",
            "Tell [housing|the clinic|admissions] that their answer about {o} is [not enough|late], and ask for a name",
        ),
        (
            "They agreed to it [in the meeting|two months ago|twice] and {n} is the one who waits",
            "[A letter with a date|A second voice] is what has moved them before, and {n} cannot ask for {self}",
        ),
    ),
    "keep_plan": (
        (
            "Keep {ns} plan as it is and look again [in six weeks|at the next session|after the holidays]",
            "No change for {o} now: [{worker} and gran|the same faces] [go on|carry on until the review]",
        ),
        (
            "It works, slowly, and [{n} knows every face in it|a change now would be for us, not for {o}]",
            "[Four good weeks|A calm month|Two clinics in a row] say so, and {n} [sleeps better|is more at ease]",
        ),
    ),
    "other": (
        (
            "{worker} works with {o} together with [Early Help|the family hub|the youth team] until [spring|end of "
            "term]",
            "Ask for [a second worker for the dads' side|a place in the summer scheme|a bed and a cooker] for {o}",
        ),
        (
            "They [knew the family before us|are round the corner], and {n} should not have to start anew",
            "It is [cheap|simple], it is what the family asked for, and {n} has it [by Friday|within days]",
        ),
    ),
}

# To whom, and what about.
ESCALATIONS: tuple[tuple[str, str], ...] = (
    (
        "Head of admissions",
        "No nursery or school place for {o} since [the move|the summer]; [asked for three times|no answer so far]",
    ),
    (
        "Designated nurse",
        "The [health assessment|hearing test] for {o} is [ten weeks late|still without a date] and nobody can say why",
    ),
    (
        SERVICE_MANAGER,
        "Two parts of the service each say {n} is the other's to help with [the move|transport|the summer]",
    ),
    (SERVICE_MANAGER, "The [legal meeting|funding decision] about {o} was put off [twice|without a new date]"),
    (
        "Housing manager",
        "[Housing|The landlord] will not mend the [boiler|roof] and {n} sleeps [in a coat|at {their} gran's]",
    ),
)
ESCALATION_ANSWERS = (
    "Settled: [there is a date|it starts on {weekday}|money is agreed], and an apology to {o} comes with it",
    "They looked into it for {o}; [it starts this month|a named person looks after it|the answer is yes]",
)
RATINGS = {
    "low": (
        "[Safe and settled|Home is steady|{n} does well], with [gran|an aunt|a mum|a neighbour] who [knows what to "
        "look for|would ring us]; [we stay until summer|we step back slowly|the plan ends soon]",
        "{n} [eats, sleeps and learns|is glad to be at home|laughs a lot], and [mum|dad|the family] [asks for help "
        "in time|keeps what was agreed|has people to call]",
    ),
    "medium": (
        "There is [love|warmth] and there are gaps; [an aunt|gran|the family hub] [fills most|helps with mornings] "
        "and [it depends on help that {n} has now|a bad week shows at once|it has held since {weekday} only]",
        "[Better than it was|No worse], and {n} still [worries about mum|tires easily|sleeps badly]; [help is in "
        "place|nobody is alone with it|we know what to look for]",
        "We know [half the story|mum's side] and {n} [is still getting to know us|is new to us]; [nothing points to "
        "danger now|others see {o} daily]",
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
