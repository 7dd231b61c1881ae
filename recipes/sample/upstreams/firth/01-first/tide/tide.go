// Package tide knows when the water turns.
package tide

import "time"

// Half is the time from high to low water.
const Half = 6*time.Hour + 12*time.Minute + 30*time.Second

// Turns returns the n turns after a high water.
func Turns(high time.Time, n int) []time.Time {
	turns := make([]time.Time, 0, n)
	for i := 1; i <= n; i++ {
		turns = append(turns, high.Add(time.Duration(i)*Half))
	}
	return turns
}
