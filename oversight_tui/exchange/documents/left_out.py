"""What was left out of a subject-access extract, why that may be, and room for whoever decides.

The exemptions are named as the UK GDPR and the Data Protection Act 2018 (DPA) name them. The program proposes: that an
exemption holds is for a person to decide, entry by entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from oversight_tui.exchange.documents.model import Column, Table, words_of
from oversight_tui.practice.third_parties import WHY, Why
from oversight_tui.words.dates import count

RIGHTS_OF_OTHERS = (
    "UK GDPR Article 15(4); DPA Schedule 2, paragraph 16 (protection of the rights of others). To be given where the "
    "other person agrees, or where it is reasonable to give it without."
)
SERIOUS_HARM = (
    "DPA Schedule 3, paragraph 11 (social work data: serious harm), only where giving it would be likely to cause "
    "serious harm to the physical or mental health of the child or of another person. Where somebody with parental "
    "responsibility asks: also paragraph 10 (the child's expectations and wishes) and paragraph 21 (child abuse data)."
)
PRIVILEGE = "DPA Schedule 2, paragraph 19 (legal professional privilege), where it says what a lawyer advised."
NOT_THEIRS = "It is about somebody else, and no personal data of who asks: UK GDPR Article 15(1) and (4)."
NOT_SEARCHED = "No exemption: this program did not look there for this extract. To be looked at by hand."
NOT_ASKED_FOR = "No exemption: it is the worker's own personal data, and was not asked for. `--personal` adds it."
PROFESSIONALS = (
    "Names of workers and managers were not left out: DPA Schedule 2, paragraph 17 (it is taken to be reasonable to "
    "give what is about a social worker, health worker or education worker in that work)."
)


class LeftOut(Struct, frozen=True):
    """Something that is not in an extract: what, where it stood, and why that may be."""

    what: str
    where: str
    why: str


def third_parties(found: Mapping[Why, Mapping[str, int]]) -> Iterable[LeftOut]:
    """The names that were withheld, without the names: how many of each kind, and on which days."""
    for why in WHY:
        places = found.get(why, {})
        if places:
            named = count(sum(places.values()), "time")
            yield LeftOut(f"{WHY[why].capitalize()}, {named}", "; ".join(places), RIGHTS_OF_OTHERS)


def table_of(left_out: Iterable[LeftOut]) -> Table:
    """The list, each row with room to write what was decided."""
    columns = (Column("What", 2.4), Column("Where", 2), Column("Why it may be left out", 4), Column("Decided", 1.4))
    return Table(
        columns,
        tuple((words_of(one.what), words_of(one.where), words_of(one.why), words_of("")) for one in left_out),
    )
