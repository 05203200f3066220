"""A group of commands that says which of them a mistyped one may have meant."""

import click


class CommandGroup(click.Group):
    """A click group with suggestions in this program's own words."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        word, names = args[0], self.list_commands(ctx)
        if word not in names and not word.startswith("-") and not ctx.resilient_parsing:
            ctx.fail(f'no command "{word}"; {_meant(word, names, ctx.command_path)}')
        return super().resolve_command(ctx, args)


def _meant(word: str, names: list[str], path: str) -> str:
    # Only a mistyped command pays for looking up what was meant.
    from difflib import get_close_matches

    close = get_close_matches(word, names, n=1)
    return f'did you mean "{close[0]}"?' if close else f"{path} --help names them all"
