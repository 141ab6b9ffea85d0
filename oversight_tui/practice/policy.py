"""The numbers an authority sets: intervals, limits and weights, each with its default and where that comes from.

The store keeps the policy, so that two managers never see two meanings of late; a TOML file is the way in and
out. A number without a national figure behind it says "local".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from oversight_tui.practice.audit_questions import AUDIT_QUESTIONS, LONGEST_QUESTION, questions_of
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.settings import LEAST_KEPT, LOCAL, SETTINGS, Setting
from oversight_tui.words.labels import RISK
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line
from oversight_tui.words.toml import NotToml, read_toml

DECISION_KINDS = {
    "agree": "Agree the plan",
    "visit": "Visit",
    "meeting": "Call a meeting",
    "change_plan": "Change the plan",
    "do_not_proceed": "Do not proceed",
    "challenge": "Challenge",
    "escalate": "Escalate",
    "keep_plan": "Keep the plan",
    "other": "Other",
}
KEEP_PLAN = "keep_plan"
LONGEST_KIND = 60
LARGEST = 1000
_KIND = re.compile(r"[a-z0-9_]{1,40}")


class PolicyProblem(PlainProblem, ValueError):
    """A policy that cannot be used; the text names the section and key and says what would do."""


class Supervision(Struct, frozen=True):
    """Limits of a worker's clock."""

    ideal: Interval
    limit: Interval
    rebook_within: Interval


class NewlyQualified(Struct, frozen=True):
    """The stages of a newly qualified worker, counted from the newly-qualified start."""

    first_stage: Interval
    first_limit: Interval
    second_stage: Interval
    second_limit: Interval
    ends: Interval


class EarlierLimits(Struct, frozen=True):
    """Limits of workers' clocks that another policy took the place of; `until` is the last day they were in force."""

    supervision: Supervision
    newly_qualified: NewlyQualified
    until: date


class Policy(Struct, frozen=True):
    """The numbers in force. `child` maps a risk to (ideal, limit); `limits`, `retention` and `weights` map keys to
    numbers; `sight` are the targets and limits of line of sight, `points` an authority's own scheme for caseloads, all
    0 where it has none. `urgent` says of each kind of row that can be urgent whether it is, `audit_questions` what is
    asked of a file that is audited. `earlier` holds for the clocks that ran then.
    """

    supervision: Supervision
    newly_qualified: NewlyQualified
    child: Mapping[str, tuple[Interval, Interval]]
    limits: Mapping[str, int]
    sight: Mapping[str, int]
    points: Mapping[str, float]
    retention: Mapping[str, int]
    urgent: Mapping[str, bool]
    weights: Mapping[str, float]
    decision_kinds: Mapping[str, str]
    audit_questions: Mapping[str, str]
    earlier: tuple[EarlierLimits, ...] = ()


Value = Interval | bool | int | float
RISKS = ("low", "medium", "high", "very_high")


def parse_policy(toml_text: str) -> Policy:
    """The policy of a TOML text; what it leaves out keeps its default.

    Raises PolicyProblem naming section and key for an unknown key, a wrong type, an ideal longer than its limit.
    """
    try:
        read = read_toml(toml_text)
    except NotToml as problem:
        raise PolicyProblem(f"The policy is not readable as TOML: {problem}.") from None
    kinds = checked_kinds(read.pop("decision_kinds", {}))
    questions = checked_questions(read.pop("audit_questions", None))
    known = {setting.section for setting in SETTINGS}
    for section, content in read.items():
        if section not in known or not isinstance(content, dict):
            raise PolicyProblem(f"The policy has no section [{section}]. It knows {', '.join(sorted(known))}.")
        keys = {setting.key for setting in SETTINGS if setting.section == section}
        for key in content:
            if key not in keys:
                raise PolicyProblem(f"The policy has no '{key}' in [{section}]. It knows {', '.join(sorted(keys))}.")
    values = {
        (setting.section, setting.key): checked_value(setting, read.get(setting.section, {}).get(setting.key))
        for setting in SETTINGS
    }
    return assembled(values, kinds, questions)


def policy_as_toml(policy: Policy) -> str:
    """The policy as a TOML file with each number's meaning and source; `parse_policy` reads it back unchanged."""
    lines = [
        "# The numbers that decide what is late and what comes first. A source or the word local stands with each."
    ]
    section = ""
    for setting in SETTINGS:
        if setting.section != section:
            section = setting.section
            lines += ["", f"[{section}]"]
        value = value_in_force(policy, setting)
        written = f'"{value}"' if isinstance(value, Interval) else str(value).lower()
        lines.append(f"{setting.key} = {written}  # {setting.meaning}. Source: {setting.source}")
    lines += ["", "[decision_kinds]"]
    lines += [f"{key} = {_quoted(words)}" for key, words in policy.decision_kinds.items()]
    lines += ["", "[audit_questions]  # What is asked of a file that is audited. Source: local"]
    lines += [f"{key} = {_quoted(words)}" for key, words in policy.audit_questions.items()]
    return "\n".join(lines) + "\n"


def source_in_force(policy: Policy, section: str, key: str) -> str:
    """Where a number in force comes from: its source, or "local" where the authority has put in its own."""
    setting = next(one for one in SETTINGS if (one.section, one.key) == (section, key))
    return setting.source if value_in_force(policy, setting) == setting.default else LOCAL


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def checked_value(setting: Setting, given: Any) -> Value:
    """A value as a file holds it, its default where it is None. Raises PolicyProblem that says what would do."""
    if given is None:
        return setting.default
    place = f"'{setting.key}' in [{setting.section}]"
    if isinstance(setting.default, Interval):
        if not isinstance(given, str):
            raise PolicyProblem(f'{place} takes a length of time in quotes, such as "{setting.default}".')
        try:
            return Interval.parse(given)
        except ValueError as problem:
            raise PolicyProblem(f"{place}: {problem}") from None
    if isinstance(setting.default, bool):
        if not isinstance(given, bool):
            raise PolicyProblem(f"{place} takes true or false.")
        return given
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given <= LARGEST:
        raise PolicyProblem(f"{place} takes a number from 0 to {LARGEST}.")
    if isinstance(setting.default, int):
        if not isinstance(given, int):
            raise PolicyProblem(f"{place} takes a whole number.")
        return given
    return float(given)


def checked_kinds(given: Any) -> dict[str, str]:
    """The kinds of decision, with those that every policy has. Raises PolicyProblem."""
    if not isinstance(given, dict) or not all(isinstance(words, str) and one_line(words) for words in given.values()):
        raise PolicyProblem('[decision_kinds] takes lines such as legal_advice = "Take legal advice".')
    for key, words in given.items():
        if not _KIND.fullmatch(key) or len(words) > LONGEST_KIND:
            raise PolicyProblem(
                "A kind of decision is a word of small letters, digits and _ with up to "
                f'{LONGEST_KIND} letters in quotes: legal_advice = "Take legal advice".'
            )
    return {**DECISION_KINDS, **{key: one_line(words) for key, words in given.items()}}


def checked_questions(given: Any) -> dict[str, str]:
    """What is asked of a file that is audited. Raises PolicyProblem."""
    found = questions_of(given)
    if found is None:
        raise PolicyProblem(
            '[audit_questions] takes lines such as own_voice = "Is the child heard?": a word of small letters, digits '
            f"and _, and up to {LONGEST_QUESTION} letters in quotes."
        )
    return found


def _in_order(sight: Mapping[str, int]) -> None:
    """Raises PolicyProblem where a floor is above its target, or a band begins before the one below it."""
    for lower, upper in (
        *((f"{share}_floor", f"{share}_target") for share in ("supervised", "discussed", "visited")),
        *(("spare_percent", "over_percent"), ("over_percent", "far_over_percent")),
    ):
        if sight[lower] > sight[upper]:
            raise PolicyProblem(
                f"'{lower}' in [sight] cannot be more than '{upper}': {sight[lower]} is over {sight[upper]}. "
                "Change the other of the two first."
            )


def assembled(
    values: Mapping[tuple[str, str], Any], kinds: Mapping[str, str], questions: Mapping[str, str] = AUDIT_QUESTIONS
) -> Policy:
    """The policy of all its values, by section and key. Raises PolicyProblem where two cannot stand together."""

    def section(name: str) -> dict[str, Any]:
        return {key: value for (where, key), value in values.items() if where == name}

    child = {risk: (values["child", f"{risk}_ideal"], values["child", f"{risk}_limit"]) for risk in RISKS}
    supervision = Supervision(**section("supervision"))
    for name, ideal, limit in (
        ("A worker's supervision", supervision.ideal, supervision.limit),
        *((f"A child of {RISK[risk]} risk", *child[risk]) for risk in RISKS),
    ):
        if _days(ideal) > _days(limit):
            raise PolicyProblem(
                f"{name} cannot be in time up to {ideal} and overdue after {limit}. Change the other of the two first."
            )
    _in_order(section("sight"))
    for key, number in section("retention").items():
        if number < LEAST_KEPT.get(key, 1):
            raise PolicyProblem(f"'{key}' in [retention] takes at least {LEAST_KEPT.get(key, 1)}.")
    return Policy(
        supervision,
        NewlyQualified(**section("newly_qualified")),
        child,
        section("limits"),
        section("sight"),
        section("points"),
        section("retention"),
        section("urgent"),
        section("weights"),
        kinds,
        questions,
    )


def _days(interval: Interval) -> float:
    return interval.number * {"day": 1.0, "week": 7.0, "month": 30.4}[interval.unit]


def value_in_force(policy: Policy, setting: Setting) -> Value:
    """What the policy says of one number, or of one yes or no."""
    if setting.section == "child":
        risk, _, which = setting.key.rpartition("_")
        ideal, limit = policy.child[risk]
        return ideal if which == "ideal" else limit
    if setting.section == "limits":
        return policy.limits[setting.key]
    if setting.section == "sight":
        return policy.sight[setting.key]
    if setting.section == "points":
        return policy.points[setting.key]
    if setting.section == "retention":
        return policy.retention[setting.key]
    if setting.section == "urgent":
        return policy.urgent[setting.key]
    if setting.section == "weights":
        return policy.weights[setting.key]
    holder = policy.supervision if setting.section == "supervision" else policy.newly_qualified
    assert setting.key in {field.name for field in fields(holder)}
    found: Interval = getattr(holder, setting.key)
    return found


DEFAULT = parse_policy("")
