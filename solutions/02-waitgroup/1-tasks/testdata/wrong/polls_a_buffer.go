// Run looks at the length of a channel, ten times a second.
//
// The channel would wake it up: a receive waits until something is there. To look at
// its length is to ask again and again.
//
// Fails: TestRunReturnsWhenTheLastTaskEnds TestTwoCallsOfRunShareNothing TestRunWaitsHoweverLongATaskTakes
package tasks

import "time"

func Run(tasks ...func()) {
	ended := make(chan struct{}, len(tasks))
	for _, task := range tasks {
		go func() {
			defer func() { ended <- struct{}{} }()
			task()
		}()
	}
	for len(ended) < len(tasks) {
		time.Sleep(100 * time.Millisecond)
	}
}
