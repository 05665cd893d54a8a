// Package keyboard is a keyboard on the screen, since the toolkit calls up none: its
// layouts as data, and the widget that writes into one entry. When it comes and goes
// is not its business.
package keyboard
