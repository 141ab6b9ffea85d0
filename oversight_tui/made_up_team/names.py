"""Names for people who do not exist, drawn from the many backgrounds found in one English town.

Only lists and a draw: a given name and a surname come together at random within a background, so that nobody real
is meant. Workers and children never share a given name.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from msgspec import Struct


class Background(Struct, frozen=True):
    """Names that are found together; `weight` is how many families of a hundred bear them."""

    weight: int
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    surnames: tuple[str, ...]


def _found_together(weight: int, girls: str, boys: str, surnames: str) -> Background:
    return Background(weight, *(tuple(names.split(", ")) for names in (girls, boys, surnames)))


BACKGROUNDS = (
    _found_together(
        26,
        "Poppy, Evie, Lacey, Scarlett, Tilly, Jessica, Millie, Gracie, Imogen, Kayleigh, Paige",
        "Alfie, Tyler, Harvey, Riley, Kai, Jayden, Reece, Archie, Bradley, Toby, Callum, Ashton",
        "Hartley, Pickering, Sugden, Whitlock, Barrowclough, Dunmore, Ellershaw, Fairbrother, Gathercole, "
        "Holroyd, Kettlewell, Lockwood, Mossop, Oldroyd, Ramsbottom, Threlfall, Wainfleet, Yelland",
    ),
    _found_together(
        6,
        "Seren, Cerys, Ffion, Eirlys",
        "Rhys, Iolo, Dylan, Macsen",
        "Prydderch, Bevan, Gethin, Penhallow",
    ),
    _found_together(
        7,
        "Isla, Catriona, Niamh, Aoife, Saoirse",
        "Fergus, Lewis, Cillian, Oisin",
        "Drummond, McAllister, Kinsella, Rafferty, Geraghty",
    ),
    _found_together(
        4,
        "Shannon, Margaret, Bridie",
        "Johnboy, Paddy, Miley",
        "Cashlin, Sherlock, Delahunty",
    ),
    _found_together(
        10,
        "Aisha, Zainab, Maryam, Hafsa, Iqra",
        "Hamza, Bilal, Zayn, Usman, Rayyan",
        "Mirza, Qureshi, Chaudhry, Bhatti, Malik, Khattak",
    ),
    _found_together(
        7,
        "Anika, Simran, Diya, Jasleen",
        "Arjun, Kiran, Harpreet, Rohan",
        "Sandhu, Vaghela, Dosanjh, Raval, Kalsi",
    ),
    _found_together(
        5,
        "Nusrat, Tahmina, Rumana",
        "Tanvir, Shahin, Rakib",
        "Uddin, Choudhury, Sarkar, Talukdar",
    ),
    _found_together(
        7,
        "Adaeze, Temi, Folake, Chidinma",
        "Tobi, Emeka, Kelechi, Femi",
        "Okonjo, Adebowale, Nwachukwu, Ogunleye, Eze",
    ),
    _found_together(
        5,
        "Abena, Esi, Akosua",
        "Kofi, Kwabena, Yaw",
        "Boakye, Amponsah, Darko, Ofori",
    ),
    _found_together(
        5,
        "Hodan, Ifrah, Sahra",
        "Abdi, Liban, Mahad",
        "Warsame, Hersi, Jimale, Gedi",
    ),
    _found_together(
        7,
        "Shanice, Tianna, Renee, Kadisha",
        "Jermaine, Andre, Tyrell, Dwayne",
        "Campbell-Reid, Grantley, Beckford, Palmer, Lindo",
    ),
    _found_together(
        5,
        "Zuzanna, Maja, Oliwia",
        "Kacper, Szymon, Filip",
        "Wojcik, Kowalczyk, Zawada, Mazur",
    ),
    _found_together(
        4,
        "Ioana, Denisa, Larisa",
        "Andrei, Darius, Matei",
        "Munteanu, Dobrescu, Ciobanu, Lupu",
    ),
    _found_together(
        3,
        "Mei, Xinyi, Ka Yan",
        "Jun, Haoran, Chi Wai",
        "Leung, Zhao, Fong",
    ),
    _found_together(
        4,
        "Elif, Defne, Rojda",
        "Emre, Baran, Yusuf",
        "Yildirim, Karaca, Demirtas",
    ),
    _found_together(
        4,
        "Parwana, Lina, Hiba",
        "Omid, Karwan, Sami",
        "Stanikzai, Barzani, Haddad, Rahimi",
    ),
)

WORKER_NAMES = (
    "Comfort Asante",
    "Daniel Hepworth",
    "Nadia Rehman",
    "Siân Llewellyn",
    "Marek Nowicki",
    "Yvonne Clarke-Baptiste",
    "Gurdeep Bains",
    "Fiona Kilbride",
    "Ifeoma Uzoma",
    "Thomas Arkwright",
    "Rukhsana Aziz",
    "Owain Tudor",
    "Leyla Aksoy",
    "Bola Akinwale",
    "Hannah Postlethwaite",
    "Farah Siddiqui",
    "Declan Moriarty",
    "Priya Chandran",
    "Samira Farah",
    "Joanna Wrobel",
    "Mihai Stanescu",
    "Delroy Fairweather",
    "Wing Lau",
    "Shabnam Hussain",
    "Rebecca Thistlethwaite",
    "Kwame Agyeman",
    "Moira Sutherland",
    "Anwar Mollah",
    "Natasha Greenidge",
    "Ewan Galbraith",
)
TEAM = "Harbour Team"
# The team from which some children come, and to which some go, with the one worker of it who is known here.
OTHER_TEAM = "Orchard Team"
OTHER_WORKER = "Rosalind Fenwick"
LEAVER = "Patrick Ashworth"
LEFT_BEFORE = "Gwendolen Price"
MANAGER = "Angela Brathwaite"
SERVICE_MANAGER = "Sunita Parmar"
PRACTICE_EDUCATOR = "Helen Garforth"


class FamilyName(Struct, frozen=True):
    """A surname nobody else in the team bears, and the background it is of."""

    surname: str
    background: Background


def family_names(random: Random) -> Iterator[FamilyName]:
    """Family names without end: each surname once, then two surnames of one background joined."""
    left = {place: random.sample(each.surnames, len(each.surnames)) for place, each in enumerate(BACKGROUNDS)}
    while any(left.values()):
        places = [place for place, names in left.items() if names]
        place = random.choices(places, [BACKGROUNDS[each].weight for each in places])[0]
        yield FamilyName(left[place].pop(), BACKGROUNDS[place])
    given: set[str] = set()
    while True:
        background = random.choices(BACKGROUNDS, [each.weight for each in BACKGROUNDS])[0]
        other = random.choice(BACKGROUNDS)
        surname = f"{random.choice(background.surnames)}-{random.choice(other.surnames)}"
        if surname not in given:
            given.add(surname)
            yield FamilyName(surname, background)


def given_names(random: Random, background: Background, girls: list[bool]) -> list[str]:
    """A given name for each child of one family, none of them twice; True stands for a girl."""
    left = {True: random.sample(background.girls, len(background.girls))}
    left[False] = random.sample(background.boys, len(background.boys))
    return [left[girl].pop() for girl in girls]
