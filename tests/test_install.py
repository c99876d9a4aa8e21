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
PINS = ("constraints.txt", "constraints-browser.txt", "constraints-cluster.txt")
PIN = re.compile(r"^([\w.-]+)==([\w.!+-]+)[^\\\n]*\\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)*)", re.MULTILINE)
"""A library with its version, for which platform it is, and the sha256 of each of its files."""
COMPATIBLE = re.compile(r"\b(?:MIT|BSD|Apache|MPL|Mozilla|ISC|PSF|Python Software Foundation|HPND|0BSD|Unlicense)\b")


def requirements() -> dict[str, str]:
    extras = SETUP["options.extras_require"]
    lines = [SETUP["options"]["install_requires"], *extras.values()]
    found = (line.strip() for text in lines for line in text.splitlines() if line.strip() and "%(" not in line)
    return {name_of(line): line for line in found}


def name_of(line: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[ <>=!~;]", line, maxsplit=1)[0]).lower()


def pins() -> dict[str, tuple[str, int]]:
    """The version of each library, and how many files of it are allowed."""
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in PINS)
    return {name_of(name): (version, rest.count("--hash=sha256:")) for name, version, rest in PIN.findall(text)}


@pytest.mark.parametrize("name", sorted(requirements()))
def test_each_library_has_a_version_that_fits(name):
    from packaging.requirements import Requirement

    assert name in pins(), "run `make pins`"
    assert Requirement(requirements()[name]).specifier.contains(pins()[name][0])


def test_every_pin_is_exact_and_names_its_files():
    lines = [line for name in PINS for line in (ROOT / name).read_text(encoding="utf-8").splitlines()]
    names = [line for line in lines if not line.startswith(("#", "    --hash=sha256:"))]
    assert {name_of(line) for line in names} == set(pins())
    assert len(pins()) > 50
    assert all(files for _, files in pins().values())


@pytest.mark.skipif("CI" not in os.environ, reason="elsewhere other versions may be tried")
def test_the_tests_run_with_these_versions():
    from importlib.metadata import PackageNotFoundError, version

    for name, (pinned, _) in pins().items():
        try:
            there = version(name)
        except PackageNotFoundError:  # of another platform, or not needed here
            continue
        assert there == pinned, f"{name}: run `make`"


@pytest.mark.parametrize("name", sorted(pins()))
def test_no_library_asks_for_another_licence(name):
    """What the program and its tests need may be used and passed on with it under the MIT licence."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        installed = distribution(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is not installed")
    told = installed.metadata
    lines = [*told.get_all("Classifier", []), told.get("License-Expression", ""), told.get("License", "")[:200]]
    said = " ".join(line for line in lines if "::" not in line or line.startswith("License")).strip()
    texts = (file for file in installed.files or () if "licen" in file.name.lower())
    said = said or " ".join(file.read_text()[:200] for file in texts)  # where only the text of the licence tells it
    assert COMPATIBLE.search(said), said
    assert not re.search(r"(?<!L)GPL|(?<!Lesser )General Public", said), said


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
    assert {"LICENSE", "SECURITY.md", *PINS, "setup.cfg", "pyproject.toml"} <= names


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
