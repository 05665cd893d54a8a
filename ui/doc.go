// Package ui is the desk: its windows, the theme, shortcuts and preferences, the
// Session between the screen and the store, and the wording of errors. It is for
// putting views together; what a race is stands in model, how one thing is drawn
// in the rooms beneath.
package ui
