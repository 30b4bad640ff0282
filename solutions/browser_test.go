//go:build unix

package solutions

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// A browser is a headless Chromium with one page. It is spoken to over two
// pipes, in the DevTools protocol: a JSON object and a zero byte each.
type browser struct {
	t       *testing.T
	to      *os.File
	from    *bufio.Reader
	session string
	last    int
}

// startBrowser skips the test when there is no browser on this machine.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("there is no Chromium on this machine: nobody looks at the page")
	}
	itsInput, to, err := os.Pipe()
	require.NoError(t, err)
	from, itsOutput, err := os.Pipe()
	require.NoError(t, err)
	// No sandbox: in a container there is often none to be had, and the page is
	// our own.
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
		"--user-data-dir="+t.TempDir(), "--remote-debugging-pipe", "about:blank")
	cmd.ExtraFiles = []*os.File{itsInput, itsOutput} // 3 and 4
	require.NoError(t, cmd.Start())
	itsInput.Close()
	itsOutput.Close()
	b := &browser{t: t, to: to, from: bufio.NewReader(from)}
	t.Cleanup(func() {
		b.call("Browser.close", nil, nil) // and waits for it, so that its directory can be removed
		_ = cmd.Wait()
		to.Close()
		from.Close()
	})
	// On a new machine the server is compiled meanwhile, and so is all the rest.
	require.NoError(t, from.SetReadDeadline(time.Now().Add(10*time.Minute)))

	var target struct{ TargetID string }
	b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	return b
}

// call sends a command and waits for its result, which it puts into result
// unless that is nil.
func (b *browser) call(method string, params, result any) {
	b.t.Helper()
	b.last++
	message := map[string]any{"id": b.last, "method": method, "params": params}
	if params == nil {
		message["params"] = struct{}{}
	}
	if b.session != "" && method != "Browser.close" {
		message["sessionId"] = b.session
	}
	text, err := json.Marshal(message)
	require.NoError(b.t, err)
	_, err = b.to.Write(append(text, 0))
	require.NoError(b.t, err, "the browser has gone")
	for {
		text, err := b.from.ReadBytes(0)
		require.NoError(b.t, err, "the browser does not answer %s", method)
		var answer struct {
			ID     int
			Result json.RawMessage
			Error  *struct{ Message string }
		}
		require.NoError(b.t, json.Unmarshal(text[:len(text)-1], &answer))
		if answer.ID != b.last { // an event
			continue
		}
		require.Nil(b.t, answer.Error, method)
		if result != nil {
			require.NoError(b.t, json.Unmarshal(answer.Result, result))
		}
		return
	}
}

// text evaluates an expression in the page and returns its value as text.
func (b *browser) text(expression string) string {
	b.t.Helper()
	var got struct {
		Result           struct{ Value any }
		ExceptionDetails *struct{ Text string }
	}
	b.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true}, &got)
	require.Nil(b.t, got.ExceptionDetails, expression)
	return fmt.Sprint(got.Result.Value)
}

// waitFor returns when the expression has the value. The bound is for a busy
// machine; it is not what is tested.
func (b *browser) waitFor(expression, value string) {
	b.t.Helper()
	got := ""
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if got = b.text(expression); got == value {
			return
		}
	}
	require.Failf(b.t, "the page does not show it", "%s is %q, expected %q", expression, got, value)
}

// screenshot writes what the page looks like to a file.
func (b *browser) screenshot(file string) {
	b.t.Helper()
	var shot struct{ Data string }
	b.call("Page.captureScreenshot", map[string]any{"captureBeyondViewport": true}, &shot)
	picture, err := base64.StdEncoding.DecodeString(shot.Data)
	require.NoError(b.t, err)
	require.NoError(b.t, os.WriteFile(file, picture, 0o644))
}
