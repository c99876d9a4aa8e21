"""Pages from templates: all that is said in them goes through `printable` and is escaped; a name that is not given is an error."""

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.printable import printable

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """An environment of the templates, to be given what they may name."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def script_of(name: str) -> str:
    """A script of the templates."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def hash_of(script: str) -> str:
    """A script as a security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _safe(value: object) -> object:
    """What stands in the page for a value of the template."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
