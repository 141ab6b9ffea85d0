"""What is written about a day at work: what is booked, what is due, who came in, who waits."""

from __future__ import annotations

MEETINGS = ("Core group", "Family network meeting", "Professionals meeting", "School meeting about attendance")
COURT = "Case management hearing"
REPORTS = (
    "Statement for the final hearing",
    "Report for the review conference",
    "Plan for the next three months",
    "Health and education summary",
)
# From whom, about what.
REFERRED = (
    ("Primary school", "Hungry most mornings, and says that nobody was in on Friday night"),
    ("Police, after a call at night", "Shouting between the parents; both children were upstairs"),
)
DECIDED = "The school has known the family for two years and this is new; the parents agree"
LOOKED_AT = "Duty rang the school and mum; nothing has become worse, and a worker is to be found by Friday"
TO_GO = "The work moves to a longer plan after the conference; both met the family together"
GIVEN = "Rang in sick; the family knows {worker} from duty"
NOT_SEEN = (
    "Lights on, nobody came to the door; a card left",
    "Dad said it was not a good day; a new day agreed by phone",
    "At the grandmother's since the weekend",
)
NOT_TO_GO = "Mum asked that the worker stay until the summer, and there is room"
NOT_NEEDED = "The court has asked for the chronology instead"
INCIDENT = "Fell from a first-floor window at home; in hospital with a broken arm, and at home again after two days"
TOLD = (("Head of service", "09:40"), ("Designated doctor", "10:15"))
NOT_NOTIFIABLE = "An accident: the hospital and the police see no neglect in it"
WHY_CLOSED = "Window locks are fitted, and the landlord has been written to"
AUDITED = (
    ("The child's words are in every visit, and the plan follows from them", None, None),
    (
        "The chronology is complete and can be read in five minutes",
        "The plan names what adults do, and nothing by which one could see that the child is safer",
        "Rewrite the plan so that it says what will be different for the child",
    ),
    (
        "Dad was met on his own, and what he said is in the assessment",
        "The reason for the last change of plan is missing",
        "Write down why the plan changed in the summer",
    ),
)
STILL_RIGHT = "The plan was changed back: the visits showed that the family could do more than we thought"
CHANGED = "Visits twice a week until the move is over"
CHANGED_BECAUSE = "Two moves in one year are a lot, and school asked for it"
SEEN_OTHERWISE = "I had asked for a smaller caseload until the new year, and it is not in the record."
