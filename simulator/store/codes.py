"""Short ids for sessions, and the codes that stand for trainees."""

from simulator.errors import SimulatorError
from simulator.model.trainee import CODE, CODE_RULE

# Crockford's base 32: no i, l, o, u, so that an id can be read aloud and never spells `last`.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
ID_BYTES = 5


def new_id(random_bytes: bytes) -> str:
    """An id such as `k7mq-2xdr` from the first 5 bytes of the caller's randomness; ValueError if there are fewer."""
    if len(random_bytes) < ID_BYTES:
        raise ValueError(f"a session id needs {ID_BYTES} random bytes, not {len(random_bytes)}")
    number = int.from_bytes(random_bytes[:ID_BYTES], "big")
    letters = "".join(_ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"


def trainee_code(text: str) -> str:
    """The code itself when it is one; SimulatorError otherwise, without repeating what may be a name."""
    if not CODE.fullmatch(text):
        raise SimulatorError(f"trainee: this is for a code and never a name; {CODE_RULE}")
    return text
