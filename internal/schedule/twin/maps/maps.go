// Package maps is the twin of the standard library's: the same, but for Clone,
// whose reading the race detector sees.
package maps

import (
	"iter"
	"maps"
)

// Clone is [maps.Clone]. The original copies a map inside the runtime, where the
// race detector does not look: one that reads while another goroutine writes goes
// unnoticed. So this one reads first, as everybody does.
func Clone[M ~map[K]V, K comparable, V any](m M) M {
	for range m {
		break
	}
	return maps.Clone(m)
}

func All[M ~map[K]V, K comparable, V any](m M) iter.Seq2[K, V] { return maps.All(m) }

func Keys[M ~map[K]V, K comparable, V any](m M) iter.Seq[K] { return maps.Keys(m) }

func Values[M ~map[K]V, K comparable, V any](m M) iter.Seq[V] { return maps.Values(m) }

func Insert[M ~map[K]V, K comparable, V any](m M, seq iter.Seq2[K, V]) { maps.Insert(m, seq) }

func Collect[K comparable, V any](seq iter.Seq2[K, V]) map[K]V { return maps.Collect(seq) }

func Equal[M1, M2 ~map[K]V, K, V comparable](m1 M1, m2 M2) bool { return maps.Equal(m1, m2) }

func EqualFunc[M1 ~map[K]V1, M2 ~map[K]V2, K comparable, V1, V2 any](m1 M1, m2 M2, eq func(V1, V2) bool) bool {
	return maps.EqualFunc(m1, m2, eq)
}

func Copy[M1 ~map[K]V, M2 ~map[K]V, K comparable, V any](dst M1, src M2) { maps.Copy(dst, src) }

func DeleteFunc[M ~map[K]V, K comparable, V any](m M, del func(K, V) bool) { maps.DeleteFunc(m, del) }
