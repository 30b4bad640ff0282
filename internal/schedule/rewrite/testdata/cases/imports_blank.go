// Copyright.

//go:build go1.1

// Package cases comes after a build constraint.
package cases // a comment at the package clause

import _ "sync"
import _ "sync/atomic"
import "fmt"

//go:noinline
func directive() string { return "kept" }

func CaseImportBlank() { fmt.Println(directive()) }
