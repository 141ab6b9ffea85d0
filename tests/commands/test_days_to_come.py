"""Days to come: a conference is booked, a handover planned and confirmed, and of a day nobody works on it is said."""

import re

from tests.commands.saying import Says, told


def id_in(said: str) -> str:
    (number,) = re.findall(r"\(id (\d+)\)", said)
    return str(number)


def test_a_conference_of_next_week_is_booked_and_brings_its_date_once_it_took_place(says: Says) -> None:
    code, out, _ = says("children", "date", "C-1", "conference", "2026-10-08")
    assert (code, out.startswith("Meeting: conference (C-1) booked for Thu 8 Oct 2026")) == (0, True)
    assert told(says, "child", "C-1")["entries"][-1]["text"].startswith("Meeting: conference")
    done = says("book", "done", id_in(out))[1]
    assert "C-1: conference held" in done.lower().replace("c-1", "C-1")
    code, _, err = says("children", "date", "C-1", "proceedings_issued", "2026-10-08")
    assert (code, "still to come" in err) == (2, True)
    assert "Visit to C-1 booked for Thu 8 Oct 2026" in says("seen", "C-1", "--on", "2026-10-08")[1]


def test_a_planned_handover_is_on_both_pages_and_confirmed_with_what_comes_first(says: Says) -> None:
    plan = says("handover", "C-1", "--to", "Ben Ortiz", "--on", "2026-10-08", "--because", "Conference")[1]
    assert "C-1 is to go to Ben Ortiz on Thu 8 Oct 2026" in plan
    for worker in ("Amira Khan", "Ben Ortiz"):
        (coming,) = told(says, "worker", worker)["handovers"]
        assert (coming["child"], coming["to"], coming["on"]) == ("C-1", "Ben Ortiz", "2026-10-08")
    out = says("planned-handover", "confirm", id_in(plan), "--seen-by", "2026-10-10", "--review", "2026-10-16")[1]
    assert "C-1 to Ben Ortiz from Fri 2 Oct 2026" in out
    assert "Sat 10 Oct 2026 is no working day" in out
    assert told(says, "child", "C-1")["worker"] == "Ben Ortiz"
    assert told(says, "worker", "Ben Ortiz")["handovers"] == []


def test_who_has_room_is_asked_before_a_child_is_given_to_anybody(says: Says) -> None:
    code, out, _ = says("handover", "C-1", "--room")
    assert (code, "Ben Ortiz: " in out, "Amira Khan" in out) == (0, True, False)
    assert told(says, "child", "C-1")["worker"] == "Amira Khan"


def test_of_an_action_of_a_saturday_or_of_somebody_away_it_is_said_and_none_is_refused(says: Says) -> None:
    says("mine", "Mary Okoro")
    out = says("action", "add", "C-1", "Ring school", "--owner", "me", "--by", "2026-10-10")[1]
    assert "Mary Okoro, by Sat 10 Oct 2026). Sat 10 Oct 2026 is no working day." in out
    says("absence", "Ben Ortiz", "--from", "2026-10-05", "--to", "2026-10-09", "--because", "leave")
    away = "Ben Ortiz is away on Thu 8 Oct 2026."
    agreed = "Ring; Ben Ortiz; 2026-10-08"
    assert away in says("action", "add", "C-1", "Ring", "--owner", "Ben Ortiz", "--by", "2026-10-08")[1]
    assert away in says("decide", "C-1", "Visit", "--because", "x", "--action", agreed)[1]
    assert away in says("decide", "C-1", "Visit", "--because", "x", "--also", "C-2", "--action", agreed)[1]
    assert away in says("discuss", "C-1", "--text", "Said", "--action", agreed)[1]
    given = ("--to", "Ben Ortiz", "--because", "x", "--first", "Ring", "--first-by", "2026-10-08")
    assert away in says("handover", "C-1", *given)[1]


def test_a_handover_that_took_place_is_not_half_taken_back(says: Says) -> None:
    plan = str(told(says, "handover", "C-1", "--to", "ben", "--on", "tomorrow")["id"])
    told(says, "planned-handover", "confirm", plan)
    ended = next(one for one in told(says, "child", "C-1")["entries"] if one["text"].startswith("Took place"))
    code, _, complaint = says("withdraw", ended["id"], "--because", "x")
    assert code
    assert "C-1 went where it was planned" in complaint
    assert f"withdraw the plan ({plan}). Nothing was recorded." in complaint
    assert "So is what followed it: 1 entry." in told(says, "withdraw", plan, "--because", "x")["says"]
