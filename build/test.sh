#!/usr/bin/env bash
# Checks everything, the cheapest first; stops at the first thing that is wrong.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${GOFLAGS:?call this through make test, which knows the flags}"

step() { printf '\n== %s (after %d s)\n' "$*" "$SECONDS"; }

step "what this machine needs"
build/setup.sh test

step "format"
wrong="$(gofmt -l .)"
if [ -n "$wrong" ]; then
	printf 'these files are not formatted; run make fmt:\n%s\n' "$wrong"
	exit 1
fi

step "vet"
go vet ./...

step "lint"
build/lint.sh

step "build"
go build -o bin/ ./cmd/racedesk

step "packages, with the race detector"
packages="$(go list ./... | grep -v '/cmd/racedesk$')"
# shellcheck disable=SC2086 # a list of packages
go test -race -count=1 $packages

# By itself, since it watches the screen and the time: other tests beside it
# would slow it down.
step "the program in its window"
go test -race -count=1 -timeout 20m ./cmd/racedesk

# Without the tag migrated_fynedo Fyne logs each call that was made on the wrong
# goroutine. Only its real driver does, not the one for tests, so the program is
# shown around once more, built that way.
if [ "$(uname -s)" = Linux ]; then
	step "calls on the wrong goroutine"
	go build -tags=x11 -o bin/racedesk-watched ./cmd/racedesk
	env -u DISPLAY -u WAYLAND_DISPLAY RACEDESK=bin/racedesk-watched OUT=out/watched build/run.sh
	if grep -A 4 'Error in Fyne call thread' out/watched/tour.log; then
		echo "a call was made on the wrong goroutine: go through onMain"
		exit 1
	fi
fi

step "all is well"
