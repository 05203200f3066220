"""What trainers do with their files: check, walk."""
