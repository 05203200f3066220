"""Conversations from other places: a file of any known form becomes a Transcript whose words nobody has read yet."""
