// Run starts the first task, calls itself for the others, and then waits for
// the first.
package tasks

func Run(tasks ...func()) {
	if len(tasks) == 0 {
		return
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		tasks[0]()
	}()
	Run(tasks[1:]...)
	<-ended
}
