"""What was left out of a subject-access extract, why that may be, and room for whoever decides.

The exemptions are named as the UK GDPR and the Data Protection Act 2018 (DPA) name them. The program proposes: that an
exemption holds is for a person to decide, entry by entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from oversight_tui.exchange.documents.model import Block, Bullets, Column, Span, Table, note, words_of
from oversight_tui.practice.third_parties import WHY, Why
from oversight_tui.words.dates import count


class Ground(Struct, frozen=True):
    """On what something may be left out: in a few words, and what it asks of whoever decides."""

    called: str
    asks: str


RIGHTS_OF_OTHERS = Ground(
    "Rights of others: UK GDPR Article 15(4); DPA Schedule 2, paragraph 16",
    "to be given where the other person agrees, or where it is reasonable to give it without.",
)
SERIOUS_HARM = Ground(
    "Social work data, serious harm: DPA Schedule 3, paragraph 11",
    "only where giving it would be likely to prejudice social work by causing serious harm to the physical or mental "
    "health of the child or of another person. Where somebody with parental responsibility asks, also paragraph 10 "
    "(the child's expectations and wishes) and paragraph 21 (child abuse data).",
)
PRIVILEGE = Ground("Legal professional privilege: DPA Schedule 2, paragraph 19", "where it says what a lawyer advised.")
NOT_THEIRS = Ground(
    "About somebody else: UK GDPR Article 15(1)",
    "no personal data of who asks; where it is that too, the rights of others are to be weighed.",
)
NOT_SEARCHED = Ground("No exemption: not looked at", "this program did not look there; to be looked at by hand.")
NOT_ASKED_FOR = Ground(
    "No exemption: not asked for", "it is the worker's own personal data; `--personal` adds the own file."
)
PROFESSIONALS = (
    "Names of workers and managers were not left out: DPA Schedule 2, paragraph 17 (it is taken to be reasonable to "
    "give what is about a social worker, health worker or education worker in that work)."
)


class LeftOut(Struct, frozen=True):
    """Something that is not in an extract: what, where it stood, and why that may be."""

    what: str
    where: str
    why: Ground


def third_parties(found: Mapping[Why, Mapping[str, int]]) -> Iterable[LeftOut]:
    """The names that were withheld, without the names: how many of each kind, and on which days."""
    for why in WHY:
        places = found.get(why, {})
        if places:
            named = count(sum(places.values()), "time")
            what = f"{WHY[why][:1].upper()}{WHY[why][1:]}"
            yield LeftOut(f"{what}, {named}", "; ".join(places), RIGHTS_OF_OTHERS)


def told(left_out: Sequence[LeftOut]) -> tuple[Block, ...]:
    """The list, each row with room to write what was decided, and under it what each ground asks."""
    columns = (Column("What", 2.6), Column("Where", 2), Column("Why it may be left out", 3), Column("Decided", 1.6))
    rows = ((words_of(one.what), words_of(one.where), words_of(one.why.called), words_of("")) for one in left_out)
    grounds = dict.fromkeys(one.why for one in left_out)
    asks = Bullets(tuple(words_of(Span(f"{one.called}: ", "strong"), one.asks) for one in grounds))
    return note(PROFESSIONALS), Table(columns, tuple(rows)), asks
