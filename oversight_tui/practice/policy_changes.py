"""One number of the policy as a person types it, and the policy with it in force."""

from __future__ import annotations

import re

from msgspec import Struct

from oversight_tui.practice.audit_questions import LONGEST_KEY
from oversight_tui.practice.interval import Interval
from oversight_tui.practice.policy import (
    LARGEST,
    LONGEST_KIND,
    Policy,
    PolicyProblem,
    Value,
    assembled,
    checked_kinds,
    checked_questions,
    value_in_force,
)
from oversight_tui.practice.settings import LEAST_KEPT, SETTINGS, Setting
from oversight_tui.words.text import folded, one_line

_NUMBER = re.compile(r"\d{1,6}(\.\d{1,3})?")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_WORDS_OF_A_KEY = 4


class OfSetting(Struct, frozen=True):
    """A change of one number, or of one yes or no, as it was typed."""

    section: str
    key: str
    typed: str


class OfKind(Struct, frozen=True):
    """A change of what a kind of decision is called; with no `key` one more kind, without words one that goes."""

    key: str
    typed: str


class OfQuestion(Struct, frozen=True):
    """A change of what is asked of a file that is audited; with no `key` one more question, without words one that
    goes.
    """

    key: str
    typed: str


PolicyChange = OfSetting | OfKind | OfQuestion


def changed(policy: Policy, change: PolicyChange) -> Policy:
    """The policy with a change made. Raises PolicyProblem where that cannot be."""
    if isinstance(change, OfKind):
        return with_kind(policy, change.key, change.typed)
    if isinstance(change, OfQuestion):
        return with_question(policy, change.key, change.typed)
    return with_value(policy, setting_called(change.section, change.key), change.typed)


def what_takes_back(change: PolicyChange, before: Policy, after: Policy) -> PolicyChange:
    """The change that makes of the policy after it what that was before."""
    if isinstance(change, OfSetting):
        setting = setting_called(change.section, change.key)
        return change.__replace__(typed=as_typed(value_in_force(before, setting)))
    if isinstance(change, OfQuestion):
        added = next(iter(after.audit_questions.keys() - before.audit_questions.keys()), "")
        return OfQuestion(change.key or added, before.audit_questions.get(change.key or added, ""))
    key = change.key or next(iter(after.decision_kinds.keys() - before.decision_kinds.keys()), "")
    return OfKind(key, before.decision_kinds.get(key, ""))


def setting_called(section: str, key: str) -> Setting:
    """The setting at a place of the policy's file. Raises PolicyProblem."""
    found = next((one for one in SETTINGS if (one.section, one.key) == (section, key)), None)
    if found is None:
        raise PolicyProblem(f"The policy has no '{key}' in [{section}].")
    return found


def as_typed(value: Value) -> str:
    """A value as a person reads and types it: "3 weeks", "yes", "15"."""
    if isinstance(value, Interval):
        return str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}"


def how_typed(setting: Setting) -> str:
    """How a value of it is written."""
    if isinstance(setting.default, Interval):
        return "days, weeks or months: 10 days, 3 weeks, 1 month"
    if isinstance(setting.default, bool):
        return "yes or no"
    return f"{'a whole number' if isinstance(setting.default, int) else 'a number'} from 0 to {LARGEST}"


def with_value(policy: Policy, setting: Setting, typed: str) -> Policy:
    """The policy with what was typed in the place of one value. Raises PolicyProblem where that cannot be."""
    values = {(one.section, one.key): value_in_force(policy, one) for one in SETTINGS}
    values[setting.section, setting.key] = _read(setting, typed)
    return assembled(values, policy.decision_kinds, policy.audit_questions).__replace__(earlier=policy.earlier)


def with_kind(policy: Policy, key: str, words: str) -> Policy:
    """The policy in which a kind of decision is called so; with no `key` one more kind. Without words a kind of the
    authority's own goes, and one that every policy has is called what it is everywhere. Raises PolicyProblem.
    """
    kinds = dict(policy.decision_kinds)
    words = one_line(words)
    if len(words) > LONGEST_KIND:
        raise PolicyProblem(f"What a kind of decision is called has up to {LONGEST_KIND} letters.")
    if words:
        kinds[key or _key_of(words, policy)] = words
    else:
        kinds.pop(key, None)
    return policy.__replace__(decision_kinds=checked_kinds(kinds))


def with_question(policy: Policy, key: str, words: str) -> Policy:
    """The policy in which a question of an audit is worded so; with no `key` it is one more, and without words it
    goes. Raises PolicyProblem.
    """
    questions = dict(policy.audit_questions)
    words = one_line(words)
    if words:
        if not key:
            key = _as_key(" ".join(words.split()[:_WORDS_OF_A_KEY]))[:LONGEST_KEY].strip("_")
            if not key or key in questions:
                raise PolicyProblem("Word it so that it begins otherwise than the other questions.")
        questions[key] = words
    else:
        questions.pop(key, None)
    return policy.__replace__(audit_questions=checked_questions(questions))


def _as_key(words: str) -> str:
    return _NO_WORD.sub("_", folded(words)).strip("_")


def _key_of(words: str, policy: Policy) -> str:
    """The name that a new kind has in the file and in what was recorded."""
    key = _as_key(words)[:40]
    if not key:
        raise PolicyProblem("Type what it is called in letters: Take legal advice.")
    if key in policy.decision_kinds:
        raise PolicyProblem(f"There is a kind of decision called {policy.decision_kinds[key]} already.")
    return key


def _read(setting: Setting, typed: str) -> Value:
    """What was typed as a value; the sentences name no place of a file, since who reads them sees the setting."""
    typed = one_line(typed).strip().casefold()
    if isinstance(setting.default, Interval):
        try:
            return Interval.parse(typed)
        except ValueError as problem:
            raise PolicyProblem(str(problem)) from None
    if isinstance(setting.default, bool):
        if typed not in ("yes", "no", "y", "n"):
            raise PolicyProblem("Type yes or no.")
        return typed.startswith("y")
    whole = isinstance(setting.default, int)
    if not _NUMBER.fullmatch(typed) or (whole and "." in typed) or float(typed) > LARGEST:
        raise PolicyProblem(f"Type {how_typed(setting)}.")
    least = LEAST_KEPT.get(setting.key, 1) if setting.section == "retention" else 0
    if float(typed) < least:
        raise PolicyProblem(f"It is kept for at least {least}: type {least} or more.")
    return int(typed) if whole else float(typed)
