"""From settings to a result: the claims read, chosen by topic, and compared, with progress on a terminal."""

import sys
from collections.abc import Sequence
from difflib import get_close_matches

import click

from claims.errors import InputError
from claims.model import Claim
from claims.tables import read_claims
from compare.evidence.model import Result, Verdict
from compare.jobs.claims import compare
from reports.cache import key_of, of_corpus
from reports.settings import Settings
from reports.terminal import say
from seeds.corpus import distinct


def run(
    settings: Settings,
    topics: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    ids: Sequence[str] = (),
    why: bool = False,
    engine: tuple[str, str] | None = None,
) -> Result:
    """The comparison the settings ask for. why: with what every answer rests on.

    engine: who works it out, and the address of their scheduler; None for this process.

    Raises InputError when input is unusable, or a topic or a claim unknown.
    """
    claims = choose(read_claims(settings.claims), topics, ids)
    corpus, used = distinct(settings.corpus()), codes(select, ignore)
    for document in corpus.documents:
        if document.changed:
            say(
                f"sourcecheck: warning: {document.path} is not the registered original of source {document.source.id} "
                "(its sha256 differs); line numbers and verdicts may differ",
                err=True,
            )
    workers = None
    if engine:
        from reports.engines.choosing import engine_of

        workers = engine_of(settings, corpus, *engine)
    made_of = key_of("comparisons", of_corpus(corpus), repr(used and sorted(used)))
    with (
        settings.cache.memory(made_of) as memory,
        click.progressbar(
            length=len(claims), label="Comparing", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as bar,
    ):
        return compare(claims, corpus, used, lambda done: bar.update(1), why, memory, workers)


def choose(claims: Sequence[Claim], topics: Sequence[str], ids: Sequence[str] = ()) -> tuple[Claim, ...]:
    """The claims of `topics` and with these ids, all when none is given. Raises InputError for an unknown topic or id."""
    known = sorted({claim.topic for claim in claims})
    for topic in topics:
        if topic not in known:
            raise InputError(f"no claim has the topic {topic!r}; the topics are {', '.join(known)}")
    for id_ in ids:
        if all(claim.id != id_ for claim in claims):
            near = get_close_matches(id_, [claim.id for claim in claims])
            mend = f"did you mean {' or '.join(near)}?" if near else "`compare --format table` lists them"
            raise InputError(f"no claim has the id {id_!r}; {mend}")
    within = (claim for claim in claims if not topics or claim.topic in topics)
    return tuple(claim for claim in within if not ids or claim.id in ids)


def check_ids(settings: Settings, ids: Sequence[str]) -> None:
    """Raise InputError when an id is that of no claim."""
    if ids:
        choose(read_claims(settings.claims), (), ids)


def codes(select: Sequence[str], ignore: Sequence[str]) -> frozenset[str] | None:
    """The codes of the checks to use: those selected (all when none is), without those ignored; None for all."""
    if not (select or ignore):
        return None
    every = _every_code()
    return frozenset(
        code
        for code in every
        if (not select or any(code.startswith(s.upper()) for s in select))
        and not any(code.startswith(i.upper()) for i in ignore)
    )


def check_names(select: Sequence[str], ignore: Sequence[str], fail_on: Sequence[str]) -> frozenset[Verdict]:
    """The verdicts named by `fail_on`. Raises InputError for an unknown code or verdict."""
    every = _every_code() if select or ignore else []
    for code in (*select, *ignore):
        if not code or not any(known.startswith(code.upper()) for known in every):
            raise InputError(f"no check has the code {code!r}; the codes are {', '.join(every)}")
    for name in fail_on:
        if name not in list(Verdict):
            raise InputError(f"--fail-on {name!r} is no verdict; the verdicts are {', '.join(Verdict)}")
    return frozenset(Verdict(name) for name in fail_on)


def _every_code() -> list[str]:
    """The codes of all checks, which are loaded for those that ask."""
    from compare.checks import all_checks

    return [check.code for check in all_checks()]
