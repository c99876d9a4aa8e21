"""What one run keeps for the next: plain data that only the user can see, and a miss whenever anything is wrong with it."""

import ast
import hashlib
import pickle
import random
import stat
from pathlib import Path

import pytest

from reports.cache import SEAL, Cache
from seeds.corpus import _content, read_digests
from seeds.kept import packed, unpacked
from tests.table_formats import FORMATS, Grid

ROOT = Path(__file__).parent.parent
TEXT = "Costs of the pier\n\n| year | cost |\n|---|---|\n| 2019 | $19 million |\n\nIt opened on 3 May 2019.\n"
ERRORS = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


def content(text: str = TEXT, name: str = "a.md"):
    return _content(Path(name), text.encode())


def kept_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("package", ["claims", "seeds", "compare", "reports"])
def test_nothing_kept_can_run(package):
    for path in (ROOT / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            module = node.module if isinstance(node, ast.ImportFrom) else ""
            assert not {"pickle", "marshal", "shelve", "dill", "joblib"} & {*names, module}, path


@pytest.mark.parametrize("document", read_digests().documents, ids=lambda document: document.source.id)
def test_what_is_kept_of_a_digest_is_what_was_read(document):
    read = _content(document.path, document.path.read_bytes())
    assert unpacked(packed(read)) == read


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_kept_of_a_format_is_what_was_read(form):
    name, write = FORMATS[form]
    read = _content(
        Path(name), write(Grid("Costs of the pier", (("year", "cost"), ("2019", "$19 million"), ("2020", "3"))))
    )
    again = unpacked(packed(read))
    assert again == read
    assert [type(p.kind) for p in again.passages] == [type(p.kind) for p in read.passages]


def test_it_is_kept_for_the_user_alone(tmp_path):
    cache = Cache(tmp_path / "cache")
    cache.content("ab12", content)
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700
    (file,) = kept_files(cache.folder)
    assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0 or stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    cache.folder.chmod(0o755)
    assert Cache(tmp_path / "cache").folder is None, "others may look into it"


def test_a_link_to_another_folder_is_no_cache(tmp_path):
    (tmp_path / "theirs").mkdir(mode=0o700)
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "plain-1").symlink_to(tmp_path / "theirs")
    assert Cache(tmp_path / "cache").folder is None


class Planted:
    def __reduce__(self):
        return (open, ("ran", "w"))


def test_a_planted_pickle_is_not_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    cache = Cache(tmp_path / "cache")
    for planted in (
        pickle.dumps(Planted()),
        hashlib.sha256(pickle.dumps(Planted())).digest() + pickle.dumps(Planted()),
    ):
        (cache.folder / "ab").mkdir(exist_ok=True)
        (cache.folder / "ab" / "ab12").write_bytes(planted)
        assert Cache(tmp_path / "cache").content("ab12", content) == content()
        with cache.memory("ab12") as memory:
            assert memory == {}
    assert not (tmp_path / "ran").exists()


def test_whatever_is_damaged_is_a_miss(tmp_path):
    cache = Cache(tmp_path)
    cache.content("ab12", content)
    (file,) = kept_files(cache.folder)
    whole = file.read_bytes()
    rng = random.Random(5)
    for _ in range(200):
        damaged = bytearray(whole)
        damaged[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
        file.write_bytes(bytes(damaged[: rng.choice((len(whole), rng.randrange(len(whole))))]))
        assert Cache(tmp_path).content("ab12", content) == content()


def test_what_is_sealed_but_does_not_hold_together_is_refused():
    whole = packed(content())
    rng = random.Random(6)
    for _ in range(2000):
        damaged = bytearray(whole)
        damaged[rng.randrange(8, len(whole) - 8)] = rng.choice(b'09"[]{},:nte\\')
        try:
            again = unpacked(bytes(damaged))
        except ERRORS:
            continue
        for passage in again.passages:
            assert 0 <= passage.whole[0] <= passage.whole[1] <= len(again.text)
            assert len(passage.text) == len(passage.offsets)


def test_findings_that_do_not_fit_are_found_anew(tmp_path):
    from claims.model import Claim, Kind
    from compare.jobs.draft import Draft, check_draft
    from tests.conftest import document, index_of

    index = index_of("The pier opened on 3 May 2019.")
    claims = (Claim("open", "pier", Kind.DATE, "The pier opened on 3 May 2019."),)
    draft = Draft("d.md", document("The pier opened on 3 May 2018.", "d"))
    memory: dict[str, str] = {}
    first = check_draft(draft, index, claims, memory=memory)
    assert memory
    for wrong in (
        "",
        "{",
        "[1]",
        '[{"code": 1}]',
        "[" * 5000,
        '[{"places": [["s", 0, 10000000, 0, 0, "", 1]]}]',
        "null",
    ):
        assert check_draft(draft, index, claims, memory=dict.fromkeys(memory, wrong)) == first


def test_a_seal_is_a_checksum():
    assert len(hashlib.sha256(b"").digest()) == SEAL
