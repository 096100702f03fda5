"""Partnerships and groups: who belongs, what they decided, what is to be done."""
