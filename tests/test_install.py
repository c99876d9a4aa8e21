"""It installs anywhere: versions in step, nothing missing from the wheel, and a command that works without the repository."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from sourcecheck import start

ROOT = Path(__file__).parent.parent
PACKAGES = ("sourcecheck", *start.PACKAGES)
SETUP = configparser.ConfigParser()
SETUP.read(ROOT / "setup.cfg", encoding="utf-8")
NOT_TESTED_WITH = {"browser"}
"""Extras that `.ci/run` installs where it can."""


def requirements() -> dict[str, str]:
    extras = SETUP["options.extras_require"]
    lines = [SETUP["options"]["install_requires"], *(extras[name] for name in extras if name not in NOT_TESTED_WITH)]
    found = (line.strip() for text in lines for line in text.splitlines() if line.strip() and "%(" not in line)
    return {name_of(line): line for line in found}


def name_of(line: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[ <>=!~;]", line, maxsplit=1)[0]).lower()


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return {name_of(line): line.partition("==")[2] for line in lines if "==" in line}


@pytest.mark.parametrize("name", sorted(requirements()))
def test_each_library_has_a_version_that_fits(name):
    from packaging.requirements import Requirement

    assert name in pins(), f"add {name} to constraints.txt"
    assert Requirement(requirements()[name]).specifier.contains(pins()[name])


def test_every_pin_is_exact():
    lines = [
        line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    assert all(re.fullmatch(r"[\w.-]+==[\w.!+-]+", line) for line in lines)


@pytest.mark.parametrize("name", sorted(requirements()))
def test_no_library_asks_for_another_licence(name):
    """What the program needs may be used and passed on with it under the MIT licence."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        told = metadata(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is not installed")
    said = " ".join(
        [*told.get_all("Classifier", []), told.get("License-Expression", ""), told.get("License", "")[:200]]
    )
    licence = re.sub(r"LGPL|Lesser General Public", "", said)
    assert not re.search(r"\bA?GPL|General Public", licence), said[:300]


def test_no_message_names_an_index():
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            assert "sourcecheck[" not in path.read_text(encoding="utf-8"), path


def test_the_packages_begin_as_the_start_expects():
    for name, words in start.PACKAGES.items():
        assert words in (ROOT / name / "__init__.py").read_text(encoding="utf-8")
        assert start.foreign(name, words) == ""


def test_another_programs_package_is_said(tmp_path):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "__init__.py").write_text('"""Insurance claims."""\n')
    ended = started(sys.executable, tmp_path, "checks", PYTHONPATH=os.pathsep.join([str(tmp_path), str(ROOT)]))
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert "is another program's and hides the package 'claims'" in ended.stderr


def test_a_folder_of_the_same_name_is_no_package(tmp_path):
    for name in start.PACKAGES:
        (tmp_path / name).mkdir()
    assert started(sys.executable, tmp_path, "checks", PYTHONPATH=str(ROOT)).returncode == 0


def started(python: str, folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """The program in a folder, with hardly any environment."""
    command = [python, "-m", "sourcecheck", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A wheel and an sdist made from a copy of the repository; skipped where they cannot be built."""
    copy = tmp_path_factory.mktemp("build") / "copy"
    copy.mkdir()
    for name in (*PACKAGES, "docs"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "originals"))
    for path in ROOT.iterdir():
        if path.is_file() and not path.name.startswith("."):
            shutil.copyfile(path, copy / path.name)
    pip = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--wheel-dir",
        "dist",
        ".",
    ]
    made = subprocess.run(pip, cwd=copy, capture_output=True, text=True, check=False)
    if made.returncode:
        pytest.skip(f"no wheel can be built here: {made.stderr.strip().splitlines()[-1]}")
    backend = "from setuptools import build_meta; build_meta.build_sdist('dist')"
    subprocess.run([sys.executable, "-c", backend], cwd=copy, capture_output=True, check=False)
    return copy / "dist"


def shipped() -> set[str]:
    """Every file of the packages that is under version control."""
    listed = subprocess.run(["git", "ls-files", *PACKAGES], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no clone")
    return set(listed.stdout.splitlines())


def test_nothing_is_missing_from_the_wheel(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert shipped() - names == set()
    assert any(name.endswith("LICENSE") for name in names)


def test_nothing_is_missing_from_the_sdist(built):
    archives = list(built.glob("*.tar.gz"))
    if not archives:
        pytest.skip("no sdist can be built here: setuptools is not installed")
    with tarfile.open(archives[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert shipped() - names == set()
    assert {"LICENSE", "SECURITY.md", "constraints.txt", "setup.cfg", "pyproject.toml"} <= names


@pytest.fixture(scope="module")
def bare(built, tmp_path_factory):
    """The Python of an environment that holds the wheel and its libraries, and knows nothing of the repository."""
    folder = tmp_path_factory.mktemp("bare") / "with spaces"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    (python,) = [p for p in (folder / "bin" / "python", folder / "Scripts" / "python.exe") if p.exists()]
    (site,) = [*folder.glob("lib/python*/site-packages"), *folder.glob("Lib/site-packages")]
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    (site / "libraries.pth").write_text("\n".join(libraries) + "\n", encoding="utf-8")
    asked = [python, "-c", "import claims; print(claims.__file__)"]
    where = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=folder)
    if str(folder) not in where.stdout:
        pytest.skip("the repository is found before the wheel here")
    return str(python)


@pytest.mark.parametrize("environment", [{}, {"LC_ALL": "C"}, {"HOME": "/nowhere"}])
def test_the_wheel_works_without_the_repository(bare, environment, tmp_path):
    folder = tmp_path / "a folder"
    folder.mkdir()
    told = started(bare, folder, "compare", "--topic", "visits-and-meetings", **environment)
    assert told.returncode == 0, told.stderr
    assert " claims; " in told.stdout
    assert started(bare, folder, "init", "made", **environment).returncode == 0
    checked = started(bare, folder / "made", "draft", "example-draft.md", **environment)
    assert checked.returncode == 1, checked.stderr
    assert "Traceback" not in checked.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said(tmp_path):
    tmp_path.chmod(0o500)
    ended = started(sys.executable, tmp_path, "init", "made", PYTHONPATH=str(ROOT))
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)
