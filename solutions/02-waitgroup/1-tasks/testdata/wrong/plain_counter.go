// The tasks that are left are counted in a plain int.
//
// Two goroutines that end at the same moment both read it, and both write it: a data
// race. One of the two steps may be lost, and then nobody finds a zero.
//
// Fails: race
package tasks

func Run(tasks ...func()) {
	if len(tasks) == 0 {
		return
	}
	left := len(tasks)
	over := make(chan struct{})
	for _, task := range tasks {
		go func() {
			defer func() {
				left--
				if left == 0 {
					close(over)
				}
			}()
			task()
		}()
	}
	<-over
}
