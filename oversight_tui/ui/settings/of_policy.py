"""The numbers of the policy, and the kinds of decision, as settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from oversight_tui.practice.audit_questions import AUDIT_QUESTIONS, LONGEST_QUESTION, called
from oversight_tui.practice.policy import DECISION_KINDS, Policy, source_in_force, value_in_force
from oversight_tui.practice.policy_changes import OfKind, OfQuestion, OfSetting, as_typed, how_typed
from oversight_tui.practice.settings import LOCAL, SETTINGS, Setting
from oversight_tui.ui.settings.items import POLICY, Item
from oversight_tui.words.labels import RISK

GROUPS: Mapping[str, str] = {
    "supervision": "Supervision of workers",
    "newly_qualified": "Newly qualified workers",
    "child": "Discussion of each child",
    "limits": "Limits",
    "sight": "Line of sight: targets and caseloads",
    "points": "Caseload points of your authority",
    "retention": "How long records are kept",
    "urgent": "What is urgent",
    "weights": "What comes first: points",
}
KINDS, QUESTIONS = "Kinds of decision", "What is asked of a file that is audited"
# What is said before the meaning of a setting, so that its name says all where no heading is in sight.
_BEFORE: Mapping[str, str] = {
    "newly_qualified": "Newly qualified: ",
    "points": "Caseload points: ",
    "retention": "Kept, ",
    "urgent": "Urgent: ",
    "weights": "Points: ",
}
_OF_SUPERVISION: Mapping[str, str] = {
    "ideal": "A worker's supervision: in time up to",
    "limit": "A worker's supervision: overdue after",
    "rebook_within": "A cancelled session: booked again within",
}
_UNITS: Mapping[str, str] = {"years": "years", "months": "months", "days": "days"}
_IDEAL, _LIMIT = "in time up to this", "overdue after this"


def policy_items(policy: Policy) -> Iterator[Item]:
    """Every number, then every kind of decision and one more, then what is asked of a file that is audited."""
    for setting in SETTINGS:
        yield _of_number(policy, setting)
    for key, words in policy.decision_kinds.items():
        yield _of_kind(key, words)
    yield _of_kind("", "")
    for key, words in policy.audit_questions.items():
        yield _of_question(key, words)
    yield _of_question("", "")


def _of_number(policy: Policy, setting: Setting) -> Item:
    value, default = as_typed(value_in_force(policy, setting)), as_typed(setting.default)
    change = partial(OfSetting, setting.section, setting.key)
    source = source_in_force(policy, setting.section, setting.key)
    if value != default and setting.source != LOCAL:
        source = f"{source}; the default: {setting.source}"
    return Item(
        id=f"{setting.section}.{setting.key}",
        group=GROUPS[setting.section],
        name=_name(setting),
        meaning=_meaning(setting),
        source=source,
        value=value,
        default=default,
        kept_in=POLICY,
        change=change,
        back=change(default) if value != default else None,
        unit=_UNITS[setting.key.rpartition("_")[2]] if setting.section == "retention" else "",
        how=how_typed(setting),
        choices=("yes", "no") if isinstance(setting.default, bool) else (),
    )


def _name(setting: Setting) -> str:
    """What it is called in the list, without its heading: of the limits of a risk which of the two it is."""
    risk, _, which = setting.key.rpartition("_")
    if setting.section == "child":
        return f"A child of {RISK[risk]} risk: {'in time up to' if which == 'ideal' else 'overdue after'}"
    if setting.section == "supervision":
        return _OF_SUPERVISION[setting.key]
    return _capital(f"{_BEFORE.get(setting.section, '')}{setting.meaning}")


def _meaning(setting: Setting) -> str:
    if setting.section != "child":
        return _name(setting)
    means = setting.meaning
    if not means.endswith((_IDEAL, _LIMIT)):
        means = f"{means}: {_IDEAL if setting.key.endswith('_ideal') else _LIMIT}"
    return _capital(means)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _of_kind(key: str, words: str) -> Item:
    default = DECISION_KINDS.get(key, "")
    return Item(
        id=f"kind.{key}",
        group=KINDS,
        name=(default or "A kind of your own") if key else "One more kind",
        meaning="What this kind of decision is called" if key else "Another kind that can be decided, in your words",
        source=LOCAL,
        value=words,
        default=default,
        kept_in=POLICY,
        change=partial(OfKind, key),
        back=OfKind(key, "") if words != default else None,
        how="up to 60 letters" + ("" if default else "; empty takes it off"),
    )


def _of_question(key: str, words: str) -> Item:
    default = AUDIT_QUESTIONS.get(key, "")
    return Item(
        id=f"question.{key}",
        group=QUESTIONS,
        name=called(key) if key else "One more question",
        meaning="A question of your authority, answered yes, partly or no of each file that is audited",
        source=LOCAL,
        value=words,
        default=default,
        kept_in=POLICY,
        change=partial(OfQuestion, key),
        back=OfQuestion(key, default) if words != default else None,
        how=f"up to {LONGEST_QUESTION} letters; empty takes it off",
    )
