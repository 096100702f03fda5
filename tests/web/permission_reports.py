"""Who may open the pages of reports: lines of the table in permission_table.py, by the names of its rows."""

ASKED = ("ON_RECORD_BY_OFFICERS", "GET", "POST")
REPORTS: dict[str, tuple[str, ...]] = {
    "reports.index": ("IN_ANY_BODY", "GET"),
    "reports.chase": ("IN_ANY_BODY", "GET", "POST"),
    "reports.mine": ("OWN", "GET"),
    "reports.meeting": ("BY_OFFICERS", "GET"),
    "reports.ask": ("PACK", "GET", "POST"),
    "reports.show": ("RECORD", "GET"),
    "reports.printed": ("RECORD", "GET"),
    "reports.written": ("RECORD", "GET"),
    "reports.template": ("ON_RECORD_BY_OFFICERS", "GET"),
    "reports.version": ("ON_RECORD_BY_OFFICERS", "GET"),
    "reports.file": ("ON_RECORD_BY_OFFICERS", "GET"),
    "reports.clean": ("ON_RECORD_BY_OFFICERS", "POST"),
    "reports.ready": ("ON_RECORD_BY_OFFICERS", "POST"),
    "reports.write": ASKED,
    "reports.confirm": ASKED,
    "reports.submit": ASKED,
    "reports.upload": ASKED,
    "reports.appendices": ASKED,
    "reports.accept": ASKED,
    "reports.send_back": ASKED,
    "reports.clearances": ASKED,
    "reports.change": ASKED,
}
