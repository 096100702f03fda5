"""The standing of providers whose arrangements decide it."""
