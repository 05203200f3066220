"""What the configuration says where the command line says nothing."""

import os
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from simulator.configuration import Configuration


def configured(key: str) -> Any:
    """The value of a key of `Preferences`, by environment, file or default: what an option means that is left out."""
    return getattr(configuration().preferences, key)


def configuration() -> "Configuration":
    """The whole configuration, read once a run; its mistakes are told on stderr, and what is right is used."""
    read = click.get_current_context().meta
    if __name__ not in read:
        from simulator.configuration import read_configuration
        from simulator.configuration_place import configuration_file

        read[__name__] = read_configuration(configuration_file(os.environ), os.environ)
        for mistake in read[__name__].mistakes:
            click.echo(f"rehearse: {mistake}", err=True)
    found: Configuration = read[__name__]
    return found
