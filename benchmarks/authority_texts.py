"""Names and sentences of an authority in which nobody is real, as long as people write them."""

from __future__ import annotations

_FIRST = ("Amina", "Ben", "Chloe", "Dawit", "Erin", "Farah", "Grace", "Hassan", "Ioan", "Jade", "Kofi", "Lena", "Mo")
_LAST = (
    *("Abara", "Bell", "Carter", "Dixon", "Evans", "Farrow", "Grant", "Hussain", "Iqbal", "Jones", "King", "Lowe"),
    *("Marsh", "Nowak", "Okafor", "Price", "Quinn", "Reid", "Shah", "Turner", "Usman", "Vale", "West", "Young"),
)


def name(number: int) -> str:
    """A name for a number; after three hundred of them a middle name is another."""
    round_, place = divmod(number, len(_FIRST) * len(_LAST))
    middle = f" {_LAST[round_ % len(_LAST)]}" if round_ else ""
    return f"{_FIRST[place % len(_FIRST)]}{middle} {_LAST[place // len(_FIRST)]}"


TALKS = (
    "School rang: three days missed this fortnight and mum not answering. Agreed to call round after four today.",
    "Talked through the contact on Saturday. He came back quiet and would not say why; gran saw nothing unusual.",
    "The landlord has served notice. Housing will not see them until the date is past, which is too late for the baby.",
    "She spoke about her brother for the first time and asked whether she may write to him.",
    "The plan is working: dad at every meeting, the house warm, and the health visitor has no worries left.",
    "Police were called on Friday night by a neighbour. Nobody hurt. Both parents say it was shouting only.",
    "Placement is strained. Carers ask for respite at half-term and say they cannot promise to go on after it.",
    "Two visits where nobody opened. Seen at school on Tuesday, well, in clean clothes, hungry at ten o'clock.",
)
DECISIONS = (
    "Visit every week until the conference, once of them unannounced.",
    "Refer to the family support service for help with mornings.",
    "Legal planning meeting to be asked for this month.",
    "Stay with the present plan and look at it again after the holidays.",
    "Ask the school nurse to see him before the review.",
)
REASONS = (
    "What we know has changed and the plan has not kept up with it.",
    "He has not been seen alone for three weeks and nobody can say how the evenings are.",
    "The family has done what was asked and the network around them holds.",
    "Two agencies see it differently, and until that is settled the higher view counts.",
)
ACTIONS = (
    "Call the school about attendance and ask for the register of the last six weeks.",
    "Write to housing with the date of the notice.",
    "See him at his gran's, alone, and ask what he wants to happen.",
    "Send the minutes to everybody who was there.",
    "Book the family group conference.",
)
WORRIES = (
    "Fights between the adults that he tries to stop.",
    "The flat is too small for five and damp in the room where the baby sleeps.",
    "Out until late with older boys nobody knows.",
    "Mum's drinking is worse again since the summer.",
)
