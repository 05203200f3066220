"""What somebody has set once, and where it comes from."""
