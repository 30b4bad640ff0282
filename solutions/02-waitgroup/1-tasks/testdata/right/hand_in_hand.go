// A chain: a task that has ended waits for its neighbour on the left, and tells
// its neighbour on the right. Run stands at the right end.
package tasks

func Run(tasks ...func()) {
	left := make(chan struct{})
	close(left)
	for _, task := range tasks {
		right := make(chan struct{})
		go func(left, right chan struct{}) {
			defer func() {
				<-left
				close(right)
			}()
			task()
		}(left, right)
		left = right
	}
	<-left
}
