"""Talks about children who live with their family."""

from __future__ import annotations

from oversight_tui.made_up_team.texts.topics import Topic
from oversight_tui.practice.facts import Status

AT_HOME: tuple[Status, ...] = ("in_need", "protection_plan", "assessment")

BABY = Topic(
    ages=(0, 1),
    statuses=AT_HOME,
    said=(
        "{worker} saw {o} at home with {their} mum on [Monday|Tuesday|Wednesday|Thursday]. {N} [was awake and "
        "smiling|was feeding well|slept through most of the visit], and [the cot was clear|bottles were clean and "
        "ready|there was milk and food in]. [Nights are still hard for mum.|Mum is tired and said so.|Dad now does "
        "the late feed.]",
        "The health visitor [weighed {o} this week|came on Friday] and {their} weight is [on the same line as "
        "before|up a little|steady]. We talked about [safe sleep when family stay over|who helps when mum is "
        "unwell|the damp in the back bedroom] and what {ns} parents [have done about it|want help with|asked us].",
        "{Ns} mum and gran told {worker} how they [share the nights|share the mornings|take turns]. {N} [rolls over "
        "now|sits up with a cushion|babbles to everyone], and the [red book is up to date|jabs are booked|next "
        "clinic is in the diary].",
    ),
    well=(
        "Mum [picks {them} up at the first cry|talks to {them} all the time|knows what each cry means].",
        "[Gran|An aunt|A neighbour] comes [every other day|at weekends|most mornings] and {they} knows her well.",
        "{N} has [put on weight|been to every appointment|slept better] [this month|since our last talk].",
    ),
    view=(
        "{N} is too small to tell us. {They} [turns to mum's voice|settles in dad's arms|looks for {their} gran].",
        "{They} [reached for mum|smiled at {their} brother|held on to {worker}'s finger] and was [at "
        "ease|calm|curious].",
    ),
    decided=(
        "[Keep weekly visits|Visit twice a week] until [the next weigh-in|the cot is replaced|mum's sleep is better].",
        "Ask [the health visitor|the family hub] to [see {o} at home|show both parents safe sleep] this month.",
    ),
    because=(
        "{They} depends on others for everything, and [small changes show first in weight|tired parents need help "
        "early].",
        "[Both parents asked for it|Mum said it would help] and it can be in place [by the end of the week|at once].",
    ),
)
SMALL = Topic(
    ages=(2, 4),
    statuses=AT_HOME,
    said=(
        "{n} [started nursery mornings|has been at nursery most days|missed two nursery days]. {Their} key person "
        "says {they} [plays alongside the others|talks more|is happy at the sand tray] and [eats well|naps after "
        "lunch|asks for mum at noon]. [Mum now walks {them} there.|Getting out of the door is the hard part.]",
        "{worker} watched {o} [at tea time|getting ready for bed|playing with {their} cars] on a visit. Mum [set a "
        "limit and kept to it|stayed calm when {they} shouted|knelt down to talk to {them}]. The [stair gate is "
        "up|garden is safe now|kitchen is clean], the [heating is still off|back door still sticks|beds have new "
        "sheets].",
        "We talked about [words {n} is not saying yet|the tooth that hurts|{their} sleep]. The [speech "
        "therapist|dentist|health visitor] [will see {them} soon|has {them} on the list|saw {them} last week], and "
        "[dad|mum|gran] will take {them}.",
    ),
    well=(
        "{N} [runs to mum at pick-up|has two friends at nursery|loves being read to].",
        "Mum and dad [kept every appointment|agree on bed time|ask for help before things get hard].",
    ),
    view=(
        "{N} showed {worker} {their} [bed|dinosaurs|drawing of the family] and said [this is mine|mummy is here|I "
        "like nursery].",
        "With the toy house {they} put [everyone in one bed|the dad outside|mum in the kitchen], and we [wondered "
        "together about it|left it as play|will look again next time].",
    ),
    decided=(
        "[Nursery|The nursery key person] is to ring {worker} the same day if {they} is not there.",
        "Offer {o} [three mornings at the family hub|a place at stay and play|help with the deposit for a bed].",
    ),
    because=(
        "Nursery sees {o} most and [notices first|mum trusts them].",
        "[Small things|Routines] [count most at {ns} age|are where the day goes wrong], and mum [sees it so|is ready].",
        "{Ns} parents asked for [something practical|help that starts now], and it is [near home|free].",
    ),
)
SCHOOL = Topic(
    ages=(5, 11),
    statuses=AT_HOME,
    said=(
        "School says {n} has been [in every day|late on three days|tired in the mornings] [this half term|since we "
        "last talked|for a fortnight]. {They} [reads with the teaching assistant|is proud of {their} spelling|stays "
        "close to {their} teacher]. {worker} will [ask mum about mornings|see {them} at school|walk in with {them} "
        "once].",
        "{n} told {worker} about [an argument at home on Sunday|the night dad came back|a loud night upstairs]. "
        "{They} [went to {their} room|took {their} little brother out of the room|rang gran]. We talked about [who "
        "{they} can call|what mum says happened|what has to change] and [when to see {them} alone|who tells dad|how "
        "to keep {them} out of it].",
        "The meeting of everybody who helps {ns} family was on [Tuesday|Wednesday|Thursday]. [School, the nurse and "
        "mum|Mum, gran and school|Both parents and school] agreed on [three small steps|who does what|one plan]. "
        "[Breakfast at home is better.|Money is tight until the end of the month.|The landlord has not mended the "
        "roof.]",
        "{worker} and {n} [walked the dog|baked at the family hub|made a map of {their} people] and {they} talked "
        "about [friends|sleeping|{their} dad's new flat]. What we worry about is [who is there after "
        "school|nights|shouting at weekends]; what has changed is [mum's shifts|gran living nearer|dad going to his "
        "group].",
    ),
    well=(
        "{Ns} teacher is someone {they} [trusts|tells things to|runs to].",
        "Mum has [not missed a meeting|got {them} to school on time for two weeks|kept the house warm and clean].",
        "{N} and {their} [gran|big sister|uncle] [cook together|talk every day|go to football] and it shows.",
    ),
    view=(
        "{n} said: [I want the shouting to stop|I like it when mum laughs|I want my own bed|I want to see my dad "
        "more].",
        "{They} [drew the family with {their} gran in the middle|gave home six out of ten|asked why people come to "
        "the house], and [said a dog would make it ten|wanted to keep the picture|we told {them} honestly].",
    ),
    decided=(
        "{worker} sees {o} [at school|on {their} own] [every week|before Friday|twice before the next meeting].",
        "[Mum and dad|Mum and gran] write a plan for [weekends|evenings|mornings] with {worker}, and school gets a "
        "copy.",
        "Ask the [school nurse|family hub|housing officer] to [join the next meeting|ring mum|see {them} this week].",
    ),
    because=(
        "{N} has said [so much lately|it clearly], and {they} needs to see that [something follows|we listened].",
        "The change at home is [new|real but young], and [school can see if it lasts|weekends are when it slips].",
        "[Mum asked for it|Everybody at the meeting agreed] and nobody else [can do it as soon|has the time to].",
    ),
)
TEENAGER = Topic(
    ages=(12, 17),
    statuses=AT_HOME,
    said=(
        "{n} [stayed out until two on Friday|did not come home on Saturday night|came home late three times]. "
        "{They} was [at a friend's|at {their} cousin's|with older lads by the shops] and [answered mum's "
        "messages|had no battery|let {worker} know]. We talked about [who {they} is with|how mum can keep talking "
        "to {them}|what makes home hard just now].",
        "{n} is in [two days a week|most mornings|every lesson but maths]. {They} [wants to do an "
        "apprenticeship|asked about college|says school moves too fast]. {worker} and the [head of year|mentor|form "
        "tutor] will [cut the timetable down|meet {them} on Monday|find a quiet room].",
        "There was [an argument about the phone|a row about {their} dad|a hard weekend] and {n} [slept at "
        "gran's|broke a door and said sorry|asked {worker} to come]. [Mum|Dad|{Ns} stepdad] [rang us the same "
        "day|did not know what to do|kept calm]. {N} wants [more say|to be asked first|people to stop shouting].",
        "{worker} met {o} for [chips|a walk|a hot chocolate] and they talked for an hour about [sleep and "
        "worry|friends who carry knives|{their} mum's drinking]. {They} [has not told many people|was frank|laughed "
        "a lot too]. [What is said stays as private as we can keep it.|{They} knows what we have to pass on.]",
    ),
    well=(
        "{N} [turns up to {their} boxing club|has kept {their} Saturday job|plays for the school team].",
        "{They} [picks up when {worker} rings|came to the meeting and spoke|talks to {their} aunt about most things].",
    ),
    view=(
        "{n} said: [I am not a child|nobody asks me first|I want to stay with gran|I will go in if it is not maths].",
        "{They} wants [a later time at weekends|college in September|the meetings in the evening], and [said "
        "why|wrote it down|asked us to say it for {them}].",
    ),
    decided=(
        "[Gran's|{Ns} aunt's] is a safe place to go at any hour; [mum agrees|both parents agree] and {they} has the "
        "key.",
        "{worker} and the youth worker [share the week between them|meet {them} together once], so {they} has one "
        "of them [most days|to ring in the evening].",
        "[School|College] offers [a shorter week|a start after ten|a mentor] until [half term|the end of the month].",
    ),
    because=(
        "{They} goes where [someone is pleased to see {them}|{they} feels safe], and we want that to be [family|home].",
        "{N} asked for it, and [a plan that is {their} own has a chance|the last plan was ours and did not hold].",
    ),
)
NEW_HERE = Topic(
    ages=(4, 17),
    statuses=("assessment",),
    said=(
        "First talk about {o}. [School|The health visitor|A neighbour|{Ns} gran] got in touch about [mornings "
        "without breakfast|loud nights|a bruise that was explained later|mum being very low]. {worker} has [met "
        "mum|seen {them} once|been to the house] and will [see {them} alone|meet dad too|talk to school] next.",
        "We went over what [school wrote|the police sent|mum told us] about {o} and what we do not know yet: [who "
        "lives there|how long it has been like this|what {ns} dad thinks|what {they} makes of it]. {worker} [will "
        "ask|has an idea whom to ask|goes on {weekday}].",
        "{worker} is halfway through {ns} assessment. The picture so far: [mum works nights and gran fills in|two "
        "parents who love {them} and argue|a family new to the area|one wage and high rent]. Still to do: [meet "
        "dad|read the school's notes|see the bedroom].",
    ),
    well=(
        "Mum [rang back the same day|was open with us|had already spoken to school].",
        "{N} has [gran round the corner|a big family near by|a teacher who knows {them} well].",
    ),
    view=(
        "{worker} has not heard {them} alone yet; that comes [first|this week|on {weekday}].",
        "{They} met {worker} [with gran there|at school|for ten minutes] and [was shy|showed {their} toys|said "
        "little].",
    ),
    decided=(
        "See {o} [alone|with {their} gran] by [Friday|the end of next week] and [speak to dad|hear both parents].",
        "[Finish|Share] the assessment with the family [a week early|before it goes anywhere else].",
    ),
    because=(
        "We have heard [one side|the adults], and not yet {them}.",
        "[Mum asked what happens next|Waiting is hard on a family] and most of the work is [done|clear].",
    ),
)

TOPICS = (BABY, SMALL, SCHOOL, TEENAGER, NEW_HERE)
