"""Files that people gave us."""
