"""The program ``hegui``: its commands by group, its help, its exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from hegui import __version__
from hegui.cli.group import Commands
from hegui.cli.language import Speech
from hegui.cli.speaking import explain
from hegui.source.bilingual import both

GROUPS = {
    both("日常", "Everyday"): ("new", "check", "test", "list", "show"),
    both("看懂", "Understand"): ("explain", "coverage", "law"),
    both("发布", "Publish"): ("report",),
    both("维护", "Upkeep"): ("pack", "schema"),
}
"""The commands; each is a module of this package with the name of the command."""

_WHAT = both(
    "合规即代码：检查治理仓库，在合并前拦下缺口。",
    "Governance as code: checks a governance repository and stops a gap before it is merged.",
)
_MORE = both(
    "用 hegui 命令 --help 查看各命令的用法与示例。--lang en 换成英文。",
    "See hegui COMMAND --help for each command, with an example. --lang zh for Chinese.",
)
_USAGE, _COMMAND = both("用法：", "Usage: "), both("命令", "COMMAND")
_CRASHED = both(
    "程序内部错误（{error}），未能作出判断。请报告给维护者；设 HEGUI_DEBUG=1 可看到详情。",
    "Internal failure ({error}); nothing was decided. Please report it; HEGUI_DEBUG=1 shows more.",
)
_INTERRUPTED = both("已中断。", "Interrupted.")


class Program(Commands):
    """All commands, by group."""

    names = tuple(name for names in GROUPS.values() for name in names)
    module = "hegui.cli."

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by group, as git shows its own."""
        say = Speech.say
        formatter.write_usage("hegui", f"[--lang zh|en] {say(_COMMAND)} …", say(_USAGE))
        formatter.write_paragraph()
        formatter.write_text(say(_WHAT))
        for title, names in GROUPS.items():
            self.write_commands(ctx, formatter, title, names)
        formatter.write_paragraph()
        formatter.write_text(say(_MORE))


@click.group(cls=Program, no_args_is_help=False, invoke_without_command=True)
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False)
@click.version_option(__version__, prog_name="hegui", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Show the help when no command is given."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run the program; the exit codes are those of design §8. Never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    Speech.settle(arguments, Path.cwd())
    try:
        return program.main(args=list(arguments), prog_name="hegui", standalone_mode=False) or 0
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo(Speech.say(_INTERRUPTED), err=True)
        return 130
    except BrokenPipeError:  # the reader went away, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("HEGUI_DEBUG"):
            raise
        message = Speech.say(_CRASHED).format(error=f"{type(error).__name__}: {error}")
        click.echo(message, err=True)
        return 70
