package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"example.com/backpressure/internal/course"
)

// A text is one of the learner's files.
type text struct {
	file string // absolute path
	body []byte
	mode fs.FileMode
}

// keptMark stands between a file's name and the number of the reset that kept
// it: ride.go.kept-1. The go command does not look at such a file.
const keptMark = ".kept-"

func keptName(file string, n int) string { return file + keptMark + strconv.Itoa(n) }

// ownTexts reads the learner's Go files of an exercise. Tests are not among
// them, neither the course's nor the learner's own. What is no ordinary file is
// an error: a link's text lies elsewhere, and is nobody's here to replace.
func ownTexts(e course.Exercise) ([]text, error) {
	entries, err := os.ReadDir(e.Dir())
	if err != nil {
		return nil, err
	}
	var texts []text
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if !entry.Type().IsRegular() {
			return nil, fmt.Errorf("%s/%s is a link or no ordinary file, and stays as it is", e.ID, name)
		}
		t, err := readText(filepath.Join(e.Dir(), name))
		if err != nil {
			return nil, err
		}
		texts = append(texts, t)
	}
	return texts, nil
}

func readText(file string) (text, error) {
	info, err := os.Stat(file)
	if err != nil {
		return text{}, err
	}
	body, err := os.ReadFile(file)
	return text{file: file, body: body, mode: info.Mode().Perm()}, err
}

// newestKept returns the highest number under which something is kept in the
// exercise's directory, 0 when nothing is, and what was kept last, each text
// under the name that it had. An empty file is no text: it was about to be
// written when its reset was stopped.
func newestKept(e course.Exercise) (highest int, last []text, err error) {
	entries, err := os.ReadDir(e.Dir())
	if err != nil {
		return 0, nil, err
	}
	kept := make(map[int][]text)
	for _, entry := range entries {
		name, digits, ok := strings.Cut(entry.Name(), keptMark)
		n, err := strconv.Atoi(digits)
		if !ok || err != nil || n < 1 || !strings.HasSuffix(name, ".go") || !entry.Type().IsRegular() {
			continue
		}
		highest = max(highest, n)
		t, err := readText(filepath.Join(e.Dir(), entry.Name()))
		if err != nil {
			return 0, nil, err
		}
		if t.file = filepath.Join(e.Dir(), name); len(t.body) > 0 {
			kept[n] = append(kept[n], t)
		}
	}
	for n := highest; n > 0 && last == nil; n-- {
		last = kept[n]
	}
	return highest, last, nil
}

// keep writes a text to a new file beside its own. The name is taken first, by
// an empty file that never replaces another; then the whole text takes its
// place. So a kept file is empty or complete, whatever happens in between.
func keep(t text, n int) error {
	name := keptName(t.file, n)
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Close(), put(name, t)); err != nil {
		return errors.Join(err, os.Remove(name)) // it is empty, and ours
	}
	return nil
}

// put writes a text to a file in one step: at every moment the file holds what
// it held before, or the whole text, also after a power cut.
func put(file string, t text) (err error) {
	dir := filepath.Dir(file)
	f, err := os.CreateTemp(dir, "."+filepath.Base(file)+"-*") // the go command skips names with a dot
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(t.body)
	if err = errors.Join(err, f.Chmod(t.mode), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), file); err != nil {
		return err
	}
	// The new name has to reach the disk as well. Windows can't be asked to.
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
	return nil
}

// exchange puts texts in the place of what an exercise holds now. What would be
// gone is kept before, under the number n. The files that were kept are returned
// with an error too: what it says has happened after that.
func exchange(e course.Exercise, texts []text, n int) (kept []string, err error) {
	before, err := ownTexts(e)
	if err != nil {
		return nil, err
	}
	start, err := readText(e.Start())
	if err != nil {
		return nil, err
	}
	for _, t := range before {
		if len(t.body) == 0 || t.file == e.File() && bytes.Equal(t.body, start.body) {
			continue // nothing that anybody could miss
		}
		if err := keep(t, n); err != nil {
			return kept, fmt.Errorf("%s can't be kept, so nothing was changed: %w", relative(e, t.file), err)
		}
		kept = append(kept, keptName(t.file, n))
	}
	// An editor may have saved in the meantime.
	for _, t := range before {
		if now, err := os.ReadFile(t.file); err != nil || !bytes.Equal(now, t.body) {
			return kept, fmt.Errorf("%s was changed by somebody else at this moment, so it was left as it is", relative(e, t.file))
		}
	}
	for _, t := range before {
		if t.file != e.File() {
			if err := os.Remove(t.file); err != nil {
				return kept, err
			}
		}
	}
	for _, t := range texts {
		if err := put(t.file, t); err != nil {
			return kept, fmt.Errorf("%s can't be replaced, and is as it was: %w", relative(e, t.file), err)
		}
	}
	return kept, nil
}

// relative returns a file's path as a learner would type it at the course's
// root.
func relative(e course.Exercise, file string) string { return e.ID + "/" + filepath.Base(file) }
