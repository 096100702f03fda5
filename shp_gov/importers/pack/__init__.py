"""A published agenda pack, from its file to its facts."""
