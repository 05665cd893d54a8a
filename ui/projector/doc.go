// Package projector is the window that the room looks at: the time left, as large
// as the screen takes, what goes on now and what comes next. It is not for
// changing the clock.
package projector
