"""What the configuration says where the command line says nothing."""

import os
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from simulator.configuration.values import Configuration


def configured(key: str) -> Any:
    """The value of a key of `Preferences`, by environment, file or default: what an option means that is left out."""
    return getattr(configuration().preferences, key)


def configuration() -> "Configuration":
    """The whole configuration, read once a run; its mistakes are told on stderr, and what is right is used."""
    read = click.get_current_context().meta
    if __name__ not in read:
        from simulator.configuration.place import configuration_file
        from simulator.configuration.values import read_configuration

        read[__name__] = read_configuration(configuration_file(os.environ), os.environ)
        for mistake in read[__name__].mistakes:
            click.echo(f"rehearse: {mistake}", err=True)
    found: Configuration = read[__name__]
    return found
