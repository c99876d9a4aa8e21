"""A comparison worked out by several processes, or by workers of Dask: the same bytes, whoever does it, goes or comes."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from claims.errors import InputError
from compare.jobs.coverage import tells
from reports.cache import Cache
from reports.engines.location import Location, location_of, work_at
from reports.engines.on_dask import OnDask
from reports.indexing.folder import Folder

ROOT = Path(__file__).parent.parent
DIGESTS = ("--seeds", "sources")
COMPARE = ("compare", *DIGESTS, "--format", "json")
HAS_DASK = importlib.util.find_spec("distributed") is not None
on_dask = pytest.mark.skipif(not HAS_DASK, reason="Dask is not installed")
BARE = "id,topic,kind,statement\n" + "".join(
    f"c{n},t,description,The waiver of section 907 was extended in {2000 + n % 26} by the president.\n"
    for n in range(40)
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    """A folder with an index of the digests and a table of claims without terms."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "sources").mkdir()
    for path in (ROOT / "seeds" / "digests").glob("*.md"):
        (folder / "sources" / f"digest-{path.name}").write_bytes(path.read_bytes())
    (folder / "bare.csv").write_text(BARE, encoding="utf-8")
    assert sourcecheck(folder, "index", "build", *DIGESTS).returncode == 0
    return folder


def started(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCECHECK_CACHE": str(folder / "cache")}
    environment.pop("SOURCECHECK_SEEDS", None)
    return subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def ended(process: "subprocess.Popen[str]") -> "subprocess.CompletedProcess[str]":
    out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def sourcecheck(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return ended(started(folder, "sourcecheck", *arguments))


def forgotten(folder: Path) -> None:
    """No comparison is recalled: it is asked again."""
    for path in (folder / "cache" / "plain-1").rglob("*"):
        if path.is_file():
            path.unlink()


def alone(folder: Path, *more: str) -> str:
    """What one process finds."""
    forgotten(folder)
    result = sourcecheck(folder, *COMPARE, *more)
    assert result.returncode == 0
    forgotten(folder)
    return result.stdout


CLAIMS = ((), ("--claims", "bare.csv"), ("--claims", "bare.csv", "--claim", "c7", "--select", "SRC3"))


@pytest.mark.parametrize("more", CLAIMS, ids=["curated", "without terms", "one claim"])
def test_processes_find_the_same_bytes(desk, more):
    expected = alone(desk, *more)
    found = sourcecheck(desk, *COMPARE, *more, "--engine", "processes")
    assert (found.stdout, found.returncode) == (expected, 0)
    assert json.loads(expected)["claims"]


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("--engine", "processes", "--no-cache"), "--engine processes needs an index of the sources"),
        (("--engine", "dask"), "--engine dask needs --scheduler tcp://HOST:PORT"),
        (("--scheduler", "tcp://a:1"), "--scheduler goes with --engine dask"),
    ],
)
def test_what_does_not_go_together_is_one_line(desk, options, line):
    result = sourcecheck(desk, *COMPARE, *options)
    assert result.returncode == 2
    assert [line in said for said in result.stderr.splitlines()] == [True]


def test_why_is_worked_out_here(desk):
    result = sourcecheck(desk, "compare", *DIGESTS, "--why", "--engine", "processes")
    assert result.returncode == 2
    assert "leave --engine out" in result.stderr


def test_nothing_of_dask_is_loaded_without_it(desk):
    code = "import sys; from reports.cli import main; main(sys.argv[1:], standalone_mode=False); print('dask' in sys.modules)"
    process = subprocess.run(
        [sys.executable, "-c", code, *COMPARE, "--engine", "processes", "--claim", "c1", "--claims", "bare.csv"],
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCECHECK_CACHE": str(desk / "cache")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert process.stdout.splitlines()[-1] == "False"


class Cluster:
    """A scheduler of Dask on this machine."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", "scheduler.json")
        (folder / "scheduler.json").unlink(missing_ok=True)
        self.scheduler = self._begin("distributed.cli.dask_scheduler", *options)
        from distributed import Client

        self.client = stack.enter_context(Client(scheduler_file=str(folder / "scheduler.json"), timeout=30))
        self.address = self.client.scheduler.address

    def worker(self) -> "subprocess.Popen[str]":
        """One more worker."""
        before = len(self.client.nthreads())
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
        process = self._begin("distributed.cli.dask_worker", self.address, *options)
        self.client.wait_for_workers(before + 1, timeout=30)
        return process

    def _begin(self, *arguments: str) -> "subprocess.Popen[str]":
        process = started(self._folder, *arguments)
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return process

    def begun(self, *more: str) -> "subprocess.Popen[str]":
        """A comparison that has begun to be worked out."""
        run = started(self._folder, "sourcecheck", *COMPARE, *more, "--engine", "dask", "--scheduler", self.address)
        waiting = threading.Event()
        while run.poll() is None and not any(self.client.processing().values()):
            waiting.wait(0.02)
        return run


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[Cluster, list["subprocess.Popen[str]"]]]:
    with ExitStack() as stack:
        made = Cluster(folder, stack)
        yield made, [made.worker() for _ in range(workers)]


@on_dask
def test_two_workers_find_the_same_bytes(desk):
    with cluster(desk, 2) as (made, _):
        for more in CLAIMS:
            expected = alone(desk, *more)
            found = ended(made.begun(*more))
            assert (found.stdout, found.returncode) == (expected, 0), found.stderr


@on_dask
def test_a_worker_that_is_killed_and_one_that_comes_late_change_nothing(desk):
    expected = alone(desk, "--claims", "bare.csv")
    with cluster(desk, 1) as (made, (first,)):
        run = made.begun("--claims", "bare.csv")
        made.worker()
        first.send_signal(signal.SIGKILL)
        found = ended(run)
        assert (found.stdout, found.returncode) == (expected, 0), found.stderr


@on_dask
def test_a_scheduler_that_is_lost_is_one_line(desk):
    forgotten(desk)
    with cluster(desk, 1) as (made, _):
        run = made.begun("--claims", "bare.csv")
        made.scheduler.send_signal(signal.SIGKILL)
        found = ended(run)
        lines = [line for line in found.stderr.splitlines() if "index used" not in line]
        assert (found.returncode, len(lines)) == (2, 1), found.stderr
        assert "was lost in the middle of the run" in lines[0]
        found = sourcecheck(desk, *COMPARE, "--engine", "dask", "--scheduler", made.address)
        lines = [line for line in found.stderr.splitlines() if "index used" not in line]
        assert (found.returncode, len(lines)) == (2, 1), found.stderr
        assert "no scheduler with a worker answers there" in lines[0]


def where(desk: Path) -> Location:
    folder = Folder(desk / "sources")
    place = folder.place(Cache(desk / "cache"))
    assert place
    return location_of(place, folder)


WRONG = (
    ({"place": Path("/nowhere")}, "a worker cannot open the index in /nowhere"),
    ({"code": "another"}, "a worker runs another version of sourcecheck"),
    ({"stores": ("texts-1", "arrays-1")}, "the index changed during the run"),
)


@pytest.mark.parametrize(("other", "line"), WRONG)
def test_another_index_or_program_is_refused(desk, other, line):
    with pytest.raises(InputError, match=line):
        work_at(replace(where(desk), **other), tells, range(1))


@on_dask
def test_a_worker_says_in_one_line_what_it_cannot_do(desk):
    with cluster(desk, 1) as (made, _):
        engine = OnDask(replace(where(desk), place=Path("/nowhere")), made.address)
        with pytest.raises(InputError, match="a worker cannot open the index in /nowhere"):
            list(engine.map(tells, [range(1)]))
