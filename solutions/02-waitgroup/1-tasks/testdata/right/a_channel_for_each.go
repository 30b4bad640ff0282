// Every task closes a channel of its own, and Run waits for them in the order of
// the tasks. Whoever ended early is not waited for any more.
package tasks

func Run(tasks ...func()) {
	ended := make([]chan struct{}, len(tasks))
	for i, task := range tasks {
		ended[i] = make(chan struct{})
		go func() {
			defer close(ended[i])
			task()
		}()
	}
	for _, c := range ended {
		<-c
	}
}
