"""The words of the authority and the manager: sentences, headings, questions and hints on wording, as settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from oversight_tui.config import HEADINGS, MOST_QUESTIONS, MOST_SENTENCES, SENTENCES, Config
from oversight_tui.config_values import ConfigProblem
from oversight_tui.config_writing import FileChange
from oversight_tui.practice.settings import LOCAL
from oversight_tui.ui.settings.items import MACHINE, Change, Item
from oversight_tui.words.labels import HEADINGS as CALLED
from oversight_tui.words.text import one_line

SENTENCES_GROUP, HEADINGS_GROUP = "Sentences for reasons", "Headings in supervision"
QUESTIONS_GROUP, WORDING_GROUP = "Questions of your own", "Hints on wording"


def word_items(config: Config) -> Iterator[Item]:
    """All of them, and with each list an empty one for one more."""
    yield from _sentences(config.sentences)
    for key in HEADINGS:
        yield _heading(key, config)
    for key in HEADINGS:
        yield from _questions(key, config)
    for word, words in config.language.items():
        yield _hint(word, words)
    yield _one_more_hint()


def _sentences(sentences: Sequence[str]) -> Iterator[Item]:
    for place in range(min(len(sentences) + 1, MOST_SENTENCES)):
        value = sentences[place] if place < len(sentences) else ""
        default = SENTENCES[place] if place < len(SENTENCES) else ""
        change = partial(_put_sentence, tuple(sentences), place)
        yield _words(
            f"sentences.{place}",
            SENTENCES_GROUP,
            f"Key {place + 1}",
            f"The reason that {place + 1} puts into a decision, to be edited there; empty for none",
            value,
            default,
            change,
            change(default) if value != default else None,
        )


def _put_sentence(sentences: tuple[str, ...], place: int, typed: str) -> FileChange:
    found = [*sentences[:place], one_line(typed), *sentences[place + 1 :]]
    kept = tuple(one for one in found if one)
    return FileChange("", "sentences", None if kept == SENTENCES else kept)


def _heading(key: str, config: Config) -> Item:
    value = config.headings.get(key, CALLED[key])
    return _words(
        f"headings.{key}",
        HEADINGS_GROUP,
        CALLED[key],
        f"What the heading {CALLED[key]} of an entry in supervision is called here",
        value,
        CALLED[key],
        partial(_put_heading, key),
        _put_heading(key, "") if value != CALLED[key] else None,
        "up to 40 letters",
    )


def _put_heading(key: str, typed: str) -> FileChange:
    words = one_line(typed)
    return FileChange("headings", key, words if words and words != CALLED[key] else None)


def _questions(key: str, config: Config) -> Iterator[Item]:
    asked = config.questions.get(key, ())
    for place in range(min(len(asked) + 1, MOST_QUESTIONS)):
        value = asked[place] if place < len(asked) else ""
        change = partial(_put_question, key, asked, place)
        called = config.headings.get(key, CALLED[key])
        yield _words(
            f"questions.{key}.{place}",
            QUESTIONS_GROUP,
            f"{called}, question {place + 1}",
            f"A question that is shown while {called} is written in; nobody is pressed to answer it",
            value,
            "",
            change,
            change("") if value else None,
            "up to 120 letters; empty for none",
        )


def _put_question(key: str, asked: tuple[str, ...], place: int, typed: str) -> FileChange:
    kept = tuple(one for one in (*asked[:place], one_line(typed), *asked[place + 1 :]) if one)
    return FileChange("questions", key, kept or None)


def _hint(word: str, words: str) -> Item:
    return _words(
        f"language.{word}",
        WORDING_GROUP,
        f"For {word}",
        f"What is said when {word} is written; empty takes the word off the list",
        words,
        "as the program has it",
        partial(FileChange, "language", word),
        FileChange("language", word, None),
    )


def _one_more_hint() -> Item:
    return _words(
        "language.",
        WORDING_GROUP,
        "One more word",
        "A word that a child may read otherwise than it is meant, and what to write instead",
        "",
        "",
        _new_hint,
        None,
        "the word = what to write instead, for example: no show = was not brought",
    )


def _new_hint(typed: str) -> FileChange:
    """Raises ConfigProblem where no word stands before the sign."""
    word, sign, words = one_line(typed).partition("=")
    if not word.strip() or not sign:
        raise ConfigProblem("Type the word, = and what to write instead: no show = was not brought")
    return FileChange("language", word.strip(), words.strip())


def _words(
    id: str,
    group: str,
    name: str,
    meaning: str,
    value: str,
    default: str,
    change: Callable[[str], Change],
    back: Change | None,
    how: str = "",
) -> Item:
    return Item(
        id=id,
        group=group,
        name=name,
        meaning=meaning,
        source=LOCAL,
        value=value,
        default=default,
        kept_in=MACHINE,
        change=change,
        back=back,
        how=how,
    )
