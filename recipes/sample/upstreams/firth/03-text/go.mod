module git.example.org/firth

go 1.23

require (
	golang.org/x/sys v0.28.0
	golang.org/x/text v0.22.0
)
