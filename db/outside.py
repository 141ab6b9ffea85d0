"""What a store says, held against what was seen of it outside; and remembering what it says now.

Held against it at every opening and before every write. Nothing is remembered anew while the two do not agree: an older
copy that has grown past the row that was seen is still not what was seen, until a person takes it as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from db.anchor import Anchor, Head, Place, Remembered, Seal, Unreadable
from db.ends import Asked, end_of, first_hash, has
from db.errors import StoreError
from db.kept_inside import ANCHORED, anchored_at, replaced, session_in, word_for
from db.key import is_encrypted
from db.seal import SESSION, digest_of_file, new_session

_REMEDY = (
    "Tell information governance, keep the file, and compare it with a backup; `oversight verify --accept` takes it as "
    "it is, in the journal."
)


class Outside:
    """What was seen of the store at a path, on a server at what stands for it. `folder` is None where nothing is kept
    outside.

    `doubts` are sentences, each about something that does not agree.
    """

    def __init__(self, folder: Path | None, path: Path, *, encrypted: bool, on_a_server: bool = False) -> None:
        self.folder = folder
        self.doubts: tuple[str, ...] = ()
        self._path, self._encrypted, self._on_a_server = path, encrypted, on_a_server
        self._left_behind = False  # the store was carried elsewhere: what was seen since then may be of that one
        self._anchor: Anchor | None = None
        self._pending: Head | None = None  # written, and not yet committed
        self._new = False  # the anchor was made for what is being written
        self._session: str | None = None  # the word of the program that wrote last
        self._writes = False  # whether that is this one

    def refuse_plain(self) -> None:
        """Raise StoreError where the store is plain, and was encrypted when it was last seen here."""
        with suppress(Unreadable):
            seen = self._place().read() if self.folder is not None else None
            if seen is not None and seen.encrypted and not self._encrypted:
                raise StoreError(
                    f"The store {self._path} was encrypted when it was last open here, and the file that lies there "
                    "now is not. It was not opened. Tell information governance; --plain opens it all the same."
                )

    def begin_anew(self) -> None:
        """The file was made just now, or was replaced by the program itself: what lay there before is forgotten."""
        if self.folder is not None:
            self._place().forget()

    def compare(self, store: Asked, *, left_behind: bool) -> None:
        """Hold what was seen against the store, and remember how far it goes now. `left_behind` says that it was
        carried elsewhere, where it may have gone on.
        """
        if self.folder is None:
            return
        self._left_behind = left_behind
        first = first_hash(store)
        self.doubts = tuple(self._differences(store, first))
        if not self._writes:
            self._session = session_in(store)
        if self.doubts:
            return
        with suppress(OSError, Unreadable):
            head, seen = end_of(store), self._anchor.read() if self._anchor is not None else None
            if self._anchor is not None and head is not None:
                if seen is not None and has(store, seen):
                    self._anchor.move_to(head)
                else:  # it was never seen here, or a restore says that it replaced what was
                    self._anchor.set_to(head)
            self._remember_place(first)  # last: of what is remembered there is an anchor

    def announce(self, store: Asked, first: str, last: Head) -> bool:
        """Whether the store is to say now that it has an anchor here, which is made where there is none; asked for by
        whoever writes the journal. `last` is the row before those that are being written.
        """
        if self.folder is None or self.doubts:
            return False
        if self._anchor is None:
            self._anchor = self._place().anchor_for(first)
        try:
            if not self._unsaid(store):
                return False
            if self._anchor.read() is None:
                self._anchor.set_to(last)
                self._new = True
        except (OSError, Unreadable):
            return False
        return True

    def write_down(self, store: Asked) -> Mapping[str, object]:
        """Keep with the store that it has an anchor here; returns what the journal is to say of it."""
        content = [*anchored_at(store), *self._unsaid(store)]
        store.run("DELETE FROM setting WHERE key = ?", (ANCHORED,))
        store.run("INSERT INTO setting (key, content) VALUES (?, ?)", (ANCHORED, json.dumps(content)))
        return {"key": ANCHORED, "content": content}

    def written(self, store: Asked, head: Head) -> None:
        """A row was written and is not committed yet; what was seen before is held against the store once more."""
        if self.folder is None or self.doubts or self._anchor is None:
            return
        try:
            seen = self._anchor.read()
        except Unreadable as problem:
            self.doubts = (_said(str(problem)),)
            return
        if seen is not None and not has(store, seen):
            self.doubts = tuple(self._differences(store, first_hash(store)))
        if not self.doubts:
            self._pending = head

    def committed(self) -> None:
        """What was written is kept. That it cannot be remembered loses no record, and is no error."""
        pending, self._pending, self._new = self._pending, None, False
        if pending is not None and self._anchor is not None:
            with suppress(OSError):
                self._anchor.move_to(pending)

    def dropped(self) -> None:
        """What was written was not kept."""
        if self._new and self._anchor is not None:
            self._anchor.forget()
            self._anchor = None
        self._pending, self._new, self._writes = None, False, False

    def session_begins(self, store: Asked) -> None:
        """A program is about to write, inside its first transaction: its word is put into a plain store."""
        if self._encrypted or self._writes:
            return
        self._writes, self._session = True, new_session()
        store.run("DELETE FROM setting WHERE key = ?", (SESSION,))
        store.run("INSERT INTO setting (key, content) VALUES (?, ?)", (SESSION, json.dumps(self._session)))

    def left(self) -> None:
        """The last of this program has left the file: a plain one is sealed where nobody else has it open."""
        if self.folder is None or self._encrypted or self._session is None:
            return
        with suppress(OSError, StoreError):
            seen = self._place().read()
            if seen is None or seen.encrypted or is_encrypted(self._path):  # given a passphrase meanwhile
                return
            if seen.seal is None or seen.seal.session != self._session:
                digest = digest_of_file(self._path)
                if digest is not None:
                    self._place().remember(seen.__replace__(seal=Seal(self._session, digest)))
        self._writes = False

    def broken_seal(self, digest: str | None) -> str | None:
        """A sentence where a plain file, of this digest before it was opened, was changed since a program left it."""
        if self.folder is None or self._encrypted:
            return None
        with suppress(Unreadable):
            seen = self._place().read()
            seal = seen.seal if seen is not None else None
            if seal is not None and not self._is_as_left(seal, digest):
                return (
                    f"The file {self._path} is not as it was left: a part of it was changed, by a failing disk or "
                    "another program, while Oversight did not have it open."
                )
        return None

    def _is_as_left(self, seal: Seal, digest: str | None) -> bool:
        """Whether the file, of this digest, can be what was sealed, or what another session made of it since; a store
        that was sealed has the word of a session.
        """
        if self._session is None:
            return False
        return seal.session != self._session or digest in (None, seal.digest)

    def accept(self, store: Asked) -> None:
        """From now on the store is what was seen here, inside a transaction. Raises OSError."""
        if self.folder is None:
            return
        first, head = first_hash(store), end_of(store)
        self.doubts = ()
        self._place().remember(Remembered(first, self._encrypted, copy=self._place().has_copy_of(first)))
        if first is not None and head is not None:
            self._anchor = self._place().anchor_for(first)
            self._anchor.set_to(head)

    def seen(self) -> Head | None:
        """The newest row that was seen, None where none was or what is kept cannot be read."""
        try:
            return self._anchor.read() if self._anchor is not None else None
        except Unreadable:
            return None

    def _place(self) -> Place:
        assert self.folder is not None
        return Place(self.folder, self._path, on_a_server=self._on_a_server)

    def _word(self) -> str:
        """What the store says of the folder of anchors: one in a file, and what was carried from it, each its own."""
        assert self.folder is not None
        return word_for(self.folder / "on a server" if self._on_a_server else self.folder)

    def _unsaid(self, store: Asked) -> list[str]:
        """What the store is still to say of what is kept of it here, in words for the anchor and for the place."""
        assert self.folder is not None
        words = [self._word()]
        if self._place().read() is not None:
            words.append(word_for(self._place().path))
        return [word for word in words if word not in anchored_at(store)]

    def _remember_place(self, first: str | None) -> None:
        seen = self._place().read()
        if seen is None or (seen.store, seen.encrypted) != (first, self._encrypted):
            self._place().remember(Remembered(first, self._encrypted, copy=self._place().has_copy_of(first)))

    def _differences(self, store: Asked, first: str | None) -> Iterator[str]:
        assert self.folder is not None
        lay_there = None
        try:
            lay_there = self._place().read()
        except Unreadable as problem:
            yield _said(str(problem))
        if lay_there is not None and lay_there.store is not None and lay_there.store != first:
            yield _said(
                f"The store {self._path} is another one than was open here before: its journal begins otherwise."
            )
        if first is None:
            return
        self._anchor = self._place().anchor_for(first)
        try:
            seen = self._anchor.read()
        except Unreadable as problem:
            yield _said(str(problem))
            return
        if seen is None:
            known = lay_there is not None and lay_there.store == first
            if known or (not self._place().has_copy_of(first) and self._word() in anchored_at(store)):
                yield _said(f"What was seen of this store is gone: {self._anchor.path} was deleted.")
        elif not self._place().path.exists() and word_for(self._place().path) in anchored_at(store):
            yield _said(f"What was seen of this store is gone: {self._place().path} was deleted.")
        elif not has(store, seen) and not replaced(store, seen):
            if self._left_behind:
                self._anchor = None  # it belongs to the one that went on
            else:
                yield _said(self._behind(store, seen))

    def _behind(self, store: Asked, seen: Head) -> str:
        assert self._anchor is not None
        at = self._anchor.seen_on()
        day = f" on {at.day} {at:%B %Y}" if at is not None else ""
        head = end_of(store)
        if head is not None and head.seq < seen.seq:
            return (
                f"This store is older than what was seen here: its journal ends with row {head.seq}, and row "
                f"{seen.seq} was seen{day}. It is an older copy, or its end was lost."
            )
        return (
            f"This store is not the one that was seen here: row {seen.seq} of its journal, seen{day}, is another one. "
            "It is an older copy that went on by itself, or its journal was written anew."
        )


def _said(what: str) -> str:
    return f"{what} {_REMEDY}"
