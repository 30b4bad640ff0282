// Run sleeps for a second.
//
// A second is too long for a task of a moment, and too short for one of an hour.
// Nobody can know how long to sleep; whoever ends has to say so.
//
// Fails: TestRunWithoutTasksReturnsAtOnce TestRunReturnsWhenTheLastTaskEnds TestTwoCallsOfRunShareNothing TestRunWaitsHoweverLongATaskTakes
package tasks

import "time"

func Run(tasks ...func()) {
	for _, task := range tasks {
		go task()
	}
	time.Sleep(time.Second)
}
