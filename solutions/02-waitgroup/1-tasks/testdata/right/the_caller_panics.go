// A panic is carried to the goroutine that called Run, and goes on there once
// all tasks have ended.
//
// Nothing is hushed up: when that caller does not recover either, the program
// crashes with the same value.
package tasks

import "sync"

func Run(tasks ...func()) {
	var wg sync.WaitGroup
	panics := make(chan any, len(tasks))
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if p := recover(); p != nil {
					panics <- p
				}
			}()
			task()
		}()
	}
	wg.Wait()
	close(panics)
	if p, ok := <-panics; ok {
		panic(p)
	}
}
