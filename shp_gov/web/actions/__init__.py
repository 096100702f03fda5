"""Actions: each one's page, the log of a body, my own, and those that are proposed."""
