// A task that panics gets a second chance.
//
// Nobody knows how far it came the first time. Half the popcorn is in the machine, and
// now all of it goes in once more. A task is called once.
//
// Fails: TestAPanicInATaskCrashesTheProgram
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if panics(task) {
				task()
			}
		}()
	}
	wg.Wait()
}

func panics(task func()) (yes bool) {
	defer func() { yes = recover() != nil }()
	task()
	return false
}
