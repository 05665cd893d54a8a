# RaceDesk: `make run` and `make test` are all the set-up there is.

OS   := $(shell uname -s)
TAGS := migrated_fynedo
ifeq ($(OS),Linux)
TAGS := x11,migrated_fynedo
endif
export CGO_ENABLED = 1
export TAGS

.PHONY: run test bench build setup fmt clean help

run: ## install what is missing, build, open the desk
	@build/setup.sh run
	@$(MAKE) --no-print-directory build
	@build/run.sh

test: ## set up and check everything
	@build/test.sh

bench: ## print the ratios to their baselines
	@build/setup.sh run
	go test -tags $(TAGS) -run '^$$' -bench Ratio -benchtime 1x ./...

build: ## build bin/racedesk
	@mkdir -p bin
	go build -tags $(TAGS) -o bin/racedesk ./cmd/racedesk

setup: ## install the system's packages for run and test
	@build/setup.sh test

fmt: ## format the Go files
	gofmt -w assets cmd model persist ui

clean: ## remove what was built
	rm -rf bin out

help: ## this list
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "%-8s %s\n", $$1, $$2}' Makefile
