// Command first ends what still runs when one of three has failed.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	var rides sync.WaitGroup
	rides.Go(func() { cancel(errors.New("ghost train: a lamp is out")) })
	for range 2 {
		rides.Go(func() { <-ctx.Done() }) // would go on for ever
	}
	rides.Wait()
	fmt.Println(context.Cause(ctx))
}
