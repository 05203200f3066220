"""Who writes a session: processes by name, and whether one still runs."""

import os
import socket
import sys
from pathlib import Path


def this_process() -> str:
    """A name for this process such as `process 4711 (started 88231) on lab-3`."""
    return _named(os.getpid())


def is_running(owner: str) -> bool:
    """Whether the process of this name runs on this computer.

    A name from another computer counts as gone: containers change theirs with every start, and where two of them do
    write one session, the chain of its events refuses the second.
    """
    words = owner.split()
    if len(words) < 2 or not words[1].isdecimal():
        return False
    number = int(words[1])
    return _runs(number) and owner == _named(number)


def _named(number: int) -> str:
    return f"process {number} (started {_started(number)}) on {socket.gethostname()}"


def _started(number: int) -> str:
    """When a process started, where the system tells; process numbers are used again."""
    try:
        status = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "?"
    # The second field is the program's name and may hold spaces and brackets; the start is the 22nd.
    return status.rpartition(")")[2].split()[19]


def _runs(number: int) -> bool:
    if sys.platform == "win32":
        # os.kill would send Ctrl-C there.
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, number)
        return bool(handle and ctypes.windll.kernel32.CloseHandle(handle))
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
