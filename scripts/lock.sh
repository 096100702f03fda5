#!/usr/bin/env bash
# Write the three locks from pyproject.toml: core, core + test, core + everything. For developers; needs uv.
# The locks name packages and hashes and no host, so that any mirror will do.
set -euo pipefail
cd "$(dirname "$0")/.."

lock() {
  local file=$1
  shift
  uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
    --no-emit-index-url --no-emit-find-links --quiet "$@" pyproject.toml --output-file "$file"
}

lock requirements.txt
lock requirements-dev.txt --constraint requirements.txt --group test
lock requirements-ci.txt --constraint requirements-dev.txt --group test --group browser --group quality
if grep -nE 'https?://|--(index-url|extra-index-url|find-links)' requirements*.txt; then
  echo "A lock names a host or a folder: see above." >&2
  exit 1
fi
