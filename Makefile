# make run and make test are all the set-up there is; make help tells the rest.

# One set of flags for everything, so that Fyne is built once: X11 also under
# Wayland, and Fyne's own goroutine checks off (they cost most of a refresh).
TAGS := migrated_fynedo
ifeq ($(shell uname -s),Linux)
TAGS := x11,migrated_fynedo
endif
export CGO_ENABLED := 1
export GOFLAGS := -buildvcs=false -tags=$(TAGS)

.DEFAULT_GOAL := run
.PHONY: run test bench pictures build setup lint fmt flags clean help

run: ## install what is missing, build, open the desk (ARGS="my.race")
	@build/setup.sh run
	@$(MAKE) --no-print-directory build
	@build/run.sh $(ARGS)

test: ## set up and check everything
	@build/test.sh

bench: ## print the ratios to their baselines
	@build/setup.sh test
	@go test -run '^$$' -bench Ratio -benchtime 1x . ./persist ./ui/board ./cmd/racedesk

pictures: ## take the README's pictures anew
	@build/setup.sh test
	@$(MAKE) --no-print-directory build
	@build/pictures.sh

build: ## build bin/racedesk
	@test -e bin/racedesk || test -e bin/racedesk.exe || echo "building RaceDesk; the first time takes some minutes"
	@go build -o bin/ ./cmd/racedesk

setup: ## install the system's packages for run and test
	@build/setup.sh test

lint: ## look the code over
	@build/lint.sh

fmt: ## format the Go files
	gofmt -w .

flags: ## the flags for go by hand: eval "`make -s flags`"
	@echo 'export CGO_ENABLED=$(CGO_ENABLED) GOFLAGS="$(GOFLAGS)"'

clean: ## remove what was built
	rm -rf bin out

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile
