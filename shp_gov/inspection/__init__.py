"""What a file really is and what it hides, before anything else reads it."""
