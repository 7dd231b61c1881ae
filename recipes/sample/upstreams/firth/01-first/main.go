// Firth prints when the tide turns.
package main

import (
	"fmt"
	"os"
	"time"

	"git.example.org/firth/tide"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

func main() {
	printer := message.NewPrinter(language.English)
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: firth TIME, like firth 2025-05-01T06:00:00Z")
		os.Exit(2)
	}
	high, err := time.Parse(time.RFC3339, os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "firth:", err)
		os.Exit(2)
	}
	for i, turn := range tide.Turns(high, 4) {
		printer.Printf("%d %s\n", i, turn.Format(time.RFC3339))
	}
}
