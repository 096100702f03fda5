"""Organisations: their names, types, successors and standing through time."""
