// The figures of the course beside those of libraries that people use. A module
// of its own, so that the course itself depends on none of them.
module example.com/backpressure/internal/bench

go 1.26.0

require (
	example.com/backpressure v0.0.0
	github.com/alitto/pond/v2 v2.7.1
	github.com/failsafe-go/failsafe-go v0.9.8
	github.com/go-chi/chi/v5 v5.5.0
	github.com/platinummonkey/go-concurrency-limits v0.8.0
	github.com/sourcegraph/conc v0.3.0
	golang.org/x/perf v0.0.0-20260908200009-22c9c6c9d4da
	golang.org/x/sync v0.25.0
)

require (
	github.com/aclements/go-moremath v0.0.0-20210112150236-f10218a38794 // indirect
	github.com/bits-and-blooms/bitset v1.24.4 // indirect
	go.uber.org/atomic v1.7.0 // indirect
	go.uber.org/multierr v1.9.0 // indirect
)

replace example.com/backpressure => ../..

tool golang.org/x/perf/cmd/benchstat
