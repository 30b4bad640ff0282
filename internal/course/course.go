// Package course reads from the tree which chapters and exercises there are.
// Nothing lists them by hand: a chapter is a directory NN-name at the top, an
// exercise a directory N-name in a chapter that holds name.go.
package course

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A Course is what one checkout holds.
type Course struct {
	Root     string // absolute path of the directory with go.mod
	Module   string // the module's path, as go.mod has it
	Chapters []Chapter
}

// A Chapter is a directory such as 01-backpressure.
type Chapter struct {
	Name      string // "01-backpressure"
	Exercises []Exercise
}

// Blank marks a place that whoever lays out a new exercise has to fill in. The
// proof of the solutions finds those that were forgotten.
const Blank = "FILL IN"

// Number returns the digits the chapter's name begins with, "01".
func (c Chapter) Number() string { number, _, _ := strings.Cut(c.Name, "-"); return number }

// An Exercise is a directory such as 01-backpressure/1-ride.
type Exercise struct {
	ID      string // "01-backpressure/1-ride", with slashes on every system
	Package string // "ride": the package's name, and that of the learner's file
	Deeper  bool   // nothing later needs it
	Heading string // its heading in the chapter's README.md, "" when there is none
	root    string
}

// Name returns the last part of the ID, "1-ride".
func (e Exercise) Name() string { _, name, _ := strings.Cut(e.ID, "/"); return name }

// Chapter returns the name of the chapter it stands in, "01-backpressure".
func (e Exercise) Chapter() string { chapter, _, _ := strings.Cut(e.ID, "/"); return chapter }

// Dir returns the absolute path of the exercise's directory.
func (e Exercise) Dir() string { return filepath.Join(e.root, filepath.FromSlash(e.ID)) }

// File returns the absolute path of the file that the learner edits.
func (e Exercise) File() string { return filepath.Join(e.Dir(), e.Package+".go") }

// SolutionDir returns the absolute path of the directory with the reference
// answer.
func (e Exercise) SolutionDir() string {
	return filepath.Join(e.root, "solutions", filepath.FromSlash(e.ID))
}

// Start returns the absolute path of the file that the learner began with.
func (e Exercise) Start() string {
	return filepath.Join(e.SolutionDir(), "testdata", "start", e.Package+".go")
}

// In returns the exercise as it would be in another tree, under another ID.
func (e Exercise) In(root, id string) Exercise {
	e.root, e.ID = root, id
	return e
}

// Started reports whether the learner's file differs from the one it began as,
// or has company: the exercise begins with one file and its test.
func (e Exercise) Started() bool {
	now, err1 := os.ReadFile(e.File())
	then, err2 := os.ReadFile(e.Start())
	files, err3 := Files(e.Dir(), "*.go")
	tests, err4 := Files(e.Dir(), "*_test.go")
	return errors.Join(err1, err2, err3, err4) != nil || !slices.Equal(now, then) || len(files) != len(tests)+1
}

// Tests returns the names of the test functions that the exercise's test files
// declare, in their order.
func (e Exercise) Tests() ([]string, error) {
	files, err := Files(e.Dir(), "*_test.go")
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s has no test file", e.ID)
	}
	var tests []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, match := range testFunc.FindAllSubmatch(text, -1) {
			tests = append(tests, string(match[1]))
		}
	}
	if len(tests) == 0 {
		return nil, fmt.Errorf("%s: the test file declares no test", e.ID)
	}
	return tests, nil
}

var (
	testFunc     = regexp.MustCompile(`(?m)^func (Test[^a-z(]\w*)\(\w+ \*testing\.T\)`)
	chapterName  = regexp.MustCompile(`^\d\d-[a-z]+$`)
	exerciseName = regexp.MustCompile(`^\d+-([a-z]+)$`)
)

// Open reads the course that dir belongs to: the module whose go.mod stands in
// dir or in the nearest directory above it.
func Open(dir string) (*Course, error) {
	root, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	for {
		module, err := modulePath(filepath.Join(root, "go.mod"))
		if err == nil {
			return read(root, module)
		}
		if !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		parent := filepath.Dir(root)
		if parent == root {
			return nil, fmt.Errorf("%s is not inside the course: there is no go.mod here or above", dir)
		}
		root = parent
	}
}

func modulePath(file string) (string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(text)) {
		if path, ok := strings.CutPrefix(line, "module "); ok {
			return strings.TrimSpace(path), nil
		}
	}
	return "", fmt.Errorf("%s names no module", file)
}

func read(root, module string) (*Course, error) {
	c := &Course{Root: root, Module: module}
	entries, err := os.ReadDir(root) // sorted by name
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		if !entry.IsDir() || !chapterName.MatchString(entry.Name()) {
			continue
		}
		chapter, err := readChapter(root, entry.Name())
		if err != nil {
			return nil, err
		}
		c.Chapters = append(c.Chapters, chapter)
	}
	if len(c.Chapters) == 0 {
		return nil, fmt.Errorf("%s holds no chapter: a chapter is a directory such as 01-backpressure", root)
	}
	return c, nil
}

func readChapter(root, name string) (Chapter, error) {
	chapter := Chapter{Name: name}
	entries, err := os.ReadDir(filepath.Join(root, name))
	if err != nil {
		return Chapter{}, err
	}
	headings := headings(filepath.Join(root, name, "README.md"))
	for _, entry := range entries {
		match := exerciseName.FindStringSubmatch(entry.Name())
		if !entry.IsDir() || match == nil {
			continue
		}
		e := Exercise{ID: name + "/" + entry.Name(), Package: match[1], root: root}
		for _, heading := range headings {
			if slices.Contains(strings.Fields(heading), e.Name()) {
				e.Heading = heading
				e.Deeper = strings.Contains(heading, "deeper")
			}
		}
		chapter.Exercises = append(chapter.Exercises, e)
	}
	return chapter, nil
}

// headings returns the headings of a Markdown file, without their marks; none
// when there is no such file.
func headings(file string) []string {
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	var found []string
	for scanner := bufio.NewScanner(f); scanner.Scan(); {
		if mark, text, ok := strings.Cut(scanner.Text(), "# "); ok && strings.Trim(mark, "#") == "" {
			found = append(found, strings.TrimSpace(text))
		}
	}
	return found
}

// Exercises returns the exercises of all chapters, in order.
func (c *Course) Exercises() []Exercise {
	var all []Exercise
	for _, chapter := range c.Chapters {
		all = append(all, chapter.Exercises...)
	}
	return all
}

// Find returns the exercises that a learner means by name: a chapter's
// ("01", "1", "backpressure", "01-backpressure") or one exercise's ("1-ride", "ride",
// "01-backpressure/1-ride", a path of its directory or file). The error lists
// what there is.
func (c *Course) Find(name string) ([]Exercise, error) {
	asked := strings.Trim(filepath.ToSlash(name), "/")
	if abs, err := filepath.Abs(name); err == nil {
		if rel, err := filepath.Rel(c.Root, abs); err == nil && exists(abs) {
			asked = filepath.ToSlash(rel)
		}
	}
	asked = strings.TrimPrefix(strings.TrimPrefix(asked, "./"), "solutions/") // the same tree again
	if chapter, err := c.Chapter(asked); err == nil {
		return chapter.Exercises, nil
	}
	for _, e := range c.Exercises() {
		if asked == e.ID || asked == e.Name() || asked == e.Package || strings.HasPrefix(asked, e.ID+"/") {
			return []Exercise{e}, nil
		}
	}
	var known []string
	for _, e := range c.Exercises() {
		known = append(known, "  "+e.ID)
	}
	return nil, fmt.Errorf("there is no chapter or exercise %q. There are:\n%s", name, strings.Join(known, "\n"))
}

// Chapter returns the chapter that a learner means by "01", "1", "backpressure" or
// "01-backpressure". The error lists what there is.
func (c *Course) Chapter(name string) (Chapter, error) {
	var known []string
	for _, chapter := range c.Chapters {
		number, word, _ := strings.Cut(chapter.Name, "-")
		if name == chapter.Name || name == number || name == strings.TrimLeft(number, "0") || name == word {
			return chapter, nil
		}
		known = append(known, "  "+chapter.Name)
	}
	return Chapter{}, fmt.Errorf("there is no chapter %q. There are:\n%s", name, strings.Join(known, "\n"))
}

// Files returns the paths of the files in dir whose names match pattern, sorted;
// none when there is no such directory. Unlike [filepath.Glob] it takes dir as it
// is, brackets and all.
func Files(dir, pattern string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var found []string
	for _, entry := range entries {
		matches, err := filepath.Match(pattern, entry.Name())
		if err != nil {
			return nil, err
		}
		if matches {
			found = append(found, filepath.Join(dir, entry.Name()))
		}
	}
	return found, nil
}

func exists(path string) bool { _, err := os.Stat(path); return err == nil }
