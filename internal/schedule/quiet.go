package schedule

import (
	"io"
	"log"
	"os"
	"strings"
)

// A muffler keeps what an answer prints. A thousand schedules print it a
// thousand times; only the schedule that breaks the answer is of interest.
type muffler struct {
	stdout, err *os.File
	log         io.Writer
	kept        *os.File
}

// muffle sends the standard output, the standard error and the log to a file.
// When there can be none it returns nil, which leaves everything as it is.
// Goroutines of an exploration that hangs may still print, and that is no race
// of theirs.
//
//go:norace
func muffle() *muffler {
	f, err := os.CreateTemp("", "schedule")
	if err != nil {
		return nil
	}
	_ = os.Remove(f.Name()) // whatever happens, it is gone; where an open file can't be removed, end does it
	m := &muffler{os.Stdout, os.Stderr, log.Writer(), f}
	os.Stdout, os.Stderr = f, f
	log.SetOutput(f)
	return m
}

// stderr returns the standard error, muffled or not.
func (m *muffler) stderr() io.Writer {
	if m == nil {
		return os.Stderr
	}
	return m.err
}

// clear forgets what was printed so far.
func (m *muffler) clear() {
	if m == nil {
		return
	}
	if at, err := m.kept.Seek(0, io.SeekCurrent); err == nil && at > 0 {
		_ = m.kept.Truncate(0)
		_, _ = m.kept.Seek(0, io.SeekStart)
	}
}

// clip keeps a schedule that prints without end from filling the disk.
func (m *muffler) clip() {
	const most = 8 << 20
	if m == nil {
		return
	}
	if info, err := m.kept.Stat(); err == nil && info.Size() > most {
		_ = m.kept.Truncate(0) // whoever prints goes on behind the gap
	}
}

// end returns what was printed since clear, and lets printing be heard again.
//
//go:norace
func (m *muffler) end() string {
	if m == nil {
		return ""
	}
	os.Stdout, os.Stderr = m.stdout, m.err
	log.SetOutput(m.log)
	text := ""
	if _, err := m.kept.Seek(0, io.SeekStart); err == nil {
		b, _ := io.ReadAll(io.LimitReader(m.kept, 10_000))
		text = strings.TrimLeft(string(b), "\x00") // see clip
	}
	_ = m.kept.Close()
	_ = os.Remove(m.kept.Name())
	return text
}
