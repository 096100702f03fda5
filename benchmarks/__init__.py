"""How fast the pages are, as ratios to the smallest app that could serve them, measured in the same run."""
