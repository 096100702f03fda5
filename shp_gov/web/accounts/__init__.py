"""Accounts: for those who manage them, and for everybody their own."""

from shp_gov.web.accounts import lending, own, roles, views
from shp_gov.web.accounts.blueprint import blueprint

__all__ = ["blueprint", "lending", "own", "roles", "views"]
