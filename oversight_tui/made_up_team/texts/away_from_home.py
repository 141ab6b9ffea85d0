"""Talks about children we care for, about protection plans, and about young people who have moved on."""

from __future__ import annotations

from oversight_tui.made_up_team.texts.topics import Topic

CARED_FOR = Topic(
    ages=(3, 17),
    statuses=("looked_after",),
    said=(
        "{n} has been with {their} [foster mum|foster family|foster dads] for [a while|some months|longer than a "
        "year] and [sleeps through|has {their} own shelf for treasures|calls the dog {their} own]. Family time "
        "[went well on Saturday|was cut short|is moving to the park]. [The school place is safe.|A dentist is "
        "found.|We talked about summer.]",
        "{Ns} meeting is [next week|on {weekday}|later this month]. {worker} goes over the plan with {them} first: "
        "[who comes|what {they} wants said|where to hold it]. [Mum will join by phone.|{N} asked that dad writes "
        "instead.|Foster mum brings the photo book.]",
        "Seeing [mum|dad|{their} brother] left {o} [quiet for a day|happy|with many questions]. {Their} foster "
        "[mum|dad|parents] [let {them} talk at bed time|wrote down what {they} said|kept the evening calm]. "
        "{worker} will [ask {o} what would help|speak to mum before the next one|come along next time].",
        "We talked about what comes next for {o}: [staying where {they} is|going home step by step|living with "
        "{their} aunt]. The [aunt's house has been seen|court is in six weeks|solicitor has our view]. {worker} "
        "writes down {ns} own [words for it|wishes|questions].",
    ),
    well=(
        "{N} [laughs more|has a best friend in the street|joined the swimming club].",
        "{Their} foster family [would like {them} to stay|takes {them} everywhere they go|knows what calms {them}].",
        "School [sees {them} settle|gave {them} a certificate|has a teacher {they} trusts].",
    ),
    view=(
        "What {n} tells us, in words or play: [{they} feels safe here|{they} misses mum|{they} likes {their} room].",
        "{They} wants [to see {their} sister more|to keep {their} school|a photo of dad by the bed], and we [said "
        "yes|will find out|told {them} when we will know].",
    ),
    decided=(
        "Family time moves to [the park|gran's house|Saturday mornings], with [foster mum|{worker}] near by.",
        "[Start|Go on with] the life story book, [one page a visit|at {ns} pace].",
        "{worker} asks for [a passport|a school trip|a later bed time] to be settled [this week|without a meeting].",
    ),
    because=(
        "[{They} asked for it|It is what {their} foster family sees], and [the room in town is no place to play|it "
        "belongs to an ordinary life].",
        "{N} needs to [know {their} own story|see that what {they} says counts], and [this is the time|it is overdue].",
    ),
)
CARED_FOR_BABY = Topic(
    ages=(0, 2),
    statuses=("looked_after",),
    said=(
        "{n} has been with {their} foster [mum|family|parents] [since the spring|for some weeks|for half a year]. "
        "{They} [sleeps five hours at a stretch|eats everything|crawls after the cat]. Family time with "
        "[mum|dad|mum and dad] is [three mornings a week|every other day], and {worker} [was there on "
        "{weekday}|wrote down how it went].",
        "The health visitor saw {o} [this week|last {weekday}]: {they} [grows well|has a cold and no fever|is ahead "
        "with words]. We talked about [the aunt who asked to look after {them}|the last hearing|photos for {their} "
        "book] and [who tells mum|what happens next|what {they} will want to read one day].",
        "{Ns} foster mum rang {worker}: {they} [took two steps|was unsettled after family time|said a first word]. "
        "[Mum|Dad|Gran] [heard it the same day|will see it on {weekday}|asked for a video], and we talked about "
        "[how to share such days|keeping mornings quiet|the next visit].",
    ),
    well=("{N} [looks for {their} foster mum|settles fast|smiles at mum as soon as she comes in].",),
    view=(
        "{N} cannot say it yet. {They} [leans in to be held|cries at the door and stops soon|sleeps with mum's scarf].",
    ),
    decided=(
        "Family time [stays as it is|moves to mornings|has the same room each time] and {worker} [comes once a "
        "week|asks mum how it is for her].",
    ),
    because=(
        "{They} [is at {their} best in the morning|needs few faces and the same ones], and [mum sees it too|it can "
        "be done].",
    ),
)
PROTECTED = Topic(
    ages=(4, 17),
    statuses=("protection_plan",),
    said=(
        "We went through {ns} plan line by line. What is better: [mum's drinking|the state of the house|dad keeps "
        "away as agreed]. What is not: [missed appointments|nights|who minds the children]. {worker} saw {o} "
        "[twice|three times|every week] since the last meeting and [spoke with {them} alone|watched {them} with "
        "mum|saw the bedroom].",
        "The core group met about {o}. [Mum came with her sister|Dad came for the first time|Only school and the "
        "nurse came]. The safety plan [held at the weekend|did not hold on Saturday|was used once and worked]. We "
        "asked what life is like for {them} [on a bad day|when dad is there|in the mornings].",
        "{worker} arrived at {ns} home [without saying so first|early in the morning|after tea]. [Food was in and "
        "the beds were made.|Mum was not well and gran was there.|Dad was there, which was not agreed.] {N} was "
        "[dressed and ready|in pyjamas at noon|playing in the garden], and we talked about [what that tells us|what "
        "to do next|who has to know].",
        "What we are worried about for {o} is [being left with people we do not know|shouting that ends in "
        "pushing|days without a cooked meal]. What would show that it is safe: [six calm weekends|gran sleeping "
        "over|a clean test each week]. [We are not there yet.|We are close.|Mum knows and can say it herself.]",
    ),
    well=(
        "Mum [rang {worker} before things got hard|goes to her group every week|told gran the truth].",
        "[Gran|{Ns} aunt|A neighbour] is in the safety plan and [was called on once|has a key|comes every day].",
    ),
    view=(
        "What we see of {ns} days: [{they} hides {their} shoes|{they} watches the door|{they} plays and sings again].",
        "{N} shows or tells us [that {they} worries about mum|that gran's is best|that it is quieter now].",
    ),
    decided=(
        "Visits [without notice|twice a week|at the weekend too] until [the next meeting|the plan has held for six "
        "weeks].",
        "[Ask for legal advice|Take it to the service manager|Bring the next meeting forward] if [the plan fails "
        "again|dad is there again].",
        "[Gran|{Ns} aunt] stays [three nights|at weekends], and {worker} [rings every evening|visits each Monday].",
    ),
    because=(
        "It has gone wrong [twice|on weekends|when nobody was there], and {they} is too [young|loyal] to ring for "
        "help.",
        "[Mum does well with somebody there|What works is family], and [we want to see it last|the days between "
        "visits are long].",
    ),
)
MOVED_ON = Topic(
    ages=(17, 24),
    statuses=("care_leaver",),
    said=(
        "{n} [has the keys to {their} flat|is behind with the rent|shares a house now]. {They} [cooks for "
        "{self}|eats at {their} old foster mum's on Sundays|asked for help with the gas bill]. {worker} sees {them} "
        "[every month|more often just now] and [they text|{they} picks the place].",
        "We talked about {ns} [college course|new job|bad patch after Christmas]. {They} [is in on time|thinks of "
        "giving up|wants to try something else], and [a mentor would help|money is the worry|mornings are lonely].",
        "{n} asked to read [{their} own file|the letters from when {they} was small]. {worker} will [read it with "
        "{them}|ask for a copy|find the photos], [at {their} pace|in a quiet place|with {their} foster mum there].",
    ),
    well=("{N} [keeps {their} tenancy|has people to ring|is good with money|made friends at work].",),
    view=("{n} said: [I can do this|I hate form filling|ring me, do not write|I want someone at my side in June].",),
    decided=(
        "{worker} goes along to [the housing office|college|the job centre] and [helps with the form|speaks up once].",
        "Ring {o} every [Sunday|{weekday}] evening until [the exams are over|the rent is paid|{they} says enough]",
        "Ask for [the setting-up money|a bursary|a reader for the file] [this week|before term starts].",
    ),
    because=(
        "{They} asked, and [{they} has done the rest alone|it is {their} right].",
        "[Nobody else does|Forms are long], and {n} [would do it for a friend|should not be alone with it].",
    ),
)
BETWEEN_US = Topic(
    ages=(5, 17),
    said=(
        "{worker} asked for a word about {o} before [a visit|a phone call with {their} mum|ringing school] [this "
        "morning|after lunch|today]. [Mum had left a message overnight.|School had rung.|A neighbour had been in "
        "touch.] We [agreed what to ask|went over what we know|thought about how {they} may feel].",
        "Short talk about {o} and {their} [gran|dad|mum]: the [plan for the weekend|lift to school|appointment on "
        "{weekday}] [has changed|fell through|needs somebody]. {worker} [will ring round|has an offer from an "
        "aunt|thought of two ways].",
        "{worker} read {ns} [latest school report|letter to the judge|birthday list] out to me and we [laughed|were "
        "quiet for a while|thought about what it asks of us]. What to do with it: [tell {them} we read it|answer in "
        "writing|bring it to the next meeting].",
        "[Gran|Mum|An aunt|{Ns} teacher] rang about {o} [twice this week|late yesterday|before nine]. {worker} "
        "[knows her well|rang back at once|took it down word for word] and asks [what comes first|if it can wait "
        "until {weekday}|who else should know].",
        "{worker} came back from seeing {o} and was [glad|uneasy|moved]. {They} had [talked more than ever|hardly "
        "spoken|asked good questions]. We [wrote it down while it was fresh|agreed on the next step|looked at what "
        "is new in it].",
    ),
    well=(
        "{n} and {worker} know each other [well|better with each visit].",
        "{n} [says what {they} thinks|keeps to what was agreed|made {worker} laugh] [this time|more and more|lately].",
        "[Mum|Dad|Gran|{Ns} teacher] [rang first|told {worker} in good time|stayed calm with {o}] [this week|again].",
    ),
    view=(
        "{worker} [asks {them} tomorrow|hears {them} on {weekday}|has not asked yet].",
        "What {n} shows: [{they} is glad of visits|{they} would rather be left out of it|{they} wants to know more].",
    ),
    decided=(
        "{worker} [rings|sees] [mum|dad|school|gran] [today|before five|first thing] and [lets me know|writes it "
        "down].",
        "[Wait until {weekday}|Go ahead as planned|Visit today], and talk again [tomorrow|after the visit].",
    ),
    because=(
        "It is [new|small now|easily put right], and [a day makes a difference to {o}|{n} should hear it from us].",
        "[Nothing here is urgent|We know too little|It can wait an hour], and {n} should not [miss school|wait up] "
        "for it.",
        "[Mum|Dad|Gran] [deserves a call|will know more|may see it otherwise], and {n} [is safe tonight|is with "
        "friends].",
        "{worker} [knows {o} best|was there], and [{ns} word for it is the one that counts|it was agreed with {o}].",
    ),
)

TOPICS = (CARED_FOR, CARED_FOR_BABY, PROTECTED, MOVED_ON, BETWEEN_US)
