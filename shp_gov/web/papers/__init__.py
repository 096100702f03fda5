"""Printed papers: agenda, minutes, action log and decision notice."""
