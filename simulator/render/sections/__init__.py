"""The sections of a debrief, one a module: each makes blocks of what the debrief says, and nothing more."""
