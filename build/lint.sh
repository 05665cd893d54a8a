#!/usr/bin/env bash
# Looks the code over with two tools, each built once into bin/tools.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${GOFLAGS:?call this through make lint, which knows the flags}"

tool() { # name, path, version
	local built="bin/tools/$1-$3"
	if [ ! -x "$built" ]; then
		echo "building $1 $3"
		# Without the house's flags: it is another program.
		GOBIN="$PWD/bin/tools" GOFLAGS='' CGO_ENABLED=0 go install "$2@$3"
		mv "bin/tools/$1" "$built"
	fi
}

tool staticcheck honnef.co/go/tools/cmd/staticcheck v0.8.2
tool gocyclo github.com/fzipp/gocyclo/cmd/gocyclo v0.6.0
bin/tools/staticcheck-v0.8.2 ./...
bin/tools/gocyclo-v0.6.0 -over 15 .
