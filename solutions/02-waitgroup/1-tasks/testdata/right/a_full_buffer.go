// A channel with as many places as there are tasks, all of them taken. A task
// that ends frees a place, and Run takes all of them a second time.
package tasks

func Run(tasks ...func()) {
	places := make(chan struct{}, len(tasks))
	for range tasks {
		places <- struct{}{}
	}
	for _, task := range tasks {
		go func() {
			defer func() { <-places }()
			task()
		}()
	}
	for range tasks {
		places <- struct{}{}
	}
}
