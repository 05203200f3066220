"""SESSIONS IN THE STORE: begun, gone on with, taken back, judged again."""
