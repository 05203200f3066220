"""A debrief as text; computes nothing."""
