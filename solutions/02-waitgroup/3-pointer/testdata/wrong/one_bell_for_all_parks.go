// All roll calls share a condition variable and a count.
//
// The count belongs to nobody: it says how many are being greeted in the whole
// program, and each roll call waits until that is zero.
//
// Fails: TestTwoRollCallsShareNothing
package pointer

import "sync"

var (
	mu       sync.Mutex
	changed  = sync.NewCond(&mu)
	greeting int
)

func RollCall(guests []string, greet func(guest string)) {
	mu.Lock()
	greeting += len(guests)
	mu.Unlock()
	for _, guest := range guests {
		go func() {
			defer func() {
				mu.Lock()
				defer mu.Unlock()
				greeting--
				changed.Broadcast()
			}()
			greet(guest)
		}()
	}
	mu.Lock()
	defer mu.Unlock()
	for greeting > 0 {
		changed.Wait()
	}
}
