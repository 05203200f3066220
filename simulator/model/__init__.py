"""Nouns: frozen values that every layer shares; nothing here does anything."""
