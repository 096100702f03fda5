"""The hash of what a paper says: the same contents have the same fingerprint, whoever asks and whenever."""

import hashlib
import json
from typing import Any


def fingerprint(contents: Any) -> str:
    """Hash contents that are safe for JSON, whatever the order of their keys."""
    canonical = json.dumps(contents, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
