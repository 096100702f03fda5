"""Terms of reference: what a version says, its numbered clauses, a starter text, and what differs between two."""
