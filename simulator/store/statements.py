"""The statements of the SQLite store that are more than a table's name."""

from simulator.store.rows import EVENT_COLUMNS, HEAD_COLUMNS

ADD_SESSION = f"INSERT INTO session ({HEAD_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
ADD_EVENT = f"INSERT INTO event ({EVENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
# The line that leads to the newest event of the talk; what was taken back lies on other lines.
_LINE = """WITH RECURSIVE line (number, parent, kind) AS (
    SELECT * FROM (SELECT number, parent, kind FROM event WHERE session = id AND kind <> 'note'
        ORDER BY number DESC LIMIT 1)
    UNION ALL SELECT event.number, event.parent, event.kind FROM event JOIN line
        ON event.session = id AND event.number = line.parent)"""
_TURNS = f"{_LINE} SELECT count(*) FROM line WHERE kind = 'turn'"
# Going back says nothing itself: the talk stands at what it went back to.
LAST = f"{_LINE} SELECT kind FROM line WHERE kind <> 'back' ORDER BY number DESC LIMIT 1"
_SUMMARY = f"SELECT {HEAD_COLUMNS}, ({_TURNS}), ({LAST}) FROM session"
SUMMARIES = f"{_SUMMARY} ORDER BY ordinal"
SUMMARY = f"{_SUMMARY} WHERE id = ?"
UNNAMED = "DELETE FROM content WHERE sha256 = ? AND sha256 NOT IN (SELECT content FROM session_content)"
HEAD = f"SELECT {HEAD_COLUMNS} FROM session WHERE id = ?"
EVENTS = f"SELECT {EVENT_COLUMNS} FROM event WHERE session = ? ORDER BY number"
WITH_NOTES = "SELECT DISTINCT session FROM event WHERE kind = 'note' ORDER BY 1"
DERIVED = "SELECT text FROM derived WHERE session = ? AND made_from = ?"
