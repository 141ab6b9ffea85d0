"""The words that draw a hint, each with what can be said instead and who asked for it; and those that draw none."""

from __future__ import annotations

import re
from collections.abc import Mapping

# The word, what can be said instead, and who asked for it.
TERMS: Mapping[str, tuple[str, str]] = {
    "abscond": ("ran away; went missing; left without telling anyone", "TACT, Surrey"),
    "asylum seeker": ("young person", "TACT"),
    "birth parents": ("parents; mum; dad; family", "TACT, Sandwell"),
    "biological parents": ("parents; mum; dad; family", "TACT, Sandwell"),
    "care leaver": ("care-experienced young person", "TACT, Sandwell"),
    "challenging behaviour": ("having trouble coping; distressed", "TACT, North Lanarkshire"),
    "contact": ("family time; seeing mum, dad or gran", "TACT, North Lanarkshire"),
    "contact centre": ("family centre", "Bromley"),
    "corporate parents": ("guardians", "Bromley"),
    "case": ("the child's name", "Sandwell"),
    "cases": ("children", "Sandwell"),
    "foster child": ("child; foster son or daughter", "Surrey"),
    "foster carer": ("their name; foster mum or dad", "Bromley, Surrey"),
    "difficult to place": ("we could not find a home good enough", "Bromley"),
    "hard to place": ("we could not find a home good enough", "Bromley"),
    "drop out": ("early school leaver", "Bromley"),
    "designated teacher": ("teacher", "Bromley"),
    "full potential": ("every chance to achieve their dreams", "Bromley"),
    "high aspirations": ("wanting the best for our children", "Bromley"),
    "co-morbid": ("co-occurring", "Bromley"),
    "promiscuous": ("was sexually exploited or abused", "language guides on exploitation"),
    "child prostitute": ("child who was sexually exploited", "language guides on exploitation"),
    "placement": ("home; where they live", "Sandwell, North Lanarkshire"),
    "placement breakdown": ("the home could not meet their needs", "language guides"),
    "failed placement": ("the home could not meet their needs", "language guides"),
    "respite": ("sleepover; a break; stay over", "TACT, Sandwell, Surrey"),
    "siblings": ("brothers and sisters", "Sandwell, Surrey, North Lanarkshire"),
    "sanctions": ("consequences", "North Lanarkshire"),
    "transition": ("moving on", "Sandwell"),
    "residential unit": ("house", "North Lanarkshire"),
    "children's unit": ("house", "North Lanarkshire"),
    "residents": ("young people", "North Lanarkshire"),
    "peers": ("friends", "Sandwell"),
    "participation": ("working together", "Sandwell"),
    "pathway plan": ("plan for the future", "Surrey"),
    "resilience": ("strength; determination", "Surrey"),
    "therapy": ("counselling; time to talk", "Surrey"),
    "defiant": ("strong-willed", "North Lanarkshire"),
    "aggressive": ("say what happened, and what it answered", "North Lanarkshire"),
    "attention seeking": ("looking for help or support", "North Lanarkshire"),
    "non-compliant": ("finding it hard to take part: say what happened", "language guides"),
    "refuses to engage": ("finding it hard to take part: say what happened", "language guides"),
    "failed to engage": ("finding it hard to take part: say what happened", "language guides"),
    "disguised compliance": ("say what you saw", "Child Protection Resource"),
    "attachment": ("how they understand who keeps them safe", "Child Protection Resource"),
    "good-enough parenting": ("their needs are met", "Child Protection Resource"),
    "significant emotional harm": ("say how it hurts the child", "Child Protection Resource"),
    "hard to reach": ("describe what happened; the word blames", "language guides"),
    "frequent flyer": ("describe what happened; the word blames", "language guides"),
    "violence at home": ("domestic abuse", "Domestic Abuse Act 2021"),
    "violence in the home": ("domestic abuse", "Domestic Abuse Act 2021"),
    "domestic violence": ("domestic abuse", "Domestic Abuse Act 2021"),
    "did not attend": ("was not brought", "widely used"),
    "dysfunctional": ("describe what happens at home", "language guides"),
    "chaotic": ("describe what happens at home", "language guides"),
    "failed to protect": ("say who did what, and what stood in the way", "language guides on blame"),
    "failure to protect": ("say who did what, and what stood in the way", "language guides on blame"),
    "puts himself at risk": ("say who is a danger to him, and how", "language guides on exploitation"),
    "puts herself at risk": ("say who is a danger to her, and how", "language guides on exploitation"),
    "puts themselves at risk": ("say who is a danger to them, and how", "language guides on exploitation"),
    "lifestyle choice": ("a child cannot choose this: say what is done to them", "language guides on exploitation"),
    "streetwise": ("say what the child does, and what they still need from adults", "language guides on exploitation"),
    "toxic": ("describe what happens between them", "language guides"),
    "in denial": ("say what they see otherwise, in their words", "language guides"),
}
# How else a listed word is written, as a pattern; a space in one is any space, a line break among them.
_PUTS = "(?:put|puts|putting|place|places|placed|placing)"
FORMS: Mapping[str, str] = {
    "did not attend": r"(?:did not|didn['’]t|does not|doesn['’]t|fail(?:s|ed|ing)? to) attend",
    "failed to protect": r"fail(?:s|ed|ing)? to protect",
    "puts himself at risk": rf"{_PUTS} him[ ]?self at risk",
    "puts herself at risk": rf"{_PUTS} her[ ]?self at risk",
    "puts themselves at risk": rf"{_PUTS} them[ ]?sel(?:ves|f) at risk",
    "lifestyle choice": r"life[ -]?style choices?",
    "streetwise": r"street[ -]?wise",
}
ACRONYMS: Mapping[str, str] = {
    "LAC": "a child we care for",
    "CLA": "a child we care for",
    "CIN": "child in need",
    "CP": "child protection",
    "DNA": "was not brought",
    "DV": "domestic abuse",
    "NFA": "no further action",
    "SW": "social worker",
    "YP": "young person",
    "PEP": "personal education plan",
    "IRO": "independent reviewing officer",
    "CAMHS": "child and adolescent mental health services",
    "MASH": "multi-agency safeguarding hub",
    "LADO": "local authority designated officer",
    "EHCP": "education, health and care plan",
    "UASC": "a young person who came alone",
    "FGC": "family group conference",
}
# What stays as it is: words of the law and of a court.
LEGAL = (
    "care order",
    "supervision order",
    "section 47",
    "section 20",
    "section 17",
    "child protection plan",
    "contact order",
    "child arrangements order",
    "placement order",
    "legal planning meeting",
    "ICPC",
    "EPO",
    "ICO",
)
# Ordinary English with a listed word in it.
ORDINARY = (
    "in case",
    "in any case",
    "in that case",
    "in this case",
    "in which case",
    "in each case",
    "case conference",
    "court case",
    "DNA test",
    "DNA tests",
    "DNA testing",
    "DNA sample",
    "DNA samples",
    "case in point",
    "case law",
    "the case that",
    "not the case",
    "worst case",
    "contact details",
    "contact number",
    "contact numbers",
    "emergency contact",
    "emergency contacts",
    "point of contact",
    "toxic shock",
)
# Listed as nouns: "supervised contact with dad" draws the hint, "contact school" and "contacted" do not.
VERBS: Mapping[str, re.Pattern[str]] = {
    "contact": re.compile(
        r"\b(?i:to|will|please|can|could|should|must|would|shall|may|I|we|they|you)\s+(?i:contact)\b"
        r"|\b(?i:contact)\s+(?:(?i:school|nursery|college|hospital|police|health|housing|the|him|her|his|them|their|my|our"
        r"|me|us|mum|dad|mother|father|gran|foster)\b|[A-Z]\w+)"
        r"|\b(?i:contact(?:ed|ing))\b"
    ),
}


def in_any_space(pattern: str) -> str:
    """The pattern with any space, a line break among them, for each of its spaces."""
    return re.sub(r"(?<!\[)\\? ", r"\\s+", pattern)
