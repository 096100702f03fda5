"""Bringing records in: read, parse, then services, all or nothing."""
