// Package kit holds the widgets and the measures of type that every view shares:
// lines of text, marks, buttons, chips, panels. It knows Fyne and nothing of
// races; what a tap means is the caller's to say.
package kit
