"""Groups of commands: the program itself, and nouns as in ``hegui law changes``."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

import click

from hegui.cli.language import Speech
from hegui.cli.speaking import HEADINGS, section, spoken_help_option
from hegui.source.bilingual import LANGUAGES, Text, both

_COMMANDS = both("子命令", "Commands")
_USAGE, _COMMAND = both("用法：", "Usage: "), both("子命令", "COMMAND")
_NO_COMMAND = both("没有命令 {name}。{hint}", "There is no command {name}. {hint}")


class Commands(click.Group):
    """Commands that are imported only when one of them is asked for.

    ``module`` is the beginning of the names of their modules, each of which holds a ``run``.
    """

    names: tuple[str, ...]
    module: str

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the help."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; ``None`` where there is none."""
        if cmd_name not in self.names:
            return None
        found = import_module(f"{self.module}{cmd_name}").run
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; one that does not exist gets a suggestion."""
        if args and args[0] not in self.names:
            from hegui.loading.suggest import did_you_mean

            hint = Speech.say(did_you_mean(args[0], self.names))
            raise click.UsageError(Speech.say(_NO_COMMAND).format(name=args[0], hint=hint), ctx)
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, in the language of this run."""
        return spoken_help_option(super().get_help_option(ctx))

    def write_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter, title: Text, names: Iterable[str]
    ) -> None:
        """A titled part of the help: some of the commands, each with its first sentence."""
        commands = [(name, self.get_command(ctx, name)) for name in names]
        with section(formatter, title):
            formatter.write_dl([(n, c.get_short_help_str()) for n, c in commands if c])


class Noun(Commands):
    """The commands of a noun, each in a module ``<noun>_<command>``."""

    def __init__(self, noun: str, words: Text, names: tuple[str, ...], example: str) -> None:
        language = click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False)
        super().__init__(
            noun, params=[language], no_args_is_help=False, invoke_without_command=True
        )
        self.names, self.module = names, f"hegui.cli.{noun}_"
        self.words, self.example = words, example
        self.callback = self._help

    @staticmethod
    def _help() -> int:
        ctx = click.get_current_context()
        if ctx.invoked_subcommand is None:
            click.echo(ctx.get_help())
        return 0

    def get_short_help_str(self, limit: int = 45) -> str:
        """What the noun is about."""
        return Speech.say(self.words)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands of the noun."""
        say = Speech.say
        formatter.write_usage(ctx.command_path, f"{say(_COMMAND)} …", say(_USAGE))
        formatter.write_paragraph()
        formatter.write_text(say(self.words))
        self.write_commands(ctx, formatter, _COMMANDS, self.names)
        with section(formatter, HEADINGS["Examples"]):
            for line in self.example.splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")
