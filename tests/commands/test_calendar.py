"""The next weeks in words: the sessions planned, the bank holidays, and who is away from when to when."""

from tests.commands.saying import Says, told

BACK = "2026-10-20"


def names(says: Says) -> list[str]:
    return [one["name"] for one in told(says, "today")["workers"]]


def test_the_calendar_says_in_words_who_is_away_as_it_does_in_json(says: Says) -> None:
    """Today is Friday 2 October 2026; two absences of one person that overlap are one."""
    amira, ben = names(says)
    told(says, "absence", amira, "--from", "2026-10-08", "--to", "2026-10-12", "--because", "leave")
    told(says, "absence", amira, "--from", "2026-10-12", "--to", BACK, "--because", "sick")
    told(says, "absence", ben, "--from", "2026-10-14", "--to", "2026-10-14", "--because", "training")
    lines = says("calendar", "--weeks", "4")[1].splitlines()
    weeks = {line: lines[number + 1 : number + 2] for number, line in enumerate(lines) if line.startswith("Week")}
    assert weeks["Week of Mon 5 Oct"] == [f"  Away: {amira} (Thu 8 Oct to Fri 9 Oct)"]
    assert weeks["Week of Mon 12 Oct"] == [f"  Away: {amira} (all week), {ben} (Wed 14 Oct)"]
    assert weeks["Week of Mon 19 Oct"] == [f"  Away: {amira} (Mon 19 Oct to Tue 20 Oct)"]
    away = {day["on"]: day["away"] for day in told(says, "calendar", "--weeks", "4")}
    assert away["2026-10-12"] == [amira]
    assert away["2026-10-14"] == [amira, ben]
    assert away["2026-10-21"] == []


def test_nobody_is_away_after_their_last_day(says: Says) -> None:
    amira, _ = names(says)
    told(says, "absence", amira, "--from", "2026-10-08", "--because", "sick")
    told(says, "workers", "edit", amira, "--leaves", "2026-10-13")
    away = {day["on"]: day["away"] for day in told(says, "calendar", "--weeks", "4")}
    assert (away["2026-10-13"], away["2026-10-14"]) == ([amira], [])
