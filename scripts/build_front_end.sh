#!/bin/sh
# Rebuild shp_gov/static/app.css and app.js. For developers only: the result is kept with the code.
set -eu
cd "$(dirname "$0")/.."
npm install --no-audit --no-fund --no-package-lock
npx sass --pkg-importer=node --style=compressed --no-source-map --no-charset scripts/front_end/app.scss shp_gov/static/app.css
npx esbuild scripts/front_end/app.mjs --bundle --minify --format=esm --target=es2020 --legal-comments=none --outfile=shp_gov/static/app.js
for file in shp_gov/static/app.css shp_gov/static/app.js; do
  echo "$file: $(wc -c <"$file") bytes, $(gzip -9 -c "$file" | wc -c) compressed"
done
