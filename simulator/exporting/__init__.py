"""DEBRIEFS → TABLES AND RECORDS for other programs. Computes nothing new."""
