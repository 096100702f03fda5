"""Months counted from a day."""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """Give the same day so many months later, or earlier; the last of the month where it has no such day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_of_month(day: date) -> date:
    """Give the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
