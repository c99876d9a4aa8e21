"""The clients in `editors/` fit the server they start."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sourcecheck
from reports.editor.checked import LANGUAGES
from tests.conftest import ROOT

VSCODE = ROOT / "editors" / "vscode"
MANIFEST = json.loads((VSCODE / "package.json").read_text(encoding="utf-8"))


def test_the_extension_asks_for_the_languages_that_the_server_reads():
    assert MANIFEST["activationEvents"] == [f"onLanguage:{language}" for language in LANGUAGES]


def test_every_setting_and_command_is_told():
    told = (VSCODE / "README.md").read_text(encoding="utf-8")
    assert all(name in told for name in MANIFEST["contributes"]["configuration"]["properties"])
    assert all(command["title"] in told for command in MANIFEST["contributes"]["commands"])
    assert f"sourcecheck-{MANIFEST['version']}.vsix" in told


@pytest.mark.skipif(not shutil.which("node"), reason="node is not here")
def test_the_server_is_started_as_the_extension_starts_it(tmp_path):
    program = tmp_path / "sourcecheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sourcecheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = os.environ | {"SOURCECHECK": str(program), "PYTHONPATH": str(Path(sourcecheck.__file__).parents[1])}
    ran = subprocess.run(
        ["node", "--test", "test/"], cwd=VSCODE, env=environment, capture_output=True, text=True, timeout=120
    )
    assert ran.returncode == 0, ran.stdout
    assert "# fail 0" in ran.stdout
