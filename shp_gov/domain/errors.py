"""Refusals. Each message is shown to the user, so it is written for one."""


class DomainError(Exception):
    """Something the law, the terms of reference or this record does not allow."""
