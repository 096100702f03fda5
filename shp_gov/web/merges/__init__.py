"""Two of one person, or of one organisation, made one, and two again."""
