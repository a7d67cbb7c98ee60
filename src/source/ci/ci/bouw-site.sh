#!/bin/sh
# Haalt Verbeeld op, kijkt of het heel is aangekomen, en maakt de site in public/. Staat er een fout in de site, dan stopt het.
#
# Twee variabelen stelt u in bij de instellingen van uw opslagplaats:
#   VERBEELD_ADRES    waar verbeeld-…-linux-x86-64.tar.gz staat
#   VERBEELD_SHA256   het controlegetal van dat bestand; het staat in verbeeld-….sha256
set -eu
cd "$(dirname "$0")/.."
: "${VERBEELD_ADRES:?Stel deze variabele in: het adres van verbeeld-...-linux-x86-64.tar.gz}"
: "${VERBEELD_SHA256:?Stel deze variabele in: het controlegetal van dat bestand}"

werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
curl --fail --silent --show-error --location --output "$werk/verbeeld.tar.gz" "$VERBEELD_ADRES"
printf '%s  %s\n' "$VERBEELD_SHA256" "$werk/verbeeld.tar.gz" | sha256sum --check --quiet
tar -xzf "$werk/verbeeld.tar.gz" -C "$werk"
"$werk/verbeeld/verbeeld" build
