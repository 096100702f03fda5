"""Telling people: what must be said goes into the outbox, and from there by e-mail."""
