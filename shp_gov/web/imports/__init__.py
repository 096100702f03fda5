"""Packs: upload, check what was read, accept."""
