"""Kinds of option values: a wrong one is told with what is right."""

from datetime import datetime
from typing import Any

import click

from rashomon.records.enums import Status


class Day(click.DateTime):
    """A calendar day, as 2021-08-20."""

    def __init__(self) -> None:
        """Take days in one form only."""
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read a day."""
        try:
            found: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day of the calendar; write it as 2021-08-20.", param, ctx)
        return found


def read_status(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Read the status of an incident, in any case; "" where none is asked for."""
    known = [status.value for status in Status]
    if value and value.casefold() not in known:
        raise click.BadParameter(f"{value!r} is no status; there are {', '.join(known)}.", ctx, param)
    return value.casefold()
