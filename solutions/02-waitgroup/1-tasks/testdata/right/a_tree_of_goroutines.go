// The tasks are halved until one is left: each half has a goroutine that waits
// for its own two halves.
package tasks

func Run(tasks ...func()) {
	if len(tasks) > 0 {
		<-begin(tasks)
	}
}

func begin(tasks []func()) <-chan struct{} {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if len(tasks) == 1 {
			tasks[0]()
			return
		}
		half := len(tasks) / 2
		left, right := begin(tasks[:half]), begin(tasks[half:])
		<-left
		<-right
	}()
	return ended
}
