package course

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A Record is what an exercise's tests say to its wrong answers. "make record"
// writes it to testdata/said.json.
type Record struct {
	// Tests is the digest of what was asked, as [Exercise.Asked] has it: a
	// record of other tests than today's is out of date.
	Tests string `json:"tests"`
	// Said has for each wrong answer, and for each test that it fails, the words.
	Said map[string]map[string]string `json:"said"`
	// Varies has for each wrong answer the tests whose words differ from run to
	// run: which of two mixed-up results is looked at first, say, is luck.
	Varies map[string][]string `json:"varies,omitempty"`
}

// Record reads the exercise's record. It is empty when none was written yet.
func (e Exercise) Record() (Record, error) {
	var r Record
	text, err := os.ReadFile(e.recordFile())
	if errors.Is(err, os.ErrNotExist) {
		return r, nil
	}
	if err != nil {
		return r, err
	}
	if err := json.Unmarshal(text, &r); err != nil {
		return r, fmt.Errorf("%s: %w; run \"make record\"", e.recordFile(), err)
	}
	return r, nil
}

// Write keeps the record as e's.
func (r Record) Write(e Exercise) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false) // people read it, too
	encoder.SetIndent("", "\t")
	if err := encoder.Encode(r); err != nil {
		return err
	}
	return os.WriteFile(e.recordFile(), text.Bytes(), 0o644)
}

func (e Exercise) recordFile() string {
	return filepath.Join(e.SolutionDir(), "testdata", "said.json")
}

// Asked returns a digest of all that words can come from: the exercise's tests,
// and internal/schedule, which explores for them.
func (e Exercise) Asked() (string, error) {
	files, err := Files(e.Dir(), "*_test.go")
	if err != nil {
		return "", err
	}
	engine := filepath.Join(e.root, "internal", "schedule")
	err = filepath.WalkDir(engine, func(path string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return "", err
	}
	digest := sha256.New()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		digest.Write(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))) // as git has it on Windows
	}
	return fmt.Sprintf("%x", digest.Sum(nil)[:8]), nil
}
