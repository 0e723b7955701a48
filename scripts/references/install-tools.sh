#!/usr/bin/env bash
# Installs what reads the references' configuration, from Debian's or Ubuntu's packages: systemd-analyze and promtool.
# Those that are there stay as they are.
set -euo pipefail

missing=()
if ! command -v systemd-analyze >/dev/null; then missing+=(systemd); fi
if ! command -v promtool >/dev/null; then missing+=(prometheus); fi
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
  echo "Install these packages by hand, then run again: ${missing[*]}" >&2
  exit 2
fi

# The packages would start their services; only their tools are wanted.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap '"${as_root[@]}" rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod +x "$policy"
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
