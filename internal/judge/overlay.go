package judge

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/schedule/rewrite"
)

// An overlay tells the go command which file stands in the place of which.
type overlay struct {
	file  string // for the -overlay flag
	dir   string // where it and the rewritten files lie
	built string // the tests' program, "" when "go test" builds it anew each time
	json  string // the program test2json, for what built prints
	tools Tools  // they leave what they write in dir
}

func (o overlay) remove() { os.RemoveAll(o.dir) }

// flags are those with which the go command compiles tests. Without the paths of
// this checkout in them they are the same in every checkout, and the go command
// remembers what they said in one of them for all.
func (o overlay) flags() []string {
	flags := []string{"-vet=off", "-trimpath", "-overlay=" + o.file}
	if o.tools.Race {
		flags = append(flags, "-race")
	}
	return flags
}

// newOverlay puts answers in the place of the learner's files: as they are, or
// with the steps that the schedule explorer needs.
func (j *Judge) newOverlay(answers []Answer, withSteps bool) (o overlay, err error) {
	o.dir, err = j.tools.tempDir("answers")
	if err != nil {
		return overlay{}, err
	}
	o.tools = j.tools.leavingIn(o.dir)
	defer func() {
		if err != nil {
			o.remove()
		}
	}()
	replace := make(map[string]string)
	for _, answer := range answers {
		files, err := answer.files()
		if err != nil {
			return o, err
		}
		for place, file := range files {
			if withSteps && file != "" {
				if file, err = o.rewritten(answer, place, file); err != nil {
					return o, err
				}
			}
			replace[place] = file
		}
		place, file, err := o.testMain(answer)
		if err != nil {
			return o, err
		}
		replace[place] = file
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return o, err
	}
	o.file = filepath.Join(o.dir, "overlay.json")
	return o, write(o.file, text)
}

// files returns what stands where: for each Go file of the exercise the
// answer's file that takes its place, or "" when none does.
func (a Answer) files() (map[string]string, error) {
	own, err := goFiles(a.Exercise.Dir())
	if err != nil {
		return nil, err
	}
	files := make(map[string]string)
	for _, file := range own {
		files[file] = "" // an extra file of the learner's would spoil another answer
		if a.File == "" {
			files[file] = file
		}
	}
	if a.File == "" {
		return files, nil
	}
	// The go command takes no offence at a path that does not exist. It would
	// judge the learner's file instead.
	if !filepath.IsAbs(a.File) {
		return nil, fmt.Errorf("judge: %s is not an absolute path", a.File)
	}
	if _, err := os.ReadFile(a.File); err != nil {
		return nil, fmt.Errorf("can't read the answer: %w", err)
	}
	files[a.Exercise.File()] = a.File
	return files, nil
}

// testMain writes a TestMain that ends the tests' program well, whatever the
// tests said, and returns its place and its name. The go command remembers only
// what ends well; so it remembers failures too, which a learner's board and the
// proof of the wrong answers are full of. The judge goes by what each test said.
func (o overlay) testMain(answer Answer) (place, file string, err error) {
	name := answer.Exercise.Package
	text := "package " + name + "_test\n\nimport (\n\t\"os\"\n\t\"testing\"\n)\n\n" +
		"func TestMain(m *testing.M) {\n\tm.Run()\n\tos.Exit(0)\n}\n"
	file = filepath.Join(o.dir, name+"_main_test.go")
	return filepath.Join(answer.Exercise.Dir(), "testmain_of_the_judge_test.go"), file, write(file, []byte(text))
}

// rewritten writes an answer's file with its steps into the overlay's directory
// and returns its name: the file's own when it can't be parsed. What is wrong
// with it, the compiler says best.
func (o overlay) rewritten(answer Answer, place, file string) (string, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("can't read the answer: %w", err)
	}
	text, err := rewrite.File(filepath.Base(place), source)
	if err != nil {
		return file, nil
	}
	dir := filepath.Join(o.dir, filepath.FromSlash(answer.Exercise.ID))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("can't write a temporary file: %w", err)
	}
	to := filepath.Join(dir, filepath.Base(place))
	return to, write(to, text)
}

func write(file string, text []byte) error {
	if err := os.WriteFile(file, text, 0o600); err != nil {
		return fmt.Errorf("can't write a temporary file: %w", err)
	}
	return nil
}

// goFiles returns the Go files of a directory that are not tests.
func goFiles(dir string) ([]string, error) {
	files, err := course.Files(dir, "*.go")
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(files, func(file string) bool { return strings.HasSuffix(file, "_test.go") }), nil
}
