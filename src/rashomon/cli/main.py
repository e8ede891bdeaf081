"""The `rashomon` command: finds a subcommand's module only when it is called, and says every trouble in one line.

Exit status: 0 done, 1 a quality floor was missed, 2 wrong use or unusable input, 130 stopped by the user.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from rashomon import __version__
from rashomon.errors import RashomonError

# In the order in which help shows them; each is a module of `cli/commands/` with a click command named `command`.
COMMANDS: tuple[tuple[str, str], ...] = (
    ("read", "Read reports into a ledger."),
    ("brief", "The briefing: every line with its claims."),
    ("incidents", "What happened, joined over all reports."),
    ("claims", "Who says what, with the sentence."),
    ("voices", "Who speaks, through whom, and how."),
    ("actors", "Who takes part, under all spellings."),
    ("places", "Where, under all spellings."),
    ("contradictions", "Claims that cannot both be true."),
    ("control", "Who holds which place on which day, by voice."),
    ("prospects", "What each voice says of each side's prospects."),
    ("timeline", "Incidents day by day."),
    ("issues", "Trouble met in the reports."),
    ("search", "Find words in the sentences read."),
    ("explain", "The walk of one row, back to the printed words."),
    ("export", "Write the ledger for others to build on."),
    ("evaluate", "Measure the reading on a gold set."),
    ("serve", "The ledger as a local web page."),
    ("gazetteer", "The list of places that names are looked up in."),
    ("demo", "The main job on the sample reports."),
    ("about", "Version, licences and whose data this rests on."),
)

_WRONG_USE = 2
_STOPPED = 130


class LazyGroup(click.Group):
    """A group that imports a subcommand's module when it is called, so that the start stays short."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order of help."""
        return [name for name, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the subcommand."""
        if cmd_name not in dict(COMMANDS):
            return None
        command: click.Command = import_module(f"rashomon.cli.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(COMMANDS)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; a reader that has closed the pipe (`| head`) is no trouble."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is left in the buffer must go somewhere when the interpreter ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return None
        return result

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> Any:
        """Run, and leave with an exit status and at most one line on standard error."""
        options["standalone_mode"] = False
        try:
            result = super().main(args, *more, **options)
        except click.Abort:
            _leave("stopped; run the same command again, a reading goes on where it stopped", _STOPPED)
        except click.ClickException as error:
            _leave(_with_help(error), _WRONG_USE)
        except RashomonError as error:
            _leave(str(error), _WRONG_USE)
        sys.exit(result if isinstance(result, int) else 0)


def _with_help(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    message = " ".join(error.format_message().split())
    if isinstance(error, click.FileError):
        return f"{error.ui_filename}: cannot be opened ({error.message}); name a file in a folder that can be written"
    return message if context is None else f"{message} See: {context.command_path} --help"


def _leave(message: str, status: int) -> None:
    print(f"rashomon: {' '.join(message.split())}", file=sys.stderr)
    sys.exit(status)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="rashomon", message="%(prog)s %(version)s")
def cli() -> None:
    """One conflict, many accounts, one ledger: who says what happened, with the sentence for every row.

    \b
    Example:
      rashomon read reports/
      rashomon incidents
      rashomon explain inc-1a2b3c4d
    """


def main() -> None:
    """Entry point of the `rashomon` script."""
    for stream in (sys.stdout, sys.stderr):
        # Names and quotation marks of other scripts must not stop a run on a terminal that cannot show them.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    cli.main(prog_name="rashomon")
