"""A manager shows how regularly each worker was supervised, and says why where it was not."""

from tests.commands.saying import Says, told


def test_each_worker_by_name_with_what_was_held_and_why_there_was_a_gap(says: Says) -> None:
    """Today is Friday 2 October 2026."""
    amira, ben = (one["name"] for one in told(says, "today")["workers"])
    for on in ("2026-05-05", "2026-07-20"):
        assert says("supervision", "hold", amira, "--on", on)[0] == 0
    told(says, "supervision", "plan", amira, "--on", "2026-10-05")
    told(says, "supervision", "cancel", amira, "--on", "2026-10-05", "--because", "Court all day")
    told(says, "absence", amira, "--from", "2026-06-08", "--to", "2026-06-14", "--because", "sickness: her back")
    told(says, "personal", amira, "wellbeing", "Quokka")
    asked = ("regularity", "--from", "2026-05-01", "--to-date", "2026-09-30")
    document = told(says, *asked)
    assert (document["as_of"], document["from"], document["to"]) == ("2026-10-02", "2026-05-01", "2026-09-30")
    assert [one["worker"] for one in document["workers"]] == sorted((amira, ben))
    hers = next(one for one in document["workers"] if one["worker"] == amira)
    assert hers["held"] == ["2026-05-05", "2026-07-20"]
    assert hers["cancelled"] == []  # it was planned for a day after these
    first, second = hers["gaps"]
    assert (first["limit_by"], first["over_limit"], first["away"]) == ("2026-06-05", 38, 7)
    assert [one["kind"] for one in first["reasons"]] == ["away", "not_booked"]
    assert (second["ended"], second["until"]) == (None, "2026-09-30")
    assert [one["month"] for one in hers["months"]] == ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]
    _, out, _ = says(*asked)
    assert f"{amira}: 2 held, 0 cancelled; 2 gaps over the ideal, 2 of them over the limit" in out
    assert "Away 8 Jun to 14 Jun (other reason)." in out
    assert "her back" not in out
    assert "Quokka" not in out


def test_a_span_that_is_none_is_refused_in_a_sentence(says: Says) -> None:
    assert says("regularity", "--from", "2026-10-05")[::2] == (
        2,
        "Mon 5 Oct 2026 is still to come. Give a first day up to today.\n",
    )
    code, _, complained = says("regularity", "--from", "2026-09-05", "--to-date", "2026-09-01")
    assert (code, complained) == (
        2,
        "The span would end on Tue 1 Sep 2026, before it begins on Sat 5 Sep 2026.\n",
    )
    assert says("regularity", "--team", "Nowhere")[0] == 2
