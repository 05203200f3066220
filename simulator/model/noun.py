"""What every noun has in common: it is frozen, and it refuses keys that nobody defined."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value; unknown keys are an error, so that a misspelt key in a file is never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)
