"""Sessions on disk: heads, events that are only ever added, and the content a session was begun with."""
