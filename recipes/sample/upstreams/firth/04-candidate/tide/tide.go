// Package tide knows when the water turns.
package tide

import "time"

// Half is the time from high to low water.
const Half = 6*time.Hour + 12*time.Minute + 30*time.Second

// Height is the water above the mean at a turn, in metres.
func Height(i int, range_ float64) float64 {
	if i%2 == 0 {
		return range_ / 2
	}
	return -range_ / 2
}

// Turns returns the n turns after a high water.
func Turns(high time.Time, n int) []time.Time {
	if n < 0 {
		return nil
	}
	turns := make([]time.Time, 0, n)
	for i := 1; i <= n; i++ {
		turns = append(turns, high.Add(time.Duration(i)*Half))
	}
	return turns
}
