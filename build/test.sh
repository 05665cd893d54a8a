#!/usr/bin/env bash
# Checks everything, the cheapest first; stops at the first thing that is wrong.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${TAGS:=x11,migrated_fynedo}"
staticcheck=v0.8.2
gocyclo=v0.6.0

build/setup.sh test

echo "test: format"
wrong=$(gofmt -l assets cmd model persist ui ./*.go)
if [ -n "$wrong" ]; then
	printf 'these files are not formatted; run make fmt:\n%s\n' "$wrong"
	exit 1
fi

echo "test: vet"
go vet -tags "$TAGS" ./...

echo "test: lint"
tool() { # name path version: builds a pinned tool once
	[ -x "bin/tools/$1-$3" ] || {
		GOBIN="$PWD/bin/tools" go install "$2@$3"
		mv "bin/tools/$1" "bin/tools/$1-$3"
	}
}
tool staticcheck honnef.co/go/tools/cmd/staticcheck $staticcheck
tool gocyclo github.com/fzipp/gocyclo/cmd/gocyclo $gocyclo
"bin/tools/staticcheck-$staticcheck" -tags "$TAGS" ./...
"bin/tools/gocyclo-$gocyclo" -over 15 .

echo "test: build"
mkdir -p bin
go build -tags "$TAGS" -o bin/racedesk ./cmd/racedesk

echo "test: packages, with the race detector"
go test -race -tags "$TAGS" ./...
