"""Why a key of a page cannot act on the entry that is selected."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.facts import Entry, Session
from oversight_tui.ui.actions import ActionId, shown
from oversight_tui.ui.keymap import Keymap

_ON_AN_ENTRY: frozenset[ActionId] = frozenset(
    {
        "page_correct",
        "page_withdraw",
        "page_filed",
        "page_because",
        "page_disagree",
        "page_copy",
        "page_sensitive",
        "page_open",
        "page_significant",
    }
)
_ON_A_SESSION: frozenset[ActionId] = frozenset({"page_correct", "page_withdraw", "page_copy"})
# What shows the words of an entry.
_SHOW_WORDS: frozenset[ActionId] = frozenset({"page_correct", "page_open", "page_copy"})
_KINDS: Mapping[ActionId, tuple[str, str]] = {
    "page_filed": ("discussion", "This entry is no discussion."),
    "page_because": ("decision", "This entry is no decision."),
    "page_disagree": ("decision", "This entry is no decision."),
}


def cannot_on_page(action_id: ActionId, entry: Entry | Session | None, keymap: Keymap, *, many: bool) -> str:
    """The sentence that says why an action cannot act; empty where it can. `many` says that there are entries."""
    if action_id not in _ON_AN_ENTRY:
        return "" if many or action_id not in ("next_entry", "previous_entry") else "There is no entry on this page."
    if entry is None:
        return (
            f"{_keys_to_choose(keymap)} chooses the entry first, or a click on it."
            if many
            else "There is no entry on this page."
        )
    if isinstance(entry, Session):
        if action_id == "page_copy" and entry.state != "held":
            return "This session was not held yet, so there is nothing to copy."
        return "" if action_id in _ON_A_SESSION else _what_is_done_to_a_session(keymap)
    if entry.withdrawn and action_id != "page_open":
        return "This entry was withdrawn. It can be read, and is not changed any more."
    if entry.replaced:
        return "A newer version stands in the place of this one. Choose that."
    if entry.kind in ("allocation", "status") and action_id in ("page_correct", "page_withdraw"):
        return "A list or a handing over said this: hand the child over again, import a newer list, or undo."
    kind, sentence = _KINDS.get(action_id, ("", ""))
    if kind and entry.record != kind:
        return sentence
    return _already(action_id, entry, keymap)


def _what_is_done_to_a_session(keymap: Keymap) -> str:
    keys = {one: keymap.shown(one) for one in ("page_correct", "page_withdraw", "page_copy")}
    return (
        f"This is a session: {keys['page_correct']} corrects it, {keys['page_withdraw']} withdraws it, "
        f"{keys['page_copy']} copies all of it."
    )


def _keys_to_choose(keymap: Keymap) -> str:
    keys = next(action.keys for action in keymap.of("page") if action.id == "next_entry")
    return ", or ".join(shown(key) if len(shown(key)) == 1 else shown(key).capitalize() for key in keys)


def _already(action_id: ActionId, entry: Entry, keymap: Keymap) -> str:
    if action_id == "page_filed" and entry.on_file:
        return "This discussion is on the child's file already."
    if action_id == "page_because" and entry.because:
        return f"The reason of this decision is recorded. {keymap.at_the_start('page_correct')} corrects it."
    if entry.behind_the_wall and action_id in _SHOW_WORDS:
        return f"Its words are in the worker's own file. {keymap.at_the_start('own_file')} opens it."
    if action_id == "page_open" and not entry.sensitive:
        return "This entry is not sensitive; its words are here."
    if action_id == "page_sensitive" and entry.sensitive:
        return "This entry is sensitive already."
    if action_id == "page_significant" and entry.significant:
        return "This entry is a significant event already."
    return ""
