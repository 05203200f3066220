"""A turn's text to acts with evidence."""
