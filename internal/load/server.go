package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// A server is the one under attack, in a process of its own.
type server struct {
	addr   string
	cmd    *exec.Cmd
	lines  *bufio.Scanner
	before vars // before the first attack
}

// vars is what the server says of itself.
type vars struct {
	Goroutines int
	Limiter    struct{ Taken, Working, Arrived, Served, Refused, Failed int }
	Memstats   struct{ Sys, HeapInuse uint64 }
}

func startServer() (*server, error) {
	cmd := exec.Command("go", "tool", "learn", "run", "--reference", "01", "serve", "-addr", "127.0.0.1:0", "-work", work.String())
	cmd.Dir = "../.."
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	s := &server{cmd: cmd, lines: bufio.NewScanner(out)}
	for s.lines.Scan() {
		if s.addr = regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(s.lines.Text()); s.addr != "" {
			break
		}
	}
	if s.addr == "" {
		return nil, fmt.Errorf("the server does not start")
	}
	s.before, err = s.vars()
	return s, err
}

func (s *server) url(path string) string { return "http://" + s.addr + path }

// once asks on a connection that it does not keep, so that asking changes
// nothing.
var once = &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}

func (s *server) vars() (v vars, err error) {
	response, err := once.Get(s.url("/debug/vars"))
	if err != nil {
		return v, err
	}
	defer response.Body.Close()
	return v, json.NewDecoder(response.Body).Decode(&v)
}

// recover waits until the server has forgotten an attack, and complains when it
// does not.
func (s *server) recover(complain func(format string, args ...any)) {
	var now vars
	var err error
	for deadline := time.Now().Add(15 * time.Second); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if now, err = s.vars(); err == nil && now.Limiter.Taken == 0 && now.Limiter.Working == 0 && now.Goroutines <= s.before.Goroutines {
			break
		}
	}
	if err != nil {
		complain("it does not answer any more: %v", err)
		return
	}
	fmt.Printf("    afterwards: %d slots taken, %d goroutines (%d before), %d MB from the system\n",
		now.Limiter.Taken, now.Goroutines, s.before.Goroutines, now.Memstats.Sys>>20)
	if now.Limiter.Taken != 0 || now.Limiter.Working != 0 {
		complain("%d slots are taken, and %d requests at work, with nobody there", now.Limiter.Taken, now.Limiter.Working)
	}
	if now.Goroutines > s.before.Goroutines {
		complain("%d goroutines were left behind", now.Goroutines-s.before.Goroutines)
	}
	if now.Memstats.Sys > memory {
		complain("it has %d MB from the system", now.Memstats.Sys>>20)
	}
	response, err := once.Get(s.url("/process"))
	if err != nil {
		complain("/process does not answer: %v", err)
		return
	}
	defer response.Body.Close()
	if text, _ := io.ReadAll(response.Body); response.StatusCode != http.StatusOK {
		complain("/process answers %d %s", response.StatusCode, text)
	}
}

// stop presses Ctrl-C and returns the server's last words.
func (s *server) stop() (string, error) {
	if err := syscall.Kill(-s.cmd.Process.Pid, syscall.SIGINT); err != nil {
		return "", err
	}
	var said []string
	for s.lines.Scan() {
		said = append(said, s.lines.Text())
	}
	text := strings.TrimSpace(strings.Join(said, "\n"))
	if err := s.cmd.Wait(); err != nil {
		return text, err
	}
	if !strings.Contains(text, "no goroutine was left behind") {
		return text, fmt.Errorf("it left something behind")
	}
	return text, nil
}
