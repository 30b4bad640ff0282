package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
)

// A repo is a git repository in a directory of its own, with no configuration but
// its own.
type repo struct {
	t   *testing.T
	dir string
}

// git runs a command that begins with "git".
func (r repo) git(words ...string) (said string, err error) {
	r.t.Helper()
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Dir = r.dir
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "GIT_") { // a hook that runs the tests sets some
			cmd.Env = append(cmd.Env, variable)
		}
	}
	cmd.Env = append(cmd.Env, "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_EDITOR=false", "LC_ALL=C",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (r repo) must(words ...string) string {
	r.t.Helper()
	said, err := r.git(words...)
	require.NoError(r.t, err, "%v: %s", words, said)
	return said
}

func (r repo) write(name, text string) {
	r.t.Helper()
	file := filepath.Join(r.dir, filepath.FromSlash(name))
	require.NoError(r.t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(r.t, os.WriteFile(file, []byte(text), 0o644))
}

func (r repo) read(name string) string {
	r.t.Helper()
	text, err := os.ReadFile(filepath.Join(r.dir, filepath.FromSlash(name)))
	require.NoError(r.t, err)
	return string(text)
}

var (
	shellFence = regexp.MustCompile("(?s)```sh\n(.*?)```")
	shellWord  = regexp.MustCompile(`"[^"]*"|\S+`)
)

// keepCommands returns what README.md tells a learner to type: once, and for each
// newer version of the course.
func keepCommands(t *testing.T, readme string) (once, update [][]string) {
	fences := shellFence.FindAllStringSubmatch(course.Section(readme, "Keep your work"), -1)
	require.Len(t, fences, 2, "the section has two blocks of commands")
	commands := func(fence string) (all [][]string) {
		for line := range strings.Lines(fence) {
			var words []string
			for _, word := range shellWord.FindAllString(line, -1) {
				words = append(words, strings.Trim(word, `"`))
			}
			all = append(all, words)
		}
		return all
	}
	return commands(fences[0][1]), commands(fences[1][1])
}

// A learner does what README.md says and gets the course's news, and whatever
// state the learner's work was in, none of it is lost.
func TestANewerCourseKeepsTheLearnersWork(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here, and it is what merges")
	}
	const (
		rideFile, rideTest = exercise + "/ride.go", exercise + "/ride_test.go"
		helper             = exercise + "/helper.go"
		lineFile           = "01-backpressure/2-line/line.go"
		news               = "01-backpressure/6-news/news.go"
	)
	c, err := course.Open(".")
	require.NoError(t, err)
	here := repo{t, c.Root}
	start := func(file string) string {
		return "solutions/" + filepath.ToSlash(filepath.Dir(file)) + "/testdata/start/" + filepath.Base(file)
	}
	swap := func(text string, oldnew ...string) string {
		for i := 0; i < len(oldnew); i += 2 {
			require.Contains(t, text, oldnew[i])
		}
		return strings.NewReplacer(oldnew...).Replace(text)
	}
	begun, readme, test := here.read(start(rideFile)), here.read("README.md"), here.read(rideTest)
	newStart := swap(begun,
		"	r.aboard++\n	return nil\n", "	r.aboard += 1\n	return error(nil)\n", // where an answer begins
		"a number of seats.\n", "a number of seats, all of one kind.\n") // where nobody wrote
	newReadme, newTest := swap(readme, "a terminal.", "a terminal, anew."), swap(test, "fill(t, ride.New(10), 10)", "fill(t, ride.New(12), 12)")
	answer := swap(begun, "	r.aboard++\n	return nil\n", "	if r.aboard == r.seats {\n		return ErrFull\n	}\n	r.aboard++\n	return nil // mine\n")
	once, update := keepCommands(t, readme)

	for name, c := range map[string]struct {
		branch bool // the learner works on a branch, as README.md says
		work   func(r repo)
		keeps  map[string]string // what is the learner's, by file
	}{
		"committed": {true, func(r repo) {
			r.write(rideFile, answer)
			r.must("git", "commit", "-am", "my ride")
		}, map[string]string{rideFile: answer}},
		"not committed": {true, func(r repo) {
			r.write(rideFile, answer)
			r.write(helper, "package ride\n")
			r.write(rideFile+".kept-1", begun)
		}, map[string]string{rideFile: answer, helper: "package ride\n", rideFile + ".kept-1": begun}},
		"half of it": {true, func(r repo) {
			r.write(rideFile, "package ride\n")
			r.must("git", "commit", "-am", "my ride")
			r.write(rideFile, answer)
			r.must("git", "add", rideFile)
			r.write(helper, "package ride\n")
		}, map[string]string{rideFile: answer, helper: "package ride\n"}},
		"without a branch": {false, func(r repo) { r.write(rideFile, answer) }, map[string]string{rideFile: answer}},
		"a file of the same name": {true, func(r repo) { r.write(news, "package news // mine\n") },
			map[string]string{news: "package news // mine\n"}},
		"lines of a test and of a page": {true, func(r repo) {
			r.write(rideTest, swap(test, "fill(t, ride.New(10), 10)", "fill(t, ride.New(11), 11) // mine"))
			r.write("README.md", swap(readme, "a terminal.", "a terminal of mine."))
		}, map[string]string{
			rideTest:    swap(test, "fill(t, ride.New(10), 10)", "fill(t, ride.New(11), 11) // mine"),
			"README.md": swap(readme, "a terminal.", "a terminal of mine.")}},
		"nothing yet": {true, func(repo) {}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			upstream, mine := repo{t, t.TempDir()}, repo{t, t.TempDir()}
			upstream.must("git", "init", "--quiet", "--initial-branch=main")
			for _, file := range []string{"README.md", ".gitattributes", ".gitignore", rideTest, start(rideFile), start(lineFile)} {
				upstream.write(file, here.read(file))
			}
			upstream.write(rideFile, begun)
			upstream.write(lineFile, here.read(start(lineFile)))
			upstream.must("git", "add", "--all")
			upstream.must("git", "commit", "-m", "the course")
			mine.must("git", "clone", "--quiet", upstream.dir, ".")

			arrives := map[string]string{
				"README.md": newReadme, rideTest: newTest, rideFile: newStart, start(rideFile): newStart,
				lineFile: "package line // anew\n", news: "package news\n",
			}
			for file, text := range arrives {
				upstream.write(file, text)
			}
			upstream.must("git", "add", "--all")
			upstream.must("git", "commit", "-m", "a newer course")

			if c.branch {
				for _, words := range once {
					mine.must(words...)
				}
			}
			c.work(mine)
			for _, words := range update {
				if said, err := mine.git(words...); err != nil {
					require.Contains(t, said, "nothing to commit", "%v", words)
				}
			}
			for file, text := range c.keeps {
				arrives[file] = text
			}
			for file, text := range arrives {
				assert.Equal(t, text, mine.read(file), file)
			}
			assert.Empty(t, mine.must("git", "status", "--porcelain"), "everything is committed, and no merge is under way")
			mine.must("git", "merge-base", "--is-ancestor", "origin/main", "HEAD")
		})
	}
}
