"""Something was said once, and whoever remembers a word of it finds it; what is hidden is not found by its words."""

from datetime import date, timedelta

import pytest

from db import derived
from db.engine import Store
from db.queries.contents import content_of
from db.verification import verify
from oversight_tui.practice import records
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, Subject
from oversight_tui.practice.records.base import typed_in
from oversight_tui.practice.requests import (
    AbsenceRequest,
    AnswerEscalation,
    Correction,
    DecisionRequest,
    DiscussionRequest,
    EscalationRequest,
    GiveReason,
    HandOver,
    MarkEntry,
    NameChild,
    NoteRequest,
    PersonalRequest,
    Redo,
    Request,
    Undo,
    Withdraw,
    WorryRequest,
)
from oversight_tui.practice.searching import excerpt, words_of
from oversight_tui.practice.story import HIDDEN, MOVED, WALLED
from oversight_tui.services import record
from oversight_tui.services import search as services
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.find import find_worker
from oversight_tui.services.identity import choose
from oversight_tui.services.search import NothingToSearch, TooMuchToSearch, search, search_own_files
from tests.db.test_board_facts import TEAM
from tests.db.test_costs import many_teams
from tests.made_once import AMIRA, BEN, C1, C2, C3
from tests.services.test_kinds import LATER, TODAY, filled

DAY = timedelta(days=1)


def does(store: Store, request: Request) -> EntryId:
    """Record it; returns the entry that was made last."""
    number = record.record(store, request, TODAY)[-1].id
    assert number is not None
    return EntryId(number)


def talk(store: Store, text: str, on: date = TODAY, child: ChildId = C1) -> EntryId:
    return does(store, DiscussionRequest((child,), text, on))


def texts(store: Store, words: str, *, also_old: bool = False) -> list[str]:
    return [hit.text for hit in search(store, words, also_old=also_old).hits]


def test_a_word_is_found_by_its_beginning_whatever_its_accents_and_capitals_and_all_words_must_be_there(
    team: Store,
) -> None:
    talk(team, "He had two vapes in his bag at the Café.", TODAY - 3 * DAY)
    talk(team, "Mum’s new partner smokes.", TODAY - 2 * DAY)
    talk(team, "100%_sure: VAPING again, says gran", TODAY - DAY)
    assert texts(team, "vap") == ["100%_sure: VAPING again, says gran", "He had two vapes in his bag at the Café."]
    assert texts(team, "CAFE vapes") == ["He had two vapes in his bag at the Café."]
    assert texts(team, "mums part") == texts(team, "mum's PART") == ["Mum’s new partner smokes."]
    assert texts(team, "apes") == texts(team, "vapes partner") == []
    assert texts(team, "100%_sure") == ["100%_sure: VAPING again, says gran"]


def test_whole_words_come_first_and_of_as_good_ones_the_newest(team: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    talk(team, "The courtyard was locked", TODAY)
    talk(team, "The court sits in May", TODAY - 9 * DAY)
    does(team, DecisionRequest("Go to court", TODAY - 4 * DAY, AboutChild(C3), because="The plan has not kept up"))
    assert texts(team, "court") == [
        "Go to court · The plan has not kept up",
        "The court sits in May",
        "The courtyard was locked",
    ]
    assert texts(team, "kept up")[0].startswith("Go to court")
    talk(team, "Courtship displays of the zoo")
    monkeypatch.setattr(services, "MOST_HITS", 1)
    assert texts(team, "court") == ["Go to court · The plan has not kept up"]
    assert search(team, "court").more


def test_a_child_and_a_worker_can_be_one_of_the_words(team: Store) -> None:
    talk(team, "Vapes again", child=C1)
    talk(team, "Vapes again too", child=C3)
    does(team, NameChild(C3, "Kofi Mensah"))
    assert texts(team, "vapes kof") == ["Vapes again too"]
    assert texts(team, "vapes C-1") == texts(team, "Amira vapes") == ["Vapes again"]
    assert [(hit.reference, hit.name, hit.worker) for hit in search(team, "vapes ben").hits] == [
        ("C-3", "Kofi Mensah", "Ben Ortiz")
    ]


def test_what_is_sensitive_is_not_found_by_its_words_nor_what_is_read_with_it(team: Store) -> None:
    taken = does(team, EscalationRequest("Allegation against a carer", "Head of service", TODAY, AboutChild(C1)))
    does(team, AnswerEscalation(taken, "The allegation is looked into", TODAY))
    decided = does(team, DecisionRequest("Tell no one of the lodger", TODAY, AboutChild(C1)))
    does(team, GiveReason(decided, "The lodger may hear of it", TODAY))
    assert len(texts(team, "lodger")) == 2
    assert len(texts(team, "allegation")) == 2
    for entry in (taken, decided):
        does(team, MarkEntry(entry, "sensitive"))
    assert texts(team, "lodger") == texts(team, "allegation") == texts(team, "lodger", also_old=True) == []
    assert list(verify(team).faults) == []
    does(team, Undo())
    assert len(texts(team, "lodger")) == 2
    does(team, MarkEntry(decided, "sensitive"))
    does(team, Withdraw(decided, "The lodger has moved out", TODAY))
    assert texts(team, "lodger", also_old=True) == []


def test_of_what_was_corrected_the_newest_is_found_and_the_old_one_only_where_that_is_said(team: Store) -> None:
    first = talk(team, "Seen at grans flat")
    does(team, Correction(first, text="Seen at nans house"))
    assert texts(team, "seen at") == ["Seen at nans house"]
    assert texts(team, "flat") == []
    (old,) = search(team, "flat", also_old=True).hits
    assert (old.text, old.stands, old.entry) == ("Seen at grans flat", False, first)


def test_what_was_taken_back_is_found_only_where_that_is_said_and_again_when_it_is_brought_back(team: Store) -> None:
    worry = does(team, WorryRequest(C1, "The stairgate is broken", TODAY))
    does(team, Withdraw(worry, "Typed on the wrong stairgate", TODAY))
    assert texts(team, "stairgate") == []
    old = search(team, "stairgate", also_old=True).hits
    assert [(hit.stands, hit.shown_at) for hit in old] == [(False, worry), (False, worry)]
    does(team, Undo())
    assert texts(team, "stairgate") == ["The stairgate is broken"]
    does(team, Redo())
    assert texts(team, "stairgate") == []


def test_what_was_moved_to_another_childs_page_is_found_there_and_nowhere_else(team: Store) -> None:
    moved = talk(team, "Bruise seen at nursery", child=C1)
    does(team, Correction(moved, child="C-3"))
    for also_old in (False, True):
        assert [hit.about for hit in search(team, "bruise", also_old=also_old).hits] == [AboutChild(C3)]


def test_a_workers_own_file_and_what_is_decided_about_a_worker_are_found_in_that_file_alone(team: Store) -> None:
    does(team, PersonalRequest(AMIRA, "wellbeing", "Tired since the marathon", TODAY, next_step="Marathon leave"))
    does(team, DecisionRequest("No more marathon weeks", TODAY, AboutWorker(AMIRA), because="Too much"))
    does(team, EscalationRequest("Marathon caseload", "Head of service", TODAY, AboutWorker(AMIRA)))
    assert texts(team, "marathon", also_old=True) == []
    in_file = search_own_files(team, [AMIRA], "marathon").hits
    assert {hit.text for hit in in_file} >= {
        "Tired since the marathon · Marathon leave",
        "No more marathon weeks · Too much",
    }
    assert {(hit.read_in, hit.worker) for hit in in_file} == {("own_file", "Amira Khan")}
    assert search_own_files(team, [BEN], "marathon").hits == ()
    assert search_own_files(team, [AMIRA], "MARATHON leave").hits != ()


def test_why_somebody_is_away_is_not_found(team: Store) -> None:
    does(team, AbsenceRequest(AMIRA, TODAY, None, "other", because="Operation on her knee"))
    assert texts(team, "knee") == []


def test_notes_to_oneself_are_found_by_who_wrote_them_alone(team: Store) -> None:
    choose(team, "Marsha Hinds", None)
    note = does(team, NoteRequest("Ask about the allotment", AboutWorker(AMIRA)))
    (hit,) = search(team, "allotment").hits
    assert (hit.entry, hit.read_in, hit.heading, hit.about) == (note, "own_notes", "A note to yourself", None)
    choose(team, "Jo Hale", None)
    assert texts(team, "allotment") == []


def test_only_the_chosen_teams_are_searched_and_what_was_said_goes_with_the_child(team: Store) -> None:
    talk(team, "Trampoline in the hall", child=C1)
    many_teams(team, 1)
    other = find_worker(team, "Worker 0 1")
    for chosen, found in (((TEAM,), True), (("Team 0",), False), ((), True)):
        assert bool(search(team, "trampoline", chosen).hits) is found
    choose(team, "Marsha Hinds", ["Team 0"])
    assert texts(team, "trampoline") == []
    assert search(team, "trampoline", all_teams=True).hits
    does(team, HandOver((C1,), AboutWorker(other), TODAY, "Moved house"))
    assert texts(team, "trampoline") == ["Trampoline in the hall"]
    assert search(team, "trampoline", (TEAM,)).hits == ()


def test_what_is_searched_is_worked_out_from_the_records_and_verifying_tells_where_it_was_changed(team: Store) -> None:
    talk(team, "Hammock in the garden")
    words = "SELECT entry_id, words FROM said ORDER BY 1"
    with team.reading():
        before = team.rows(words)
    derived.rebuild(team)
    with team.reading():
        assert team.rows(words) == before != []
    assert list(verify(team).faults) == []
    with team.writing():
        team.run("UPDATE said SET words = ' swing ' WHERE words LIKE '%hammock%'")
    assert ["searched" in fault for fault in verify(team).differing] == [True]


@pytest.mark.parametrize("either", [AboutChild(C2), AboutWorker(AMIRA)])
def test_what_a_page_hides_is_not_searched_and_what_it_shows_is_of_every_kind(team: Store, either: Subject) -> None:
    full = filled(team, either)
    changed = (records.Worry, records.Escalation, records.RiskRating, records.Action, records.WorkHandedIn)
    sensitive, risky, moved, gone, said_otherwise = (full.ids[kind] for kind in changed)
    for request in (
        MarkEntry(sensitive, "sensitive"),
        MarkEntry(risky, "sensitive"),
        Correction(said_otherwise, text="Another assessment"),
        Withdraw(gone, "Done twice", TODAY),
        Correction(moved, child="C-3") if isinstance(either, AboutChild) else Withdraw(moved, "x", TODAY),
    ):
        record.record(team, request, LATER)
    entries = [one for child in (C2, C3) for one in child_page(team, child, LATER).entries]
    entries += worker_page(team, AMIRA, LATER).entries
    with team.reading():
        there = {EntryId(row[0]): bool(row[1]) for row in team.rows("SELECT entry_id, stands FROM said")}
        typed = {one.id: bool(typed_in(content_of(team, one.record, one.id))) for one in entries if not one.wordless}
    hidden = {one.id for one in entries if one.text in (HIDDEN, WALLED, MOVED)}
    shown = {one.id: not (one.replaced or one.withdrawn) for one in entries if typed.get(one.id)}
    assert hidden & there.keys() == set()
    assert {number: there.get(number) for number in shown.keys() - hidden} == {
        number: stands for number, stands in shown.items() if number not in hidden
    }
    assert hidden
    assert False in shown.values()


def test_nothing_to_look_for_is_said_so_and_an_excerpt_shows_what_was_looked_for(team: Store) -> None:
    for nothing in ("", "  ", "a", "%", "!?"):
        with pytest.raises(NothingToSearch, match="at least 2 letters"):
            search(team, nothing)
    for too_much in (" ".join(f"w{number}" for number in range(101)), "a" * 2_001):
        with pytest.raises(TooMuchToSearch, match="at most 100 words"):
            search(team, too_much)
    assert search(team, "vapes " * 300 + "\udcff").of == search(team, "vapes").of
    long = "word " * 60 + "vapes at last " + "word " * 60
    assert "vapes" in excerpt(long, words_of("vap"), 80)
    assert len(excerpt(long, words_of("vap"), 80)) <= 80
    assert excerpt("short", ("x",), 80) == "short"
