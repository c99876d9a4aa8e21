"""What a shell offers when Tab is pressed: topics, ids of claims, codes of checks. What cannot be read offers nothing."""

from collections.abc import Iterable

import click

from claims.errors import InputError
from claims.model import Claim


def topics(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The topics of the claims that the options name."""
    return _beginning(begun, {claim.topic for claim in _claims(context)})


def claim_ids(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The ids of these claims."""
    return _beginning(begun, {claim.id for claim in _claims(context)})


def codes(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """The codes of all checks."""
    from compare.checks import all_checks

    return _beginning(begun.upper(), [check.code for check in all_checks()])


def _claims(context: click.Context) -> Iterable[Claim]:
    from claims.tables import read_claims
    from reports.settings import find_settings

    given = context.params
    try:
        settings = find_settings(given.get("claims_path"), given.get("seeds_folder"), None, given.get("config"))
        return read_claims(settings.claims)
    except InputError:
        return ()


def _beginning(begun: str, offered: Iterable[str]) -> list[str]:
    return sorted(word for word in offered if word.startswith(begun))
