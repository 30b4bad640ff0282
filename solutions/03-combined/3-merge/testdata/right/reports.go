// Each forwarder reports its end on a channel, and one goroutine counts the reports.
// Nobody may be kept waiting with a report, so there is room for all.
package merge

import "context"

func Merge[T any](ctx context.Context, inputs ...<-chan T) <-chan T {
	output := make(chan T)
	ended := make(chan struct{}, len(inputs))
	for _, input := range inputs {
		go func() {
			defer func() { ended <- struct{}{} }()
			for ctx.Err() == nil {
				select {
				case value, open := <-input:
					if !open {
						return
					}
					select {
					case output <- value:
					case <-ctx.Done():
					}
				case <-ctx.Done():
				}
			}
		}()
	}
	go func() {
		for range inputs {
			<-ended
		}
		close(output)
	}()
	return output
}
