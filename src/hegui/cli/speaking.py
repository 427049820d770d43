"""Click in two languages: commands, options and errors whose words are `Text`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from hegui.cli.language import Speech
from hegui.source.bilingual import Text, both

F = TypeVar("F", bound=Callable[..., Any])

HEADINGS = {
    "Options": both("选项", "Options"),
    "Arguments": both("参数", "Arguments"),
    "Examples": both("示例", "Examples"),
}
"""The titles of the parts of a help text."""
_USAGE = both("用法：", "Usage: ")
_SHOW_HELP = both("显示本帮助", "Show this help.")


_COLON = both("：", ":")


@contextmanager
def section(formatter: click.HelpFormatter, title: Text) -> Iterator[None]:
    """A titled and indented part of a help text."""
    formatter.write_paragraph()
    formatter.write(f"{Speech.say(title)}{Speech.say(_COLON)}\n")
    with formatter.indentation():
        yield


class Option(click.Option):
    """An option whose help is a `Text`."""

    def __init__(self, *args: Any, words: Text, **options: Any) -> None:
        super().__init__(*args, **options)
        self.words = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the language of this run."""
        self.help = Speech.say(self.words)
        return super().get_help_record(ctx)


class Command(click.Command):
    """A command whose help, argument and example are told in the language of this run."""

    def __init__(
        self, *args: Any, words: Text, arguments: Iterable[tuple[str, Text]], example: str,
        **options: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **options)
        self.words, self.told, self.example = words, tuple(arguments), example

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help."""
        return Speech.say(self.words).splitlines()[0]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` itself, in the language of this run."""
        return spoken_help_option(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), Speech.say(_USAGE))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does, and its arguments."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(Speech.say(self.words))
        if self.told:
            with section(formatter, HEADINGS["Arguments"]):
                formatter.write_dl([(name, Speech.say(words)) for name, words in self.told])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each in the language of this run."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [one.get_help_record(ctx) for one in options]
        with section(formatter, HEADINGS["Options"]):
            formatter.write_dl([record for record in records if record])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The example."""
        with section(formatter, HEADINGS["Examples"]):
            for line in self.example.splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


def spoken_help_option(option: click.Option | None) -> click.Option | None:
    """The help option with its help in the language of this run."""
    if option is not None:
        option.help = Speech.say(_SHOW_HELP)
    return option


def command(
    name: str, words: Text, *, example: str, arguments: Iterable[tuple[str, Text]] = ()
) -> Callable[[Callable[..., int]], click.Command]:
    """Make a command of the function below, which returns the exit code."""
    return click.command(
        name, cls=Command, words=words, arguments=tuple(arguments), example=example
    )


def option(*names: str, words: Text, **options: Any) -> Callable[[F], F]:
    """Declare an option with help in both languages."""
    return click.option(*names, cls=Option, words=words, **options)


def explain(error: click.ClickException) -> str:
    """What was wrong with the command line, in the language of this run."""
    text = _explanation(error) or both(error.format_message(), error.format_message())
    return Speech.say(both(f"错误：{text.get('zh')}", f"Error: {text.get('en')}"))


def _explanation(error: click.ClickException) -> Text | None:
    english = error.format_message()
    match error:
        case click.NoSuchOption():
            return both(f"没有选项 {error.option_name}", english)
        case click.MissingParameter():
            return both(f"缺少参数 {error.param.metavar if error.param else ''}", english)
        case click.BadParameter():
            hint = error.param.opts[0] if error.param else ""
            return both(f"{hint} 的值不对：{error.message}", english)
        case click.BadOptionUsage():
            return both(f"{error.option_name} 缺少值", english)
        case click.UsageError() if "unexpected extra argument" in english:
            return both(f"多余的参数：{english.partition('(')[2].rstrip(').')}", english)
    return None
