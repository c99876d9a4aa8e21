"""Writing holds: rights and links stay, nothing is lost by two at once, and what was killed is gone on with."""

import ast
import os
import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from claims.errors import InputError
from claims.reviews import read_reviews
from reports import files
from reports.cli import main
from reports.files import ABSENT, digest_of, write_unchanged, write_whole
from reports.owned import owned
from seeds.registry import read_registry
from tests.killing import begun, run_in

ROOT = Path(__file__).parent.parent
WRITERS = {"reports/files.py", "reports/owned.py", "reports/cache.py", "reports/terminal.py"}
READERS = {
    "claims/files.py", "seeds/readers/files.py", "seeds/readers/worker.py", "compare/lexicon/__init__.py", "reports/cache.py",
    "reports/templating.py", "reports/starting/project.py", "reports/indexing/place.py",
}  # fmt: skip
WRITING = {
    "write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rename", "replace_file", "touch", "symlink_to", "hardlink_to",
    "makedirs", "removedirs", "rmtree", "copyfile", "copytree", "copy2", "mkstemp", "mkdtemp", "NamedTemporaryFile",
}  # fmt: skip
REVIEWS = "claim,decision,reviewer,date,comment,corrected value,corrected statement,evidence\n"
CLAIMS = (
    "id,topic,kind,statement,expected,positions,terms,note\n"
    "open,pier,date,The pier opened on 3 May 2019.,2019-05-03,,pier * open,\n"
    "cost,pier,figure,The pier cost $19 million.,19e6 USD,,pier * cost,\n"
)
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def writes(tree: ast.AST):
    """The calls of a module that change the disk."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        of_os = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "os"
        modes = [a.value for a in (*node.args, *(k.value for k in node.keywords)) if isinstance(a, ast.Constant)]
        opens = name == "open" and any(isinstance(m, str) and set(m) & set("wax+") and len(m) < 4 for m in modes)
        flags = {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)} & {"O_WRONLY", "O_RDWR", "O_CREAT"}
        if name in WRITING or opens or (of_os and (flags or name in {"replace", "remove", "link", "symlink", "write"})):
            yield name


@pytest.mark.parametrize("package", ["claims", "seeds", "compare", "reports"])
def test_only_the_writer_writes(package):
    for path in sorted((ROOT / package).rglob("*.py")):
        if path.relative_to(ROOT).as_posix() not in WRITERS:
            assert not list(writes(ast.parse(path.read_text(encoding="utf-8")))), path


@pytest.mark.parametrize("package", ["claims", "seeds", "compare", "reports"])
def test_only_the_bounded_readers_read(package):
    """What a user gives comes in by two doors; the others named here read what is shipped, or what the program keeps."""
    for path in sorted((ROOT / package).rglob("*.py")):
        if path.relative_to(ROOT).as_posix() not in READERS:
            found = (
                n.attr for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Attribute)
            )
            assert not {"read_bytes", "read_text"} & set(found), path


def test_the_test_sees_writing():
    assert set(writes(ast.parse((ROOT / "reports/files.py").read_text(encoding="utf-8")))) >= {
        "open",
        "replace",
        "unlink",
    }


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    return make(tmp_path / "project")


def make(folder: Path) -> Path:
    (folder / "sources").mkdir(parents=True)
    (folder / "sourcecheck.toml").write_text('claims = "claims.csv"\nseeds = "sources"\n')
    (folder / "claims.csv").write_text(CLAIMS)
    (folder / "sources" / "old.txt").write_text("The pier of Ostwick opened on 3 May 2019.\n")
    (folder / "sources" / "sources.csv").write_text("id,title\nold,An old one\n")
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(f"The {name} harbour wall was painted in {name} colours.\n")
    decided = "id,decision,reviewer,date,corrected value\n{},reworded,Ann,2026-03-03,{}\n"
    (folder / "open-review.csv").write_text(decided.format("open", "2019-05-04"))
    (folder / "cost-review.csv").write_text(decided.format("cost", "18e6 USD"))
    return folder


def state(folder: Path) -> dict[str, bytes]:
    """Every file that is not hidden."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_rights_stay(tmp_path):
    for mode in (0o600, 0o664, 0o640):
        path = tmp_path / "a.csv"
        path.write_text("old")
        path.chmod(mode)
        write_whole(path, "new")
        assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", mode)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a file away")
def test_the_owner_stays(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("old")
    os.chown(path, 1234, 2345)
    write_whole(path, "new")
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 2345)


def test_a_new_file_has_the_rights_of_its_maker(tmp_path):
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.csv", "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640


def test_links_are_written_through(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "a.csv").write_text("old")
    (tmp_path / "a.csv").symlink_to("shared/a.csv")
    write_whole(tmp_path / "a.csv", "new")
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "shared" / "a.csv").read_text() == "new"


def test_a_device_is_written_into():
    write_whole(Path(os.devnull), "gone")
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


def test_what_changed_is_refused_and_nothing_is_written(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    for path in (one, two):
        path.write_text("read")
    seen = {path: digest_of(path) for path in (one, two)}
    two.write_text("saved in an editor")
    with pytest.raises(InputError, match="two: was changed by another program"):
        write_unchanged({one: "x", two: "x"}, seen)
    assert (one.read_text(), two.read_text()) == ("read", "saved in an editor")


def test_what_appeared_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "new"
    real = os.link
    monkeypatch.setattr(os, "link", lambda *names: (path.write_text("theirs"), real(*names)))
    with pytest.raises(InputError, match="was changed"):
        write_unchanged({path: "ours"}, {path: ABSENT})
    assert state(tmp_path) == {"new": b"theirs"}
    assert len(list(tmp_path.iterdir())) == 1


def test_what_is_ours_and_old_is_swept(tmp_path):
    files._sweep.cache_clear()
    names = (".sourcecheck-0011.tmp", ".sourcecheck-2233.tmp", ".a.csv.tmp", "sourcecheck.tmp")
    for name in names:
        (tmp_path / name).write_text("half")
        if name != names[1]:
            os.utime(tmp_path / name, (0, 0))
    write_whole(tmp_path / "a.csv", "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((*names[1:], "a.csv"))


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_text("old")

    def full(handle, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(InputError, match=r"a\.csv: cannot be written \(No space left on device\)"):
        write_whole(path, "new")
    assert (path.read_text(), len(list(tmp_path.iterdir()))) == ("old", 1)


JOBS = {
    "init": ("init", "made"),
    "init-here": ("init", "."),
    "add": ("seeds", "add", "one.txt", "two.txt"),
    "import": ("review", "import", "open-review.csv", "cost-review.csv", "--apply"),
}


@forks
@pytest.mark.parametrize("job", JOBS)
def test_what_is_killed_anywhere_is_gone_on_with(job, tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    start = tmp_path / "start"
    if job == "init-here":
        start.mkdir()
        (start / "mine.txt").write_text("A document of one's own.\n")
    else:
        make(start)
    whole = shutil.copytree(start, tmp_path / "whole")
    assert run_in(whole, *JOBS[job]) == 0
    expected = state(whole)
    killed = 0
    for count in range(1, 200):
        folder = shutil.copytree(start, tmp_path / "killed")
        code = run_in(folder, *JOBS[job], count=count)
        if code == 0:
            break
        killed += 1
        assert code == -9
        run_in(folder, *JOBS[job])
        assert state(folder) == expected, f"killed before operation {count}"
        shutil.rmtree(folder)
    assert killed >= 8


@forks
@pytest.mark.parametrize("count", range(5, 47, 6))
def test_a_first_report_is_gone_on_with(count, tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    ends = []
    for name in ("whole", "killed"):
        (tmp_path / name / "papers").mkdir(parents=True)
        (tmp_path / name / "papers" / "x.txt").write_text(
            "The pier of Ostwick opened on 3 May 2019. It cost $19 million.\n"
        )
    for name, end in (("whole", 0), ("killed", count), ("killed", 0)):
        ends.append(run_in(tmp_path / name, "init", "made", "--from", "papers", count=end))
    assert ends == [0, -9, 0]
    assert state(tmp_path / "killed") == state(tmp_path / "whole")
    assert run_in(tmp_path / "killed", "init", "made", "--from", "papers") == 2


@forks
@pytest.mark.parametrize("turn", range(3))
def test_two_that_add_at_once_lose_nothing(turn, project):
    ends = [begun(project, "seeds", "add", f"{name}.txt") for name in ("one", "two")]
    assert [end() for end in ends] == [0, 0]
    assert sorted(source.id for source in read_registry(project / "sources" / "sources.csv")) == ["old", "one", "two"]


@forks
@pytest.mark.parametrize("turn", range(3))
def test_two_that_import_at_once_lose_nothing(turn, project):
    ends = [begun(project, "review", "import", f"{name}-review.csv", "--apply") for name in ("open", "cost")]
    assert [end() for end in ends] == [0, 0]
    assert sorted(review.claim for review in read_reviews(project / "reviews.csv")) == ["cost", "open"]
    assert {"2019-05-04", "18e6 USD"} <= set((project / "claims.csv").read_text().replace("\n", ",").split(","))


@forks
def test_one_waits_for_the_other(project):
    with owned(project):
        end = begun(project, "seeds", "add", "one.txt")
        assert len(read_registry(project / "sources" / "sources.csv")) == 1
    assert end() == 0
    assert len(read_registry(project / "sources" / "sources.csv")) == 2


def test_what_another_holds_too_long_is_said(project, monkeypatch):
    monkeypatch.setattr("reports.owned.PATIENCE", 0.1)
    monkeypatch.chdir(project)
    with owned(project):
        result = CliRunner().invoke(main, ["seeds", "add", "one.txt"])
    assert (result.exit_code, "another sourcecheck is writing here" in result.output) == (2, True)


def test_what_was_copied_but_not_registered_is_adopted(project, monkeypatch):
    monkeypatch.chdir(project)
    (project / "sources" / "one.txt").write_bytes((project / "one.txt").read_bytes())
    result = CliRunner().invoke(main, ["seeds", "add", "one.txt"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert [source.id for source in read_registry(project / "sources" / "sources.csv")] == ["old", "one"]
    assert sorted(path.name for path in (project / "sources").iterdir()) == ["old.txt", "one.txt", "sources.csv"]


@pytest.mark.parametrize("command", [("compare", "--format", "markdown"), ("scan",), ("draft", "claims.md")])
def test_equal_text_counts_once_and_it_is_said(command, project, monkeypatch):
    monkeypatch.chdir(project)
    (project / "claims.md").write_text("The pier of Ostwick opened on 3 May 2019.\n")
    (project / "sources" / "zwei.txt").write_text("The pier of Ostwick\r\nopened on  3 May 2019.\r\n")
    output = CliRunner().invoke(main, list(command), catch_exceptions=False).output
    assert "a copy of" in output.replace("is a copy of these", "a copy of"), output
    assert "agreement" not in output
