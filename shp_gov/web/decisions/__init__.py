"""Decisions: each one, and the register."""
