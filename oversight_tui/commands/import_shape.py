"""An import in the shape that other programs read."""

from __future__ import annotations

from oversight_tui.commands.kept_columns import taken_for_shape
from oversight_tui.exchange.tables import Remark
from oversight_tui.services.importing import ImportPlan
from oversight_tui.services.importing.questions import ImportQuestion, questions


def shape_of(plan: ImportPlan, *, applied: bool) -> dict[str, object]:
    """The plan in the shape other programs read."""
    asked = tuple(questions(plan))
    options: dict[str, str] = {}
    for question in asked:
        if question.asked in ("same", "several"):
            ways = "".join(f"; {one.by_option}" for one in question.choices if one.option)
            options[question.name] = options.get(question.name, "") + ways
    return {
        "files": [{"name": one.name, "sha256": one.sha256, "format": one.format} for one in plan.files],
        "as_at": plan.as_at.isoformat() if plan.as_at else None,
        "lists": list(plan.lists),
        "teams": list(plan.teams),
        "counts": dict(plan.counts),
        "lines": [
            {
                "what": one.what,
                "child": one.child,
                "field": one.field,
                "old": one.old,
                "new": one.new,
                "where": one.where,
            }
            for one in plan.lines
        ],
        "workers": [
            {"worker": one.worker, "field": one.field, "old": one.old, "new": one.new, "where": one.where}
            for one in plan.workers
        ],
        "still_open": [{"child": one.child, "things": list(one.things)} for one in plan.still_open],
        "refused": [_remark(one) for one in plan.refused],
        "warnings": [
            {"where": one.where, "value": one.value, "reason": one.reason + options.get(one.value, "")}
            for one in plan.warnings
        ],
        "not_taken": [_remark(one) for one in plan.not_taken],
        "kept": [{"child": one.child, "field": one.field, "value": one.value, "where": one.where} for one in plan.kept],
        "not_read": [_remark(one) for one in plan.not_read],
        **taken_for_shape(plan),
        "questions": [_question(one) for one in asked],
        "applied": applied,
        "says": plan.says or None,
    }


def _remark(one: Remark) -> dict[str, str]:
    return {"where": one.where, "value": one.value, "reason": one.reason}


def _question(one: ImportQuestion) -> dict[str, object]:
    return {
        "asked": one.asked,
        "says": one.says,
        "evidence": list(one.evidence),
        "must": one.must,
        "answers": [{"does": choice.does, "option": choice.option or None} for choice in one.choices],
    }
