#!/usr/bin/env bash
# Installs the servers named as arguments (redis, rabbitmq, postgres; all of them without arguments) from Debian's or Ubuntu's packages.
# Those that are there stay as they are.
set -euo pipefail

if [ "$#" -eq 0 ]; then set -- redis rabbitmq postgres; fi

missing=()
need() { # package, whether it is there
  if [ "$2" != yes ] && [[ " ${missing[*]-} " != *" $1 "* ]]; then missing+=("$1"); fi
}
has() { if PATH="$PATH:/usr/sbin:/sbin" command -v "$1" >/dev/null; then echo yes; else echo no; fi; }
has_postgres() { if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then echo yes; else has initdb; fi; }

for server in "$@"; do
  case "$server" in
    redis | 'own redis') need redis-server "$(has redis-server)" ;;
    rabbitmq) need rabbitmq-server "$(has rabbitmq-server)" ;;
    postgres)
      need postgresql "$(has_postgres)"
      need postgresql-client "$(has psql)"
      ;;
    *)
      echo "There is no server $server here: redis, rabbitmq and postgres can be installed." >&2
      exit 2
      ;;
  esac
done
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
  echo "Install these packages by hand, then run again: ${missing[*]}" >&2
  exit 2
fi

# The packages would start their servers as services; the proofs start their own.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap '"${as_root[@]}" rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod +x "$policy"
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
