"""The example partnership, invented: two years of Safer Seaborough, written down through the services."""
