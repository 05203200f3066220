"""Where the configuration is, and a key of it as it is written: for whoever cannot wait for it to be checked."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

FILE_NAME = "config.toml"


def configuration_file(environment: Mapping[str, str]) -> Path:
    """Where this user's file is, whether or not there is one."""
    folder = environment.get("XDG_CONFIG_HOME", "")
    if os.path.isabs(folder):
        return Path(folder) / "rehearse" / FILE_NAME
    import platformdirs

    return platformdirs.user_config_path("rehearse", False) / FILE_NAME


def variable(key: str) -> str:
    """The environment variable of a key."""
    return f"REHEARSE_{key.upper()}"


def as_written(key: str, environment: Mapping[str, str]) -> str | None:
    """The text of a key by environment or file; None where there is none; mistakes are passed over."""
    try:
        in_file = tomllib.loads(configuration_file(environment).read_text(encoding="utf-8")).get(key)
    except (OSError, ValueError):
        in_file = None
    value = environment.get(variable(key)) or in_file
    return value if isinstance(value, str) else None
