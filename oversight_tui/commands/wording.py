"""`oversight wording`: hints on a text, the list they come from, and which were dismissed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from oversight_tui.commands.options import store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.config import load_config
from oversight_tui.practice.language import ACRONYMS, LEGAL, TERMS
from oversight_tui.services.wording import dismiss, dismissed, restore, wording_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A text to look at, or what is to be done with the list."""
    parser.add_argument("text", metavar="TEXT", nargs="?", help="a text to look at; without one the list is printed")
    parser.add_argument("--dismiss", metavar="WORD", help="no more hints about this word")
    parser.add_argument("--restore", metavar="WORD", help="hints about this word again")


def run(options: argparse.Namespace) -> int:
    """Print hints or the list; 0."""
    store, own = store_of(options), load_config().language
    if options.dismiss:
        dismiss(store, options.dismiss)
    if options.restore:
        restore(store, options.restore)
    gone = dismissed(store)
    if options.text is not None:
        found = wording_of(store, own)(options.text)
        if options.json:
            print_json([{"word": one.word, "says": one.says} for one in found])
        else:
            print_lines([one.says for one in found] or ["Nothing to say about these words."])
        return 0
    listed = {word: says for word, (says, _) in TERMS.items()} | dict(ACRONYMS) | dict(own)
    if options.json:
        print_json([{"word": word, "says": says, "dismissed": word in gone} for word, says in listed.items() if says])
    else:
        print_lines(_list(listed, gone))
    return 0


def _list(listed: Mapping[str, str], gone: frozenset[str]) -> Iterator[str]:
    yield 'Hints on wording. [language] in the settings file adds a word, changes one, or takes one off with "".'
    for word, says in listed.items():
        if says:
            source = f" ({TERMS[word][1]})" if word in TERMS and TERMS[word][0] == says else ""
            yield f"  {word}: {says}{source}{', dismissed' if word in gone else ''}"
    yield f"Words of the law stay: {', '.join(LEGAL)}."
