"""The lines of what is put out, for the table of permissions: officers check and publish, everybody reads."""

PUBLICATION = {
    "publication.show": ("BY_OFFICERS", "GET"),
    "publication.preview": ("BY_OFFICERS", "GET"),
    "publication.ask": ("BY_OFFICERS", "POST"),
    "publication.check": ("BY_OFFICERS", "POST"),
    "publication.publish": ("BY_OFFICERS", "POST"),
    "publication.supplement": ("BY_OFFICERS", "GET", "POST"),
    "publication.ask_supplement": ("BY_OFFICERS", "POST"),
    "publication.check_supplement": ("BY_OFFICERS", "POST"),
    "publication.late_item": ("BY_OFFICERS", "GET", "POST"),
    "publication.pack": ("EVERYBODY", "GET"),
    "publication.restricted": ("RESTRICTED", "GET"),
    "publication.read": ("READERS", "POST"),
}
