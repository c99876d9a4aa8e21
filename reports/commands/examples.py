"""The examples at the end of every `--help`: lines to copy, each with what it does, by the command's name."""

import click

EXAMPLES = {
    "": (
        ("init pier", "a small project to look at"),
        ("init pier --from papers", "a first report of your own documents"),
        ("compare", "what the sources say to the claims"),
        ("draft article.docx --out article.checked.docx", "a draft given back with comments"),
    ),
    "compare": (
        ("compare", "the reports, into the project's out"),
        ("compare --topic pier", "of one topic"),
        ("compare --out report.docx", "the report as a Word file"),
        ("compare --out report.html", "the page"),
        ("compare --claim open --why", "why a claim has its verdict"),
        ("compare --quiet --fail-on probable-typo", "for a script"),
    ),
    "draft": (
        ("draft article.md", "findings, in the terminal"),
        ("draft article.docx --out article.checked.docx", "the draft with comments"),
        ("draft article.docx --out article.checked.docx --suggest", "and with tracked changes"),
        ("draft article.md --out facts.xlsx", "a sheet of its facts to tick"),
        ("draft article.md --show all --why", "every fact, and what decided"),
        ("draft drafts --format json --out known.json", "all drafts of a folder"),
        ("draft drafts --baseline known.json", "what is new since then"),
    ),
    "draft check-in": (("draft check-in facts.xlsx --checker Ann", "the ticks of a sheet, kept in the project"),),
    "scan": (
        ("scan", "what no claim tells"),
        ("scan --source paper --fail-on high", "of one source; exit 1 for grave findings only"),
        ("scan --dismiss 1a2b3c4d-5e6f7a --reason misprint", "a finding that is none"),
        ("scan --propose candidates.xlsx", "candidate claims to choose from"),
    ),
    "coverage": (
        ("coverage", "the sentences that no claim speaks to"),
        ("coverage --format csv --out open.csv", "as a table"),
    ),
    "find": (
        ('find "the pier was opened"', "the passages that fit best"),
        ('find "pier * open" --pattern', "where a pattern of a claims table matches"),
    ),
    "index build": (("index build --seeds archive", "an index of a large folder; again after changes"),),
    "index status": (("index status --seeds archive", "what it holds, and what changed since"),),
    "index verify": (("index verify --seeds archive", "whether it is whole and true to its sources"),),
    "lsp": (("lsp", "for an editor to start; docs/drafts.md tells how"),),
    "checks": (("checks", "all checks"), ("checks SRC101", "what one asks, and what it cannot see")),
    "init": (
        ("init pier", "a small project with examples"),
        ("init pier --from papers", "a first report of the documents in a folder"),
    ),
    "seeds add": (("seeds add paper.pdf --id paper --published 2026-03", "a document into the project"),),
    "seeds list": (("seeds list", "the sources of the project"),),
    "seeds show": (("seeds show paper", "a source as it was read"),),
    "seeds verify": (("seeds verify", "whether the files are those that were registered"),),
    "claims check": (
        ("claims check", "the project's claims"),
        ("claims check claims/pier.csv", "one table"),
    ),
    "claims propose": (
        ("claims propose open", "terms and positions for one claim"),
        ("claims propose claims/pier.csv", "for all claims of a table"),
    ),
    "review export": (("review export review.xlsx --topic pier", "a workbook to fill"),),
    "review import": (
        ("review import review.xlsx --reviewer Ann", "its decisions; corrections shown as a diff"),
        ("review import review.xlsx --apply", "corrections taken into the claims"),
    ),
    "review status": (("review status", "what is reviewed, open and expired"),),
}


def with_examples(group: click.Group) -> None:
    """Give the group and every command in it its examples."""
    _give(group, "")
    for name, command in _commands(group, ""):
        _give(command, name)


def _commands(group: click.Group, before: str) -> list[tuple[str, click.Command]]:
    """The commands of a group that are none themselves, each with its whole name."""
    found: list[tuple[str, click.Command]] = []
    for name, command in group.commands.items():
        whole = f"{before} {name}".strip()
        found += _commands(command, whole) if isinstance(command, click.Group) else [(whole, command)]
    return found


def _give(command: click.Command, name: str) -> None:
    lines = [line for example, about in EXAMPLES[name] for line in (f"  # {about}", f"  sourcecheck {example}")]
    command.epilog = "\n".join(["\b", "Examples:", *lines])
