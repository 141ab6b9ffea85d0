"""For every test: new stores are plain unless the test says otherwise, and nothing is kept outside its folders."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _nothing_outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERSIGHT_PLAIN", "1")
        patch.setenv("OVERSIGHT_ANCHORS", str(tmp_path_factory.mktemp("anchors")))
        yield
