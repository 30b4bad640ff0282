package judge

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// What a library adds to a message is shown when the message has less.
func TestADetailSaysMoreThanTheMessage(t *testing.T) {
	for _, text := range []string{
		"Not equal: \nexpected: 2\nactual  : 0",
		"Not equal: \nexpected: true\nactual  : false",
		"Not equal: \nexpected: int64(1)\nactual  : -1.5",
		"Not equal: \nexpected: 1m0.5s\nactual  : 0s",
		"Not equal: \nexpected: <nil>(<nil>)\nactual  : 7",
		"Expected value not to be nil.",
		`"goroutine 7 [running]:\nmain.go()" does not contain ".theCaller"`,
		`[]string{"a"} should not contain "a"`,
		"Should be true",
		`"3" is not less than "2"`,
	} {
		assert.Empty(t, detail(text), text)
	}
	for _, text := range []string{
		"Not equal: \nexpected: map[string]int{\"a\":1}\nactual  : map[string]int{}",
		"Not equal: \nexpected: \"one\\ntwo\"\nactual  : \"one does not contain two\"",
		"Not equal: \nexpected: <nil>(<nil>)\nactual  : *errors.errorString(&errors.errorString{s:\"full\"})",
		"The error was:\nthe lift is stuck",
	} {
		assert.Equal(t, text, detail(text))
	}
}

// Go vet calls a file by its own name, the tests by that of the learner's file:
// a reader should see one name.
func TestAFindingNamesTheFileAsTheTestsDo(t *testing.T) {
	var answer Answer
	answer.Exercise.Package = "tasks"
	assert.Equal(t, []string{"add_inside.go:9: x"}, answer.renamed([]string{"add_inside.go:9: x"}), "the learner's own files")
	answer.File = "/somewhere/add_inside.go"
	assert.Equal(t, []string{"tasks.go:9: x", "other.go:1: y"}, answer.renamed([]string{"add_inside.go:9: x", "other.go:1: y"}))
}

func TestADeathIsToldInASentence(t *testing.T) {
	for output, says := range map[string]string{
		"a line\npanic: no seat\n\ngoroutine 7":                                      "panic: no seat",
		"fatal error: select on synctest channel from outside bubble\n\ngoroutine 7": "a channel that was made in one test is used in another. Does the package keep it in a variable?",
		"fatal error: synctest timer accessed from outside bubble\r\n":               "a timer that was made in one test is used in another. Does the package keep it in a variable?",
		"nothing": "",
	} {
		assert.Equal(t, says, death(strings.Split(output, "\n")))
	}
}
