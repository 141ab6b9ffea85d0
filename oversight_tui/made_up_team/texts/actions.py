"""What is to be done for a child, by the child's age and home, and how it ended."""

from __future__ import annotations

AT_ANY_AGE = (
    "Ask [{ns} dad|{ns} gran|{ns} aunt] [to the next meeting|what help looks like|about {weekday} evenings]",
    "Get [a bed|a warm coat|new shoes] for {o} paid for from [the fund|a charity] and [take it round|ring mum]",
    "[Write to|Ring] housing about [the damp in {ns} room|the move|the heating] and [send photos|ask for a date]",
    "Finish [the chronology|the report for the meeting|the family tree] about {o} and [read it to mum|share it]",
    "Send [both parents|mum|dad and his solicitor] the [notes of the meeting|plan for {o}] in plain words",
    "Find out [when {ns} dad can visit|who has a key to {ns} home|which nights mum works] and [note it|tell gran]",
    "Ask the [police|hospital|doctor] for what they [wrote down about {o}|know of that night]",
)
YOUNG = (
    "Ring [the health visitor|nursery|the clinic] about {o} and [{weekday}|the last two weeks|{their} weight]",
    "Show mum [safe sleep|the stair gate|the baby group] with {o} there, and [note how it went|ask gran to come]",
)
OF_SCHOOL_AGE = (
    "Ring [{ns} school|the school nurse] about [{weekday}|the last two weeks|lunch times]",
    "Speak to {o} alone about [home|sleeping|the weekend|what {they} wants to change]",
    "Book [a dentist|an eye test|the health check] for {o} and [tell mum|go along]",
    "[Draw|Go through] the safety plan with {o} and [gran|mum|an aunt], so {they} knows who to call",
    "Take {o} to [see the new school|meet the youth worker|choose a bike] and [ask how it was|write it up]",
)
CARED_FOR = (
    "Go through the plan with {o} before [{their} meeting|{weekday}] and write down [{their} words|what {they} wants]",
    "Ask [mum|dad|gran] for [photos|the baby bracelet|names and dates] for {ns} life story book",
    "Settle [the passport|the school trip|the haircut|swimming] for {o} with {their} foster family",
    "Move family time for {o} to [Saturday mornings|the park|after school] and [tell everyone|ask how it went]",
    "Find out [when {n} can see {their} cousins|who pays for the glasses|what the judge wants to know about {o}]",
)
MOVED_ON = (
    "Go with {o} to [the housing office|college|the bank] on {weekday}",
    "Ask for [the setting-up money|the bursary|a copy of {their} file] for {o} and [ring {them} back|say when it "
    "comes]",
)
DONE = (
    "Done on [the phone|a visit]; [{ns} mum was pleased|nothing new in it|they will ring if it changes]",
    "Sorted, and [the family knows|{n} was told first|it took two calls]",
    "[Sent|Handed over] and [read together|answered the same day|put on {ns} file]",
)
DROPPED = (
    "No longer needed: [gran has done it|the family moved|it was in hand already], and {n} [knows|is fine with it]",
    "[Mum|Dad|Gran] asked us not to, and [the reasons are good|we found another way for {o}]",
)
CARRIED = (
    "[{worker} was off|The office was shut|Mum put it off twice]; [a new day is agreed|it is next on the list]",
    "Waits for [the clinic|an answer from housing|dad's new number], [asked again on {weekday}|no date given yet]",
)
