"""The exceptions callers tell apart; what an author wrote wrong is no exception but a Problem."""


class SimulatorError(Exception):
    """What the program cannot go on from; the message says where, what, and what would be right."""

    exit_status = 2


class ContentError(SimulatorError):
    """A scenario, rubric, codebook or transcript that cannot be used (exit status 3)."""

    exit_status = 3


class StoreError(SimulatorError):
    """Sessions on disk cannot be read or written (exit status 4)."""

    exit_status = 4
