package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"example.com/backpressure/internal/course"
)

// A small exercise that is complete but for its idea and its answers. What a
// teacher has to write is marked with course.Blank.
//
//go:embed skeleton
var skeleton embed.FS

// layout says where each file of the skeleton goes.
var layout = []struct{ from, to string }{
	{"learner.go.txt", "EXERCISE/PACKAGE.go"},
	{"test.go.txt", "EXERCISE/PACKAGE_test.go"},
	{"reference.go.txt", "solutions/EXERCISE/PACKAGE.go"},
	{"learner.go.txt", "solutions/EXERCISE/testdata/start/PACKAGE.go"},
	{"fails.txt", "solutions/EXERCISE/testdata/start/fails.txt"},
	{"right.go.txt", "solutions/EXERCISE/testdata/right/a_channel.go"},
	{"wrong.go.txt", "solutions/EXERCISE/testdata/wrong/twice.go"},
}

const newSection = "section.md.txt" // goes into the chapter's README.md

var newName = regexp.MustCompile(`^([1-9][0-9]*)-([a-z]+)$`)

// newExercise lays out an exercise for a teacher to fill in.
func (l *learner) newExercise(_ context.Context, args []string) (int, error) {
	if len(args) != 1 {
		return unknown, errUsage{"new takes a chapter and a name, as in \"go tool learn new 02-waitgroup/5-name\""}
	}
	inChapter, name, ok := strings.Cut(filepath.ToSlash(args[0]), "/")
	if !ok {
		return unknown, errUsage{fmt.Sprintf("%q: expected a chapter and a name, as in 02-waitgroup/5-name", args[0])}
	}
	chapter, err := l.course.Chapter(inChapter)
	if err != nil {
		return unknown, err
	}
	pkg, err := l.freeName(chapter, name)
	if err != nil {
		return unknown, err
	}
	id := chapter.Name + "/" + name
	fill := strings.NewReplacer("PACKAGE", pkg, "NAME", name, "EXERCISE", id, "MODULE", l.course.Module)
	page, err := l.pageWith(chapter, fill)
	if err != nil {
		return unknown, err
	}
	if err := l.layOut(id, fill); err != nil {
		return unknown, err
	}
	if err := put(page.file, page); err != nil {
		return unknown, fmt.Errorf("%s is laid out, but for its section in the chapter: %w", id, err)
	}
	l.tellNew(id, pkg, chapter, fill)
	return yes, nil
}

// freeName returns the package's name of a new exercise. The error says why an
// exercise can't have this name.
func (l *learner) freeName(chapter course.Chapter, name string) (string, error) {
	match := newName.FindStringSubmatch(name)
	if match == nil {
		return "", fmt.Errorf("%q: an exercise's name is a number, a hyphen and lower-case letters, as in 5-name: the letters are the name of its package", name)
	}
	for _, e := range chapter.Exercises {
		if number, _, _ := strings.Cut(e.Name(), "-"); number == match[1] {
			return "", fmt.Errorf("%q: %s has the number %s already", name, e.ID, number)
		}
	}
	pkg := match[2]
	for _, e := range l.course.Exercises() {
		if e.Package == pkg {
			return "", fmt.Errorf("%q: %s is called so already", name, e.ID)
		}
	}
	if other, err := l.course.Chapter(pkg); err == nil {
		return "", fmt.Errorf("%q: chapter %s is called so already", name, other.Name)
	}
	switch {
	case token.IsKeyword(pkg), pkg == "main":
		return "", fmt.Errorf("%q: the package can't be called %s, a word that Go has taken", name, pkg)
	case pkg == "testing", pkg == "assert", pkg == "schedule":
		return "", fmt.Errorf("%q: the exercise's tests import a package %s, so it can't be called the same", name, pkg)
	}
	return pkg, nil
}

// pageWith returns the chapter's README.md with the new section, behind that of
// the last exercise.
func (l *learner) pageWith(chapter course.Chapter, fill *strings.Replacer) (text, error) {
	page, err := readText(filepath.Join(l.course.Root, chapter.Name, "README.md"))
	if err != nil {
		return text{}, fmt.Errorf("a new exercise gets a section in its chapter, which can't be read: %w", err)
	}
	section, err := skeleton.ReadFile(path.Join("skeleton", newSection))
	if err != nil {
		return text{}, err
	}
	added, before := fill.Replace(string(section)), string(page.body)
	if strings.Contains(before, "\r\n") {
		added = strings.ReplaceAll(added, "\n", "\r\n")
	}
	at := len(before)
	for _, e := range chapter.Exercises {
		if below := course.Section(before, e.Heading); e.Heading != "" && below != "" {
			at = strings.Index(before, below) + len(below)
		}
	}
	if at == len(before) {
		added = "\n" + strings.TrimRight(added, "\r\n") + "\n"
	}
	page.body = []byte(before[:at] + added + before[at:])
	return page, nil
}

// layOut writes the new exercise's files. Its two directories must be new, and
// are gone again when there is an error.
func (l *learner) layOut(id string, fill *strings.Replacer) (err error) {
	for _, dir := range []string{id, path.Join("solutions", id)} {
		dir = filepath.Join(l.course.Root, filepath.FromSlash(dir))
		if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
			return err
		}
		if err := os.Mkdir(dir, 0o755); errors.Is(err, os.ErrExist) {
			return fmt.Errorf("%s is there already, and stays as it is", dir)
		} else if err != nil {
			return err
		}
		defer func() {
			if err != nil {
				os.RemoveAll(dir)
			}
		}()
	}
	for _, f := range layout {
		body, err := skeleton.ReadFile(path.Join("skeleton", f.from))
		if err != nil {
			return err
		}
		to := filepath.Join(l.course.Root, filepath.FromSlash(fill.Replace(f.to)))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, []byte(fill.Replace(string(body))), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (l *learner) tellNew(id, pkg string, chapter course.Chapter, fill *strings.Replacer) {
	fmt.Fprintf(l.out, "%s is laid out, and works:\n\n", bold(id))
	for _, f := range layout {
		fmt.Fprintf(l.out, "  %s\n", fill.Replace(f.to))
	}
	fmt.Fprintf(l.out, "  %s/README.md, its section\n\n", chapter.Name)
	for _, step := range []string{
		"Write the tests and the reference answer, and then the start: it compiles, does rightly all that the exercise does not teach, and shows the trouble. The learner's file and the one in testdata/start are the same to the letter.",
		"Collect answers in testdata/right and testdata/wrong. The first paragraph of the header says what an answer does differently; the last line of a wrong one's, which tests it fails. \"make record\" writes down what these say, so that a learner's mistake gets its name.",
		"Write the section: a question, a prediction, the idea, the task and three hints.",
	} {
		l.paragraph(step, "  ")
		fmt.Fprintln(l.out)
	}
	l.paragraph("These say what is missing, until nothing is:", "")
	fmt.Fprintf(l.out, "  go test ./solutions -run Every -exercise %s\n  go test ./internal/prose\n\n", pkg)
	l.paragraph(fmt.Sprintf("Nothing proves these two, and a learner looks for them: a line in the table of README.md, and a scene in %s/main.go.", chapter.Name), "")
}
