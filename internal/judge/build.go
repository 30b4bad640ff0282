package judge

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"example.com/backpressure/internal/course"
)

// A Program is a chapter's main.go, built.
type Program struct {
	File     string            // the executable; Remove takes it away
	Replaced []course.Exercise // pieces that did not compile, and whose starts stand in their place
	dir      string
}

// Remove deletes the program from the disk.
func (p Program) Remove() { os.RemoveAll(p.dir) }

// Pieces says which answers a chapter's program is built from.
type Pieces func(course.Exercise) Answer

// Learners are the learner's own answers.
func Learners(e course.Exercise) Answer { return Answer{Exercise: e} }

// References are the course's reference answers.
func References(e course.Exercise) Answer {
	return Answer{Exercise: e, File: filepath.Join(e.SolutionDir(), e.Package+".go")}
}

// Starts are what the learner began with.
func Starts(e course.Exercise) Answer { return Answer{Exercise: e, File: e.Start()} }

// Build builds a chapter's main.go with the pieces given. A piece that does
// not compile is replaced by its start. The error, when not even that helps,
// carries what the compiler said.
func (j *Judge) Build(ctx context.Context, chapter course.Chapter, pieces Pieces) (Program, error) {
	dir, err := j.tools.tempDir("chapter")
	if err != nil {
		return Program{}, err
	}
	p := Program{dir: dir, File: filepath.Join(dir, chapter.Name+".exe")} // the ending matters on Windows only
	complaint, err := j.build(ctx, p.File, chapter, pieces)
	if complaint != "" {
		broken := j.broken(complaint)
		p.Replaced = broken
		complaint, err = j.build(ctx, p.File, chapter, func(e course.Exercise) Answer {
			for _, b := range broken {
				if b.ID == e.ID {
					return Starts(e)
				}
			}
			return pieces(e)
		})
	}
	if complaint != "" {
		err = errors.New("the program does not compile:\n" + complaint)
	}
	if err != nil {
		p.Remove()
		return Program{}, err
	}
	return p, nil
}

// build runs "go build" and returns what the compiler complains about.
func (j *Judge) build(ctx context.Context, to string, chapter course.Chapter, pieces Pieces) (complaint string, err error) {
	var answers []Answer
	for _, e := range j.course.Exercises() {
		answers = append(answers, pieces(e))
	}
	overlay, err := j.newOverlay(answers, false)
	if err != nil {
		return "", err
	}
	defer overlay.remove()
	var stderr bytes.Buffer
	cmd := overlay.tools.command(ctx, "build", "-overlay="+overlay.file, "-o", to, "./"+chapter.Name)
	cmd.Stderr = &stderr
	err = cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) && ctx.Err() == nil {
		return strings.TrimSpace(stderr.String()), nil
	}
	return "", err
}

// broken finds the exercises in what the compiler said: it heads the lines of
// each package with "# " and the package's path, and names the file when it
// can't even read the package.
func (j *Judge) broken(complaint string) []course.Exercise {
	var found []course.Exercise
	for _, e := range j.course.Exercises() {
		if strings.Contains(complaint, "# "+j.importPath(e)+"\n") ||
			strings.Contains(filepath.ToSlash(complaint), e.ID+"/") {
			found = append(found, e)
		}
	}
	return found
}
