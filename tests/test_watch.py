"""`draft --watch` as a process: it prints again when a draft, a source or the claims are saved, whatever way they are saved."""

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "SOURCECHECK_SEEDS"} | {"PYTHONPATH": str(ROOT)}
PATIENCE = 180
"""Seconds to wait for what comes at once on a machine that has nothing else to do."""
CLAIMS = "id,topic,kind,statement,expected,positions,terms,note\nopen,pier,date,The pier opened in 2019.,2019,,pier * open,\n"
RIGHT, WRONG = "The pier opened on 3 May 2019.\n", "The pier opened on 3 May 2018.\n"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a signal")


@pytest.fixture
def pier(tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "paper.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "pier.csv").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "sourcecheck.toml").write_text('claims = "pier.csv"\nseeds = "sources"\n', encoding="utf-8")
    (tmp_path / "draft.md").write_text(WRONG, encoding="utf-8")
    return tmp_path


class Watching:
    """A running `draft --watch`; what it printed comes in pieces that end where it begins to wait."""

    def __init__(self, folder, *files):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reports.cli", "draft", *files, "--watch"],
            cwd=folder,
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self.lines = queue.Queue()
        self.printed = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def until(self, words):
        """The first piece that holds the words."""
        piece = ""
        while True:
            line = self.lines.get(timeout=PATIENCE)
            assert line is not None, self.printed
            self.printed.append(line)
            piece += line
            if line.startswith("Waiting for changes"):
                if words in piece:
                    return piece
                piece = ""

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        while (line := self.lines.get(timeout=PATIENCE)) is not None:
            self.printed.append(line)
        return code


@pytest.fixture
def watching(pier):
    started = []

    def start(*files):
        started.append(Watching(pier, *files))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()
        one.process.stdout.close()


def save(path, text):
    """Save as editors do: beside the file, then by rename."""
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_every_kind_of_input_is_watched_and_ctrl_c_ends_it(pier, watching):
    run = watching("draft.md")
    assert "draft.md:1:20: SRC101" in run.until("Findings: 1 contradicted")
    save(pier / "draft.md", RIGHT)
    run.until("Findings: none")
    save(pier / "sources" / "paper.txt", WRONG)
    run.until("Findings: 1 contradicted")
    (pier / "sources" / "paper.txt").write_text(RIGHT, encoding="utf-8")
    run.until("Findings: none")
    save(pier / "pier.csv", "id,topic\n")
    run.until("sourcecheck: ")
    save(pier / "pier.csv", CLAIMS)
    run.until("Findings: none")
    save(pier / "sourcecheck.toml", "claims = ")
    run.until("is not TOML")
    save(pier / "sourcecheck.toml", 'claims = "pier.csv"\nseeds = "sources"\n')
    run.until("Findings: none")
    (pier / "draft.md").unlink()
    run.until("draft.md: ")
    save(pier / "draft.md", WRONG)
    run.until("Findings: 1 contradicted")
    assert run.interrupt() == 130
    printed = "".join(run.printed)
    assert "Traceback" not in printed
    assert "\x1b" not in printed


def test_documents_of_word_processors(pier, watching):
    """A word processor writes another file and renames it."""
    docx = pytest.importorskip("docx")

    def write(text):
        document = docx.Document()
        document.add_paragraph(text)
        document.save(pier / "beside.docx")
        (pier / "beside.docx").replace(pier / "draft.docx")

    write(WRONG)
    run = watching("draft.docx", "draft.md")
    run.until("Findings: 2 contradicted")
    write(RIGHT)
    run.until("Findings: 1 contradicted")
    assert run.interrupt() == 130


@pytest.mark.parametrize("arguments", [("absent.md",), ("-",)])
def test_unusable_input_at_the_start_ends_it(pier, arguments):
    done = subprocess.run(
        [sys.executable, "-m", "reports.cli", "draft", *arguments, "--watch"],
        cwd=pier,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("sourcecheck: ")
    assert "Traceback" not in done.stderr
