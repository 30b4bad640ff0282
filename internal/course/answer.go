package course

import (
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// An Answer is a file that could stand in the place of the learner's, and what
// the course knows of it.
type Answer struct {
	File  string   // absolute path
	Kind  Kind     // where it stands, and so what it is
	Title string   // first paragraph of its package comment
	Why   string   // the paragraphs after it, but for the line that begins with "Fails:"
	Fails []string // the tests it must fail, sorted; nil when it must fail none
	Race  bool     // it must be reported as a data race
	// Said is what each test that it fails says to it, as judge.Verdict.Said has
	// it, and Varies which of these say it in other words the next time.
	Said   map[string]string
	Varies []string
}

// Kind says what an answer is for.
type Kind string

const (
	Start     Kind = "start"     // what the learner began with
	Reference Kind = "reference" // the answer the course stands for
	Right     Kind = "right"     // another answer the tests accept
	Wrong     Kind = "wrong"     // an answer the tests reject
)

// Name returns a short name for the answer: "reference", "right/mutex",
// "wrong/no_lock".
func (a Answer) Name() string {
	if a.Kind == Reference || a.Kind == Start {
		return string(a.Kind)
	}
	return string(a.Kind) + "/" + strings.TrimSuffix(filepath.Base(a.File), ".go")
}

// Paragraphs returns the header's paragraphs, a line each, Title first.
func (a Answer) Paragraphs() []string {
	var found []string
	for _, paragraph := range strings.Split(a.Title+"\n\n"+a.Why, "\n\n") {
		if words := strings.Fields(paragraph); len(words) > 0 {
			found = append(found, strings.Join(words, " "))
		}
	}
	return found
}

// Answers returns all that the course knows of an exercise: the start, the
// reference answer, and the files below testdata/right and testdata/wrong. The
// error says in a sentence what is missing.
func (e Exercise) Answers() ([]Answer, error) {
	reference := filepath.Join(e.SolutionDir(), e.Package+".go")
	if !exists(reference) {
		return nil, fmt.Errorf("%s has no reference answer: write solutions/%s/%s.go", e.ID, e.ID, e.Package)
	}
	if !exists(e.Start()) {
		return nil, fmt.Errorf("%s has no pristine start: copy the learner's file to solutions/%s/testdata/start/%s.go", e.ID, e.ID, e.Package)
	}
	start, err := e.startAnswer()
	if err != nil {
		return nil, err
	}
	record, err := e.Record()
	if err != nil {
		return nil, err
	}
	answers := []Answer{start, {File: reference, Kind: Reference}}
	for _, kind := range []Kind{Right, Wrong} {
		files, err := Files(filepath.Join(e.SolutionDir(), "testdata", string(kind)), "*.go")
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			answer, err := readAnswer(file, kind)
			if err != nil {
				return nil, err
			}
			answer.Said, answer.Varies = record.Said[answer.Name()], record.Varies[answer.Name()]
			answers = append(answers, answer)
		}
	}
	return answers, nil
}

// RightAnswers returns the reference answer and, after it, the other right ones.
func (e Exercise) RightAnswers() ([]Answer, error) {
	all, err := e.Answers()
	return slices.DeleteFunc(all, func(a Answer) bool { return a.Kind != Reference && a.Kind != Right }), err
}

// startAnswer reads what the start must fail from the file beside it: the
// start itself is the learner's file to the letter, so it can't say.
func (e Exercise) startAnswer() (Answer, error) {
	a := Answer{File: e.Start(), Kind: Start}
	file := filepath.Join(filepath.Dir(a.File), "fails.txt")
	text, err := os.ReadFile(file)
	if err != nil {
		return Answer{}, fmt.Errorf("%s: nothing says which tests the start fails: write solutions/%s/testdata/start/fails.txt, a line such as \"Fails: TestA TestB\"", e.ID, e.ID)
	}
	if !a.readFails(string(text)) {
		return Answer{}, fmt.Errorf("%s: write the tests that the start fails, in a line such as \"Fails: TestA TestB\"", file)
	}
	return a, nil
}

// readAnswer reads an answer's header: its package comment.
func readAnswer(file string, kind Kind) (Answer, error) {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{File: file, Kind: kind}
	doc := parsed.Doc.Text()
	if strings.TrimSpace(doc) == "" {
		return Answer{}, fmt.Errorf("%s has no header: say in its package comment what it does differently", file)
	}
	rest := a.withoutFails(doc)
	a.Title, a.Why, _ = strings.Cut(rest, "\n\n")
	a.Title, a.Why = strings.Join(strings.Fields(a.Title), " "), strings.TrimSpace(a.Why)
	if kind == Wrong && len(a.Fails) == 0 && !a.Race {
		return Answer{}, fmt.Errorf("%s: its header does not say which tests it fails: end the package comment with a line such as \"Fails: TestA TestB\" or \"Fails: race\"", file)
	}
	if kind == Right && (len(a.Fails) > 0 || a.Race) {
		return Answer{}, fmt.Errorf("%s stands among the right answers, and its header names tests that it fails", file)
	}
	return a, nil
}

// withoutFails takes the line that begins with "Fails:" out of a header and
// notes what it says.
func (a *Answer) withoutFails(doc string) string {
	var rest []string
	for line := range strings.Lines(doc) {
		if !a.readFails(line) {
			rest = append(rest, line)
		}
	}
	return strings.TrimSpace(strings.Join(rest, ""))
}

func (a *Answer) readFails(line string) bool {
	names, ok := strings.CutPrefix(strings.TrimSpace(line), "Fails:")
	if !ok {
		return false
	}
	for _, name := range strings.Fields(names) {
		if name == "race" {
			a.Race = true
		} else {
			a.Fails = append(a.Fails, name)
		}
	}
	slices.Sort(a.Fails)
	return len(a.Fails) > 0 || a.Race
}
