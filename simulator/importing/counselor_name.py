"""What the counselor is called in a file unless somebody says otherwise."""

COUNSELOR = "Counselor"
