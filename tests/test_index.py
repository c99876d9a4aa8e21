"""The index kept between runs: it finds what is found without it, follows the folder, and is never trusted further than it holds."""

import os
import resource
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Claim, Kind
from compare.facts.asked_claim import ask
from compare.search.counted import chosen, count, together
from compare.search.entries import Entries
from compare.search.index import Index as Searched
from compare.search.ranker import rank, rank_slowly
from compare.search.stored import Kept, stored
from compare.search.tables import Tables
from reports.cache import Cache
from reports.cli import main
from reports.indexing.folder import MANIFEST, Folder
from reports.indexing.manifest import Index
from reports.indexing.place import BrokenError, Place, arrays_in, laid
from reports.indexing.using import indexed
from seeds.corpus import Content, Corpus
from seeds.passages import read_passages
from tests.conftest import corpus
from tests.killing import begun, run_in

TEXTS = {
    "board.txt": "The harbour board met on 4 May 2019. It signed the lease of the pier with Norfolk Ferries (NF) for 12 years.\n\n"
    "NF sails twice a day. The lease costs $3 million a year.\n",
    "guide.md": "# The pier of Ostwick\n\nThe pier is 340 metres long.\n\n| year | cost |\n|---|---|\n| 2019 | $19 million |\n\n"
    "Norfolk Ferries sails to Ostwick three times a day.\n",
    "press.txt": "THE PIER OF OSTWICK\n\nThe lease of the pier was signed on 5 May 2019.\n\nPhoto: Harbour Office\n\n"
    "Fishermen had asked for a shorter lease. The US visitors came by ferry.\n",
    "copy.txt": "The pier is old. The mayor said that the pier was sold in 1990.\n",
    "twin.md": "The pier is old. The mayor said that the pier was sold in 1990.\n",
    "broken.docx": "no document",
    "notes.xyz": "what no reader knows",
}
CLAIMS = """\
id,topic,kind,statement,expected,positions,terms
signed,pier,date,The lease of the pier was signed on 4 May 2019.,,,
sails,pier,description,NF sails twice a day.,,,
long,pier,figure,The pier is 340 metres long.,,,pier
"""


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with sources, claims and a cache of its own."""
    monkeypatch.setenv("SOURCECHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("sources").mkdir()
    for name, text in TEXTS.items():
        Path("sources", name).write_text(text, encoding="utf-8")
    Path("claims.csv").write_text(CLAIMS, encoding="utf-8")
    Path("draft.md").write_text("The lease was signed on 6 May 2019. The pier is 340 metres long.\n", encoding="utf-8")
    return tmp_path


def run(*arguments, code=0):
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result


SOURCES = ("--seeds", "sources", "--claims", "claims.csv")
COMMANDS = (
    ("compare", *SOURCES, "--format", "json"),
    ("compare", *SOURCES, "--why"),
    ("draft", "draft.md", *SOURCES, "--format", "json"),
    ("find", "the pier was sold", *SOURCES),
    ("find", "Harbour Office", *SOURCES, "--limit", "1"),
    ("find", "harbour *", "--pattern", *SOURCES),
    ("scan", *SOURCES, "--format", "json"),
    ("coverage", *SOURCES),
    ("seeds", "list", *SOURCES),
)


def said():
    """What every command says, and its exit code."""
    runner = CliRunner()
    return [(r.stdout, r.exit_code) for r in (runner.invoke(main, list(c), catch_exceptions=False) for c in COMMANDS)]


def plainly():
    """The same without an index."""
    return [
        (r.stdout, r.exit_code)
        for r in (CliRunner().invoke(main, [*c, "--no-cache"], catch_exceptions=False) for c in COMMANDS)
    ]


def place():
    folder = Folder(Path("sources"), (Path("claims.csv"),))
    return Place(folder.place(Cache(Path("cache")))), folder


def bytes_kept():
    """The bytes of the texts and of the arrays."""
    where, _ = place()
    stores = where.read()["stores"]
    return {store: (where.folder / name).read_bytes() for store, (name, _, _) in stores.items()}


def test_every_command_says_the_same_with_an_index_and_that_it_uses_it(desk):
    before = plainly()
    assert "has no index" in run("index", "status", *SOURCES).stdout
    assert run("index", "build", *SOURCES).stdout.startswith("5 documents, ")
    assert said() == before
    for command in COMMANDS:
        assert "index used: 5 documents, " in CliRunner().invoke(main, list(command)).stderr


def test_without_an_index_nothing_is_said_of_one(desk):
    assert "index" not in run("find", "pier", *SOURCES).stderr
    assert not Path("cache/index-1").exists()


def test_the_copy_of_a_text_is_counted_once_and_again_when_the_other_is_gone(desk):
    run("index", "build", *SOURCES)
    Path("sources/copy.txt").unlink()
    assert said() == plainly()
    shutil.copy("sources/twin.md", "sources/another.md")
    assert said() == plainly()


def changed():
    Path("sources/press.txt").write_text(TEXTS["press.txt"].replace("5 May", "7 May"), encoding="utf-8")


def touched():
    os.utime("sources/press.txt", ns=(1, 1))


def same_size_and_time():
    path = Path("sources/press.txt")
    before = path.stat()
    changed()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def added():
    Path("sources/later.txt").write_text(
        "The pier (OP) was closed in 2021.\n\nThe OP is a pier of Ostwick.\n", encoding="utf-8"
    )


def removed():
    Path("sources/board.txt").unlink()


def renamed():
    Path("sources/board.txt").rename("sources/zboard.txt")


def registered():
    Path("sources/sources.csv").write_text("id,title,published\nboard,The board,2019-05-10\n", encoding="utf-8")


def mended():
    Path("sources/broken.docx").unlink()
    Path("sources/broken.html").write_text("<p>The pier is 350 metres long.</p>", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [changed, touched, same_size_and_time, added, removed, renamed, registered, mended],
    ids=lambda c: c.__name__,
)
def test_it_follows_the_folder(desk, change):
    run("index", "build", *SOURCES)
    change()
    assert said() == plainly()
    followed = bytes_kept()
    shutil.rmtree("cache/index-1")
    run("index", "build", *SOURCES)
    assert bytes_kept() == followed
    run("index", "verify", *SOURCES)


def test_only_what_changed_is_read(desk):
    assert run("index", "build", *SOURCES).stdout.endswith("6 files read, 0 known\n")
    added()
    result = run("index", "build", *SOURCES)
    assert result.stdout.endswith("1 file read, 6 known\n")
    assert result.stderr == "sourcecheck: index: 1 change in sources; it is brought up to date\n"
    assert run("index", "build", *SOURCES).stdout.startswith("up to date: 6 documents, ")
    assert "up to date" in run("index", "status", *SOURCES).stdout


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def plant(path: Path) -> None:
    path.write_bytes(b'{"stores": {}}')


def empty(path: Path) -> None:
    path.write_bytes(b"")


def store_path(store: str) -> Path:
    where, _ = place()
    return where.folder / (MANIFEST if store == MANIFEST else where.read()["stores"][store][0])


@pytest.mark.parametrize("store", [MANIFEST, "texts", "arrays"])
@pytest.mark.parametrize("damage", [cut, plant, empty, Path.unlink], ids=lambda damage: damage.__name__)
def test_a_broken_index_is_built_anew_and_says_so(desk, store, damage):
    run("index", "build", *SOURCES)
    damage(store_path(store))
    gone = store == MANIFEST and damage is Path.unlink
    assert run("find", "pier", *SOURCES).stderr.count("built anew") == (not gone)
    assert said() == plainly()
    run("index", "build", *SOURCES)
    run("index", "verify", *SOURCES)


def test_an_index_of_another_program_is_built_anew(desk, monkeypatch):
    run("index", "build", *SOURCES)
    monkeypatch.setattr("reports.indexing.manifest.program_key", lambda: "another")
    monkeypatch.setattr("reports.indexing.building.program_key", lambda: "another")
    assert "another version of the program" in run("index", "status", *SOURCES).stdout
    assert "another version of the program" in run("find", "pier", *SOURCES).stderr
    assert "built anew" not in run("find", "pier", *SOURCES).stderr


def test_a_damaged_text_is_read_from_its_file_and_verify_tells(desk):
    run("index", "build", *SOURCES)
    before = plainly()
    where, _ = place()
    data = bytearray(store_path("texts").read_bytes())
    for record in Index(where).records:
        if not record.error:
            data[record.text[0] + record.text[1] // 2] ^= 1
    store_path("texts").write_bytes(bytes(data))
    assert said() == before
    assert "the text of press.txt is damaged" in run("find", "Harbour Office", *SOURCES).stderr
    assert "its texts are damaged" in run("index", "verify", *SOURCES, code=1).stdout
    assert "has no index" in run("index", "status", *SOURCES).stdout


def test_verify_tells_of_every_file_that_is_another(desk):
    run("index", "build", *SOURCES)
    changed()
    removed()
    added()
    lines = run("index", "verify", *SOURCES, code=1).stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["press.txt", "later.txt", "board.txt"]


def test_what_was_read_of_a_file_that_changes_in_the_meantime_is_not_used(desk):
    where, folder = place()
    run("index", "build", *SOURCES)
    flip(store_path("texts"))
    flip(store_path("arrays"))
    damaged = Index(where)
    assert damaged.corpus(folder).documents[0].source.id == "board"
    assert where.wrong(damaged.manifest) == ["texts", "arrays"]


def killed_at_every_step(*command):
    """Runs of a command, each ended before a later one of its file operations; the last one is not."""
    count = 1
    while (code := run_in(Path.cwd(), *command, count=count)) == -9:
        yield count
        count += 3
    assert code in (0, 1)


def test_a_build_that_is_killed_leaves_nothing_that_is_believed(desk):
    before = plainly()
    for _ in killed_at_every_step("index", "build", *SOURCES):
        assert [(r.stdout, r.exit_code) for r in [CliRunner().invoke(main, [*COMMANDS[0]])]] == before[:1]
        shutil.rmtree("cache/index-1", ignore_errors=True)
    run("index", "verify", *SOURCES)


def test_an_update_that_is_killed_loses_nothing(desk):
    run("index", "build", *SOURCES)
    shutil.copytree("cache/index-1", "whole")
    added()
    after = plainly()
    for _ in killed_at_every_step("index", "build", *SOURCES):
        place()[0].read()
        assert [(r.stdout, r.exit_code) for r in [CliRunner().invoke(main, [*COMMANDS[0]])]] == after[:1]
        run("index", "verify", *SOURCES)
        run("index", "build", *SOURCES)
        assert len(list(place()[0].folder.iterdir())) == 3, "what the killed run left is removed"
        shutil.rmtree("cache/index-1")
        shutil.copytree("whole", "cache/index-1")


def test_a_full_disk_is_told_and_harms_nothing(desk):
    run("index", "build", *SOURCES)
    before, after = bytes_kept(), None
    added()
    after = plainly()

    def limited(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "sourcecheck", *arguments],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)),
            check=False,
        )

    result = limited("index", "build", *SOURCES)
    assert result.returncode == 2
    assert "the index cannot be written" in result.stderr.splitlines()[-1]
    found = limited(*COMMANDS[3])
    assert (found.stdout, found.returncode) == after[3]
    assert "so it is not used" in found.stderr
    assert bytes_kept() == before
    assert said() == after


def test_two_builds_at_once_end_well(desk):
    ends = [begun(Path.cwd(), "index", "build", *SOURCES) for _ in range(3)]
    assert [end() for end in ends] == [0, 0, 0]
    run("index", "verify", *SOURCES)
    assert len(list(place()[0].folder.iterdir())) == 3


def test_while_another_run_writes_a_command_goes_without(desk):
    run("index", "build", *SOURCES)
    added()
    after = plainly()
    where, _ = place()
    with where.held(wait=False) as ours:
        assert ours
        assert "so this one goes without" in run("find", "pier", *SOURCES).stderr
        assert said() == after


def test_the_digests_need_none_and_a_missing_folder_is_told(desk, monkeypatch):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    assert "need no index" in run("index", "build", "--claims", "claims.csv", code=2).stderr
    assert "is not a folder of sources" in run("index", "status", "--seeds", "nowhere", code=2).stderr
    assert "has no index" in run("index", "verify", *SOURCES, code=2).stderr
    assert "name one in SOURCECHECK_CACHE" in run("index", "build", *SOURCES, "--no-cache", code=2).stderr


WORDS = st.sampled_from(
    "pier lease signed signature film movie NF (NF) Norfolk Ferries 2019 12 the only Turkish US us harbour. ferry. United States".split()
)
PASSAGES = st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=4)


def question(statement, index):
    return ask(Claim("c", "t", Kind.DESCRIPTION, statement), index.weights, index.unknown_weight)


def kept_corpus(given: Corpus) -> Corpus:
    """The same documents as an index would give them."""
    parts = [count([document]) for document in given.documents]
    tables = Tables(together(parts))
    table: dict[str, list] = {}
    store = memoryview(b"".join(laid(tables.arrays(), table)))
    kept = Kept(Tables(tables.counted, arrays_in(store, table)), len(parts))

    def reader(d):
        return lambda: Content(d.text, d.places, d.passages)

    documents = (stored(d, d.wording, reader(d), kept, i) for i, d in enumerate(given.documents))
    return replace(given, documents=tuple(documents))


@settings(max_examples=60, deadline=None)
@given(PASSAGES, st.lists(WORDS, min_size=1, max_size=8).map(" ".join))
def test_kept_tables_find_what_the_slow_ranker_finds(texts, claim):
    made = Searched(corpus(*texts))
    kept = Searched(kept_corpus(corpus(*texts)))
    slowly = [(e.passage.text, s) for e, s in rank_slowly(question(claim, made), made)]
    assert [(e.passage.text, s) for e, s in rank(question(claim, kept), kept)] == slowly
    assert dict(kept.weights) == dict(made.weights)
    assert list(kept.matching("norf* ferr*")) == list(made.matching("norf* ferr*"))
    for stem in kept.weights:
        assert kept.holding_any((stem,)) == made.holding_any((stem,))
        assert set(kept.holding_any((stem,))) == {i for i, e in enumerate(kept.entries) if stem in e.stems}


LINES = st.lists(
    st.sampled_from(
        ("# The lease of NF", "- Norfolk Ferries (NF) sails.", "| year | NF |\n|---|---|\n| 2019 | 3 |", "NF " * 70)
    )
    | st.lists(WORDS, min_size=1, max_size=60).map(lambda words: " ".join(words) + ". It was so."),
    min_size=1,
    max_size=20,
)


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES.map("\n\n".join), min_size=1, max_size=3), st.data())
def test_a_passage_made_by_itself_is_the_one_made_with_its_document(texts, data):
    documents = [replace(d, passages=read_passages(d.text, markdown=True)) for d in corpus(*texts).documents]
    whole = Entries(documents, Tables(count(documents)))
    single = Entries(documents, whole._tables, most=0)
    for number in data.draw(st.permutations(range(len(whole))))[:30]:
        one, other = single[number], whole[number]
        assert vars(one) == {name: vars(other)[name] for name in vars(one)}
        assert one.stems == other.stems
        assert single.numbers[id(one)] == number
        assert single[number] is one
    assert [vars(e)["before"] for e in single] == [vars(e)["before"] for e in whole]
    assert all(single.numbers[id(entry)] == i for i, entry in enumerate(single))
    single.drop()
    assert not single.numbers


@settings(max_examples=40, deadline=None)
@given(st.lists(PASSAGES.map("\n\n".join), min_size=2, max_size=5), st.data())
def test_counts_of_some_documents_are_those_of_these_documents(texts, data):
    documents = corpus(*texts).documents
    order = data.draw(st.permutations(range(len(documents))))[: data.draw(st.integers(1, len(documents)))]
    some = together([chosen(together([count([d]) for d in documents]), order)])
    again = together([count([documents[i] for i in order])])
    assert some.words == again.words
    for one, other in ((some.said, again.said), (some.heads, again.heads), (some.headings, again.headings)):
        assert np.array_equal(one.all, other.all)
        assert np.array_equal(one.ends, other.ends)
    assert some.aliases == again.aliases


def test_documents_without_their_like_are_searched_by_tables_of_their_own():
    whole = kept_corpus(corpus(*list(TEXTS.values())[:3]))
    part = replace(whole, documents=whole.documents[1:])
    assert Searched(whole).tables is whole.documents[0].kept.tables
    assert Searched(part).tables is not whole.documents[0].kept.tables
    assert len(Searched(part).entries) == len(list(Searched(part).entries))


def test_a_stored_document_reads_its_text_when_asked():
    read = []
    (like,) = corpus("The pier is long.").documents
    document = stored(
        like, like.wording, lambda: read.append(1) or Content(like.text, like.places, like.passages), None, -1
    )
    assert document.wording == like.wording
    assert not read
    assert (document.text, document.passages, document.line(4)) == (like.text, like.passages, 1)
    assert len(read) == 1


def test_an_index_that_is_not_there_is_broken(tmp_path):
    with pytest.raises(BrokenError):
        Index(Place(tmp_path))
    assert indexed(Place(tmp_path / "none"), Folder(tmp_path / "nowhere")) is None


def test_an_index_where_others_may_look_in_is_not_used(desk):
    run("index", "build", *SOURCES)
    Path("cache/index-1").chmod(0o755)
    assert "index used" not in run("find", "pier", *SOURCES).stderr
    assert "no folder of yours to keep an index in" in run("index", "build", *SOURCES, code=2).stderr


def test_a_file_that_may_not_be_read_is_looked_at_again(desk):
    if os.getuid() == 0:
        pytest.skip("nothing is forbidden to this user")
    Path("sources/press.txt").chmod(0)
    run("index", "build", *SOURCES)
    Path("sources/press.txt").chmod(0o600)
    assert said() == plainly()
