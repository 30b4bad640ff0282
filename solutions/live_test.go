//go:build unix

package solutions

import (
	"bufio"
	"flag"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/backpressure/internal/course"
	"example.com/backpressure/internal/judge"
)

var screenshots = flag.String("screenshots", "", "a directory for pictures of the pages")

// serving starts a chapter's server with the reference answers, on a port that
// is free, and returns its address. It is stopped, as by Ctrl-C, when the test
// ends, and has to say that nothing was left behind.
func serving(t *testing.T, chapter string, args ...string) string {
	t.Helper()
	c, err := course.Open(".")
	require.NoError(t, err)
	j, err := judge.New(c)
	require.NoError(t, err)
	found, err := c.Chapter(chapter)
	require.NoError(t, err)
	program, err := j.Build(t.Context(), found, judge.References)
	require.NoError(t, err)
	t.Cleanup(program.Remove)
	cmd := exec.Command(program.File, append([]string{"serve", "-addr", "127.0.0.1:0"}, args...)...)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	lines := bufio.NewScanner(out)
	t.Cleanup(func() {
		require.NoError(t, cmd.Process.Signal(syscall.SIGTERM))
		var rest []string
		for lines.Scan() {
			rest = append(rest, lines.Text())
		}
		assert.NoError(t, cmd.Wait())
		assert.Contains(t, strings.Join(rest, "\n"), "no goroutine was left behind")
	})
	require.True(t, lines.Scan(), "the server says nothing")
	address := regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(lines.Text())
	require.NotEmpty(t, address, lines.Text())
	return address
}

// Whoever presses "Send 20" sees five slots taken and fifteen turned away;
// without the limiter, twenty at work at once.
func TestThePageShowsTheServerAtWork(t *testing.T) {
	t.Parallel() // it mostly waits
	b := startBrowser(t)
	address := serving(t, "01", "-work", "6s") // long enough for a page on a busy machine to hear of it
	show := func(width int, scheme string) {
		b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false}, nil)
		b.call("Emulation.setEmulatedMedia", map[string]any{"features": []any{map[string]any{"name": "prefers-color-scheme", "value": scheme}}}, nil)
	}
	picture := func(name string) {
		if *screenshots != "" {
			b.screenshot(filepath.Join(*screenshots, name+".png"))
		}
	}
	show(900, "light")
	b.call("Page.navigate", map[string]any{"url": "http://" + address + "/"}, nil)
	b.waitFor(`document.querySelectorAll("#seats li").length`, "5")
	// The page notes itself what it has shown: whoever asks from outside may
	// come when it is over.
	b.text(`const most = { taken: 0, beyond: 0 }; new MutationObserver(() => {
		for (const kind in most) most[kind] = Math.max(most[kind], document.querySelectorAll("#seats li." + kind).length);
	}).observe(document.getElementById("seats"), { subtree: true, childList: true, attributes: true })`)

	b.text(`document.getElementById("twenty").click()`)
	b.waitFor(`document.getElementById("refused").textContent`, "15")
	b.waitFor(`most.taken`, "5")
	picture("twenty")
	b.waitFor(`document.getElementById("served").textContent`, "5")
	b.waitFor(`document.querySelectorAll("#seats li.taken").length`, "0")
	b.waitFor(`document.getElementById("words").textContent`, "0 of 5 slots taken; 5 served, 15 turned away.")
	assert.NotEqual(t, "–", b.text(`document.getElementById("p50").textContent`))

	b.text(`document.getElementById("limiter").click()`)
	b.waitFor(`document.getElementById("limiter").getAttribute("aria-pressed")`, "false")
	b.text(`document.getElementById("twenty").click()`)
	b.waitFor(`most.beyond`, "20")
	show(360, "dark")
	picture("narrow")
	assert.Equal(t, "true", b.text(`document.documentElement.scrollWidth <= 360`), "it does not fit into 360 pixels")
	b.text(`document.getElementById("limiter").click()`)

	// With the keyboard alone: Tab goes to the first button, Enter presses it.
	b.waitFor(`document.getElementById("working").textContent`, "0")
	before := b.text(`document.getElementById("arrived").textContent`)
	for _, key := range []map[string]any{{"key": "Tab", "windowsVirtualKeyCode": 9}, {"key": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}} {
		for _, kind := range []string{"keyDown", "keyUp"} {
			key["type"] = kind
			b.call("Input.dispatchKeyEvent", key, nil)
		}
	}
	b.waitFor(`document.getElementById("arrived").textContent !== "`+before+`"`, "true")

	// Without JavaScript the page says what to do instead.
	b.call("Emulation.setScriptExecutionDisabled", map[string]any{"value": true}, nil)
	b.call("Page.navigate", map[string]any{"url": "http://" + address + "/"}, nil)
	b.waitFor(`document.querySelector("noscript")?.innerText.includes("go tool learn run 01 crowd")`, "true")
	picture("without-javascript")
}

// What a client may not do gets an answer, and no slot is lost over it.
func TestTheServerKeepsItsManners(t *testing.T) {
	t.Parallel() // it mostly waits
	address := serving(t, "01")
	do := func(method, path, host string, body io.Reader) (int, string) {
		request, err := http.NewRequestWithContext(t.Context(), method, "http://"+address+path, body)
		require.NoError(t, err)
		request.Host = host
		response, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		defer response.Body.Close()
		text, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		return response.StatusCode, string(text)
	}
	for _, c := range []struct {
		method, path, host, says string
		code                     int
	}{
		{"GET", "/healthz", "", "ok", 200},
		{"GET", "/nowhere", "", "", 404},
		{"POST", "/process", "", "", 405},
		{"GET", "/process", "evil.example", "by its IP address", 421},
		{"POST", "/live/send?n=101", "", "a number from 1 to 100", 400},
		{"POST", "/live/send?n=-1", "", "a number from 1 to 100", 400},
		{"POST", "/live/stream?rate=many", "", "a number from 0 to 50", 400},
		{"POST", "/live/limiter", "", "a number from 0 to 1", 400},
		{"GET", "/live/send?n=1", "", "", 404},
		{"HEAD", "/live/events", "", "", 200}, // and the connection is free for the next
		{"GET", "/debug/vars", "", `"limiter": {"limit":5,"on":true,"taken":0,"working":0,"arrived":1,`, 200},
	} {
		code, text := do(c.method, c.path, c.host, nil)
		assert.Equal(t, c.code, code, "%s %s", c.method, c.path)
		assert.Contains(t, text, c.says, "%s %s", c.method, c.path)
	}
}
