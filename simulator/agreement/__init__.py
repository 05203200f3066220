"""How far people and the engine agree, beyond what chance would give; notes in, figures out."""
