"""Transcript and rubric in, debrief out; reads what the coder found and never the words again."""
