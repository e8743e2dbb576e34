"""What happened to each of them, and in which words it was noted."""
