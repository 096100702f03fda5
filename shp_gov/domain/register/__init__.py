"""How the printed lines of many packs become one register, whatever order they come in. Pure: sets in, answers out."""
