from collections.abc import Iterator

import pytest
from hypothesis import settings

# The first example of a run loads word lists: its time says nothing. Every run tries the same
# examples, so that CI tells of a change and not of luck; CONTRIBUTING says how to search for new.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=20_000)
settings.load_profile("same")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the coach keeps of its own is not written into the developer's home."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp("own")))
        yield
