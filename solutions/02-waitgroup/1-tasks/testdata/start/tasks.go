// Package tasks does what has to be done before the park opens: test the
// brakes, sweep the paths, heat the popcorn. All of it happens at the same
// time, and the gates open when the last task has ended.
//
// The function below starts every task, and opens the gates at once. Make it
// wait.
package tasks

// Run starts every task in a goroutine of its own, and returns when the last
// of them has ended.
//
//   - It calls each task once, in any order. None of them is nil.
//   - It starts all of them before it waits for any. However many there are,
//     they can all be in progress at the same time.
//   - It does not return before every task has ended, however long that takes.
//     A task that ends through runtime.Goexit has ended, too.
//   - It returns at the moment in which the last task ends, not later, and at
//     once when there are no tasks. Until then it rests: it does not ask again
//     and again.
//   - A panic in a task is not hushed up. When nobody recovers from it, the
//     program crashes with the words of the panic.
//   - Two calls of Run share nothing: neither waits for the tasks of the other.
//   - It leaves no goroutine behind.
func Run(tasks ...func()) {
	for _, task := range tasks {
		go task()
	}
}
