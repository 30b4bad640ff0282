package judge

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/backpressure/internal/course"
)

// Many judges any number of files, as [Judge.Answers] does but without advice,
// and in one run of the go command: that takes longer to start than most tests
// to run. Several may be to the same exercise, because they are laid out side by
// side, each with its tests, in a module of their own.
func (j *Judge) Many(ctx context.Context, answers ...Answer) ([]Verdict, error) {
	root, err := j.tools.tempDir("many")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(root)
	if err := j.furnish(root); err != nil {
		return nil, fmt.Errorf("can't lay out the answers: %w", err)
	}
	laid := make([]Answer, len(answers))
	for i, answer := range answers {
		if laid[i], err = j.layOut(root, answer); err != nil {
			return nil, fmt.Errorf("can't lay out the answers: %w", err)
		}
	}
	// Those with the same text lie in the same place.
	byID := func(a, b Answer) int { return cmp.Compare(a.Exercise.ID, b.Exercise.ID) }
	different := slices.Clone(laid)
	slices.SortFunc(different, byID)
	different = slices.Compact(different)

	there := &Judge{course: &course.Course{Root: root, Module: j.course.Module}, tools: j.tools, WithoutAdvice: true, Width: j.Width, Fresh: j.Fresh}
	there.tools.root = root
	judged, err := there.Answers(ctx, different...)
	if err != nil {
		return nil, err
	}
	verdicts := make([]Verdict, len(answers))
	for i, answer := range answers {
		at, _ := slices.BinarySearchFunc(different, laid[i], byID)
		verdicts[i] = judged[at].movedTo(answer.Exercise)
	}
	return verdicts, nil
}

// movedTo returns the verdict as it would be of the exercise itself: what is said
// may name the place where the answer was.
func (v Verdict) movedTo(e course.Exercise) Verdict {
	moved := func(text string) string { return strings.ReplaceAll(text, v.Exercise.ID, e.ID) }
	v.Build = slices.Clone(v.Build)
	for i := range v.Build {
		v.Build[i] = moved(v.Build[i])
	}
	v.Tests = slices.Clone(v.Tests)
	for i := range v.Tests {
		messages := slices.Clone(v.Tests[i].Messages)
		for m := range messages {
			messages[m].Text, messages[m].Detail = moved(messages[m].Text), moved(messages[m].Detail)
		}
		v.Tests[i].Messages = messages
	}
	v.Exercise = e
	return v
}

// furnish makes root a module with what the tests need.
func (j *Judge) furnish(root string) error {
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(j.course.Root, name))
		if err != nil {
			return err
		}
		if err := write(filepath.Join(root, name), text); err != nil {
			return err
		}
	}
	return os.CopyFS(filepath.Join(root, "internal"), os.DirFS(filepath.Join(j.course.Root, "internal")))
}

// layOut writes an answer and its tests into a directory below root. Its name is
// made of the answer's text, and so is the same each time: the go command
// remembers what the tests said.
func (j *Judge) layOut(root string, answer Answer) (Answer, error) {
	text, err := os.ReadFile(answer.File)
	if err != nil {
		return Answer{}, err
	}
	exercise := answer.Exercise
	laid := exercise.In(root, fmt.Sprintf("answers/%.8x/%s", sha256.Sum256(text), exercise.ID))
	if err := os.MkdirAll(laid.Dir(), 0o700); err != nil {
		return Answer{}, err
	}
	tests, err := course.Files(exercise.Dir(), "*_test.go")
	if err != nil {
		return Answer{}, err
	}
	here, there := j.importPath(exercise), j.importPath(laid)
	for _, test := range tests {
		text, err := os.ReadFile(test)
		if err != nil {
			return Answer{}, err
		}
		moved := strings.ReplaceAll(string(text), `"`+here+`"`, `"`+there+`"`)
		if err := write(filepath.Join(laid.Dir(), filepath.Base(test)), []byte(moved)); err != nil {
			return Answer{}, err
		}
	}
	return Answer{Exercise: laid}, write(laid.File(), text)
}
