"""For every test: new stores are plain unless the test says otherwise, and nothing is kept outside its folders."""

import gc
from collections.abc import Iterator

import pytest

gc.set_threshold(100_000, 50, 1000)  # hundreds of programs are started in one process; looking through all of it costs


@pytest.fixture(scope="session", autouse=True)
def _nothing_outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERSIGHT_PLAIN", "1")
        patch.setenv("OVERSIGHT_ANCHORS", str(tmp_path_factory.mktemp("anchors")))
        yield
