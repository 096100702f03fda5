"""The register of interests of the members of a body."""
