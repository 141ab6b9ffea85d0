"""What every kind of record has: its content as a frozen value, and one description of the kind.

A content is what one entry says besides its spine (when it happened, when it was typed, by whom, about whom). Its class
holds the description, `kind`; its fields are the columns of the kind's table. Tables, journal, pages, corrections,
undo, changes and exports are derived from these two and from nothing else. What a new kind needs
besides stands in docs/architecture.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, ClassVar, Literal, TypeVar, get_args, get_type_hints

from msgspec import Struct

from oversight_tui.practice.ids import EntryId, TeamId, WorkerId
from oversight_tui.words.dates import long_day

# Whose page a kind of record stands on, and so who may see it. `own_file` is the worker's own, behind the wall, and so
# is `child_or_worker` where it is about a worker; `child_else_worker` is on the worker's page then. `author` is
# nobody's but the manager's who wrote it; `store` concerns the store as a whole.
Page = Literal["child", "worker", "child_or_worker", "child_else_worker", "own_file", "author", "store"]
OF_EITHER: tuple[Page, ...] = ("child_or_worker", "child_else_worker")
# The word that other programs read for what is told on a page.
ToldAs = Literal[
    "discussion",
    "decision",
    "disagreement",
    "action",
    "worry",
    "escalation",
    "consultation",
    "status",
    "risk",
    "allocation",
    "timescale",
    "work",
    "programme",
    "booking",
    "referral",
    "waiting",
    "handover",
    "audit",
    "incident",
]


Value = TypeVar("Value")


class Kind(Struct, frozen=True, kw_only=True):
    """The description of a kind of record.

    `name` is what the store calls it, `called` what people do ("Undone: a decision"). `heading` stands over it in the
    case system; `news` is what it is called among the changes since one last looked, None where it is not told there.
    `told_as` is None for what is told only on the entry that it follows. `clock` says whose clock it sets back.
    `correctable`: a newer version can say it otherwise; `dated`: that may be of another day. `taken_back` is `by_hand`
    where a person can withdraw a single entry, `by_list` where a newer list or a handover does it, `never` otherwise.
    `told_before`: it is an entry of the day that it is for, which may be to come when it is recorded. `puts_right`: it
    says of another entry what holds for every day, also for those before it was said.
    """

    name: str
    called: str
    page: Page
    heading: str = ""
    news: str | None = None
    told_as: ToldAs | None = None
    clock: Literal["child", "worker"] | None = None
    correctable: bool = False
    dated: bool = False
    taken_back: Literal["by_hand", "by_list", "never"] = "by_hand"
    told_before: bool = False
    puts_right: bool = False


class Part(Enum):
    """What a column is, where the type alone does not say it."""

    TEXT = "the words an entry is told by"
    WORDS = "further words"
    REASON = "why"
    NAME = "who somebody is, as it was typed"
    FOLLOWS = "the entry that this one follows: it goes with it, also to another child's page"


Text = Annotated[str, Part.TEXT]
Words = Annotated[str, Part.WORDS]
Reason = Annotated[str, Part.REASON]
TypedName = Annotated[str, Part.NAME]
Follows = Annotated[EntryId, Part.FOLLOWS]


class Names(Struct, frozen=True):
    """What ids and values are called when a record is told: workers, teams, the policy's kinds of decision."""

    workers: Mapping[WorkerId, str] = {}
    teams: Mapping[TeamId, str] = {}
    decision_kinds: Mapping[str, str] = {}


class Content(Struct, frozen=True, array_like=True):
    """What one entry says. Its class has the `kind`; `told` are its words on a page, without what it follows.

    It is `array_like` so that rows of the store become contents in one step.
    """

    kind: ClassVar[Kind]

    def told(self, names: Names) -> str:
        """The words of it. Asked only of kinds that are `told_as` something."""
        raise NotImplementedError(f"{self.kind.name} is not told on a page")

    def told_to_the_child(self, names: Names) -> str:
        """The words as the child will read them: without the name of whoever came with a worry."""
        return self.told(names)

    @property
    def is_to_come(self) -> bool:
        """Whether it is about a day that is still to come when it is recorded."""
        return False

    @property
    def is_told_before(self) -> bool:
        """Whether it is an entry of a day that may be to come when it is recorded."""
        return self.kind.told_before

    def on_day(self, on: date) -> Content:
        """What it says where it is of another day: the same, but for a kind that names its day itself."""
        return self


class Columns(Struct, frozen=True):
    """The columns of a kind, by what they are; None where it has no such column. `follows_always` says that an entry of
    the kind means nothing without the one it follows. `words` are those with words, `searched` these and the names that
    were typed, `people` these names alone.
    """

    names: tuple[str, ...]
    text: str | None
    reason: str | None
    follows: str | None
    follows_always: bool
    words: tuple[str, ...]
    searched: tuple[str, ...]
    people: tuple[str, ...]


@cache
def columns_of(content: type[Content]) -> Columns:
    """The columns of a kind of record. Raises ValueError where two of them claim to be its text, reason or pointer."""
    hints = get_type_hints(content, include_extras=True)
    names = content.__struct_fields__
    found: dict[Part, list[str]] = {part: [] for part in Part}
    optional = set()
    for name in names:
        for part in _parts(hints[name]):
            found[part].append(name)
        if type(None) in get_args(hints[name]):
            optional.add(name)
    for part in (Part.TEXT, Part.REASON, Part.FOLLOWS):
        if len(found[part]) > 1:
            raise ValueError(
                f"{content.__name__} has {', '.join(found[part])}, of which each claims to be {part.value}."
            )
    text, reason, follows = (next(iter(found[part]), None) for part in (Part.TEXT, Part.REASON, Part.FOLLOWS))
    words = tuple(name for name in names if name in (*found[Part.TEXT], *found[Part.WORDS], *found[Part.REASON]))
    searched = tuple(name for name in names if name in (*words, *found[Part.NAME]))
    always, people = follows is not None and follows not in optional, tuple(found[Part.NAME])
    return Columns(names, text, reason, follows, always, words, searched, people)


def _parts(hint: object) -> tuple[Part, ...]:
    """The parts that a type names, also inside `| None`."""
    own = tuple(one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Part))
    return own or tuple(part for inner in get_args(hint) for part in _parts(inner))


def text_of(content: Content) -> str | None:
    """The words an entry is told by, None where its kind has none."""
    return _column(content, columns_of(type(content)).text, str)


def reason_of(content: Content) -> str | None:
    """Why, None where its kind has no reason or none was given."""
    return _column(content, columns_of(type(content)).reason, str)


def typed_in(content: Content) -> tuple[str, ...]:
    """Everything that was typed in an entry, names too, in the order of its columns."""
    columns = columns_of(type(content)).searched
    return tuple(typed for name in columns if (typed := _column(content, name, str)))


def people_named_in(content: Content) -> tuple[str, ...]:
    """Who is named in the columns of an entry that are for names."""
    columns = columns_of(type(content)).people
    return tuple(typed for name in columns if (typed := _column(content, name, str)))


def followed_by(content: Content) -> EntryId | None:
    """The entry that this one follows, by the number of its first version."""
    number = _column(content, columns_of(type(content)).follows, int)
    return EntryId(number) if number is not None else None


def needed_by(content: Content) -> EntryId | None:
    """The entry that this one cannot do without: where that is sensitive, this one is read like it."""
    return followed_by(content) if columns_of(type(content)).follows_always else None


def _column(content: Content, name: str | None, of_type: type[Value]) -> Value | None:
    value = getattr(content, name) if name is not None else None
    return value if isinstance(value, of_type) else None


def dated_words(words: str, day: date | None) -> str:
    """Words with a day after them, where there is one."""
    return f"{words} {long_day(day)}" if day else words
