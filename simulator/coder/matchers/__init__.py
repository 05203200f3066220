"""One kind of evidence a module."""
