"""A group of commands that says which of them a mistyped one may have meant."""

import click


class CommandGroup(click.Group):
    """A click group with suggestions in this program's own words."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        word, names = args[0], self.list_commands(ctx)
        if word not in names and not word.startswith("-") and not ctx.resilient_parsing:
            # Only a mistyped command pays for looking up what was meant.
            from simulator.loader.suggestion import nearest

            close = nearest(word, names)
            meant = f'did you mean "{close}"?' if close else f"{ctx.command_path} --help names them all"
            ctx.fail(f'no command "{word}"; {meant}')
        return super().resolve_command(ctx, args)
