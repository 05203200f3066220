"""YAML text to nouns, or problems with their place."""
