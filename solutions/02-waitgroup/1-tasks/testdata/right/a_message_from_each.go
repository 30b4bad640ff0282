// No WaitGroup: every goroutine sends a message when it ends, and Run receives
// as many as there are tasks.
package tasks

func Run(tasks ...func()) {
	ended := make(chan struct{})
	for _, task := range tasks {
		go func() {
			defer func() { ended <- struct{}{} }()
			task()
		}()
	}
	for range tasks {
		<-ended
	}
}
