"""Meetings: agenda, who came, minutes and decisions."""
