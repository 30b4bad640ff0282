# Every target is a line that you could type yourself; on a machine without
# make, do. NAME is a chapter (01) or an exercise (ride).

CHAPTER ?=
CHAPTERS := $(sort $(foreach dir,$(wildcard [0-9][0-9]-*),$(firstword $(subst -, ,$(dir)))))

.PHONY: learn test verify
learn: go          ## where you are, and what is next
	@go tool learn

test: go           ## test your answers: make test, make test CHAPTER=01
	@go tool learn test $(CHAPTER)

test-%: go         ## test one chapter or exercise: make test-01, make test-ride
	@go tool learn test $*

run-%: go          ## run a chapter's program with your answers: make run-01
	@go tool learn run $*

demo-%: go         ## the same with the reference answers: make demo-01
	@go tool learn run --reference $*

# Without the path of this checkout in it, what one has compiled serves all. What
# waits longest comes first.
verify: go         ## prove the course itself, whatever state your answers are in
	go vet -trimpath ./internal/... ./solutions/...
	go test -trimpath -vet=off -timeout 60m ./solutions/... ./internal/...

# AT_ONCE is how many answers are judged at once: more of them than the machine has
# processors are each other's load.
TIMES ?= 200
EXERCISE ?=
AT_ONCE ?=
steady: go         ## prove that no verdict rests on luck: make steady EXERCISE=ride AT_ONCE=16
	go test ./solutions -run EachTime -v -timeout 0 -times $(TIMES) -exercise '$(EXERCISE)' $(if $(AT_ONCE),-parallel $(AT_ONCE))

record: go         ## write down what the tests say to each wrong answer, for the diagnosis
	go test ./solutions -run EveryAnswer -timeout 60m -record

# The course's own come first: the others are compared with these.
CONTENDERS = RequestLimiter Line Each WaitGroup atomic sync xsync failsafe climits chi conc pond
bench: go          ## the course's own code beside what people use instead, as ratios
	cd internal/bench && go test -run WhatBecomes -v . && go test -run '^$$' -bench . -count 10 . | tee bench.txt
	cd internal/bench && go tool benchstat -table .name -row .name -col '/of@($(CONTENDERS))' bench.txt

figures: bench     ## and keep the ratios, for docs/figures.md
	@cd internal/bench && { echo '$$ make figures'; go run ./ratios $(CONTENDERS) < bench.txt; } | tee ../../docs/runs/bench.txt

load: go           ## drive the solved server with vegeta, and look for what it loses
	cd internal/load && go run .

abuse: go          ## try every misbehaviour of an answer on the judge
	go test ./internal/judge -run 'Misbehaving|Odd' -v -timeout 20m -abuse

MUTANTS ?= reference
mutants: go        ## prove that no test lets a mistake pass: make mutants MUTANTS=all EXERCISE=ride
	go test ./solutions -run EveryMutant -v -timeout 0 -mutants '$(MUTANTS)' -exercise '$(EXERCISE)'

pictures: go       ## draw the pictures in docs again, each with the program of its name
	@for picture in docs/pictures/*.svg; do \
		for program in docs/*/$$(basename $$picture .svg); do \
			[ ! -d $$program ] || go run ./$$program -svg $$picture >/dev/null || exit 1; \
		done; \
	done
	go test ./internal/prose -run Lanes -update

ASIDE = -addr 127.0.0.1:8090
LOOK_THEN_STEP = go tool learn check limiter solutions/01-backpressure/3-limiter/testdata/wrong/look_then_step.go

runs: go           ## keep what the long commands print, for the chapters to show
	@keep() { { echo "$$ $$*"; NO_COLOR=1 COLUMNS=80 "$$@" 2>/dev/null; } | sed 's/[ \t]*$$//'; }; \
	for target in test-01 $(patsubst %,demo-%,$(CHAPTERS)); do \
		keep make --no-print-directory $$target | sed 's/ --no-print-directory//' > docs/runs/$$target.txt; \
	done; \
	keep go tool learn run --reference 01 storm > docs/runs/storm.txt; \
	go tool learn run --reference 01 serve $(ASIDE) >/dev/null & serve=$$!; \
	until go tool learn run --reference 01 crowd -n 1 $(ASIDE) >/dev/null 2>&1; do sleep 1; done; \
	{ keep go tool learn run --reference 01 crowd -polite $(ASIDE); \
	  keep go tool learn run 01 crowd -polite $(ASIDE); } > docs/runs/crowd.txt; \
	kill $$serve; \
	keep $(LOOK_THEN_STEP) > docs/runs/look-then-step.txt; \
	{ echo '$$ go vet ./02-waitgroup/3-pointer'; go vet ./02-waitgroup/3-pointer 2>&1 | grep -v '^#'; } > docs/runs/vet-pointer.txt

prose: go          ## give every page the code and the output that it shows, as they are now
	go test ./internal/prose -run 'Fences|Outputs|Guide' -update

.PHONY: help go runs steady record bench figures load abuse mutants prose pictures
help:              ## this list
	@sed -n 's/^\([a-z%-]*\):.*## /\1	/p' Makefile | expand -t 12

go:
	@command -v go >/dev/null || { echo 'There is no go command here. Install Go 1.25 or newer from https://go.dev/dl, then open a new terminal.'; exit 2; }
	@go list -m >/dev/null 2>&1 || { echo 'This course needs Go 1.25 or newer, and here is:'; go version; go list -m; exit 2; }
