package bench

import (
	_ "github.com/alitto/pond/v2"
	_ "github.com/failsafe-go/failsafe-go/bulkhead"
	_ "github.com/go-chi/chi/v5/middleware"
	_ "github.com/platinummonkey/go-concurrency-limits/limiter"
	_ "github.com/sourcegraph/conc/pool"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/sync/semaphore"
)
