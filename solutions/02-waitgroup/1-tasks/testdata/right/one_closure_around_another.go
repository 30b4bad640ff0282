// What there is to wait for is a function that grows with each task.
package tasks

func Run(tasks ...func()) {
	wait := func() {}
	for _, task := range tasks {
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			task()
		}()
		others := wait
		wait = func() {
			others()
			<-ended
		}
	}
	wait()
}
