// A locked mutex for each guest, unlocked by the greeting when it is over. RollCall
// waits for it by locking it again.
package pointer

import "sync"

func RollCall(guests []string, greet func(guest string)) {
	greeting := make([]sync.Mutex, len(guests))
	for i, guest := range guests {
		greeting[i].Lock()
		go func() {
			defer greeting[i].Unlock()
			greet(guest)
		}()
	}
	for i := range greeting {
		greeting[i].Lock()
	}
}
