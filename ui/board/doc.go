// Package board draws the kanban board and turns gestures into intents: a card
// moved, joined, promoted, opened, voted for. It is not for carrying them out:
// every intent is a callback, and the view changes when the board has changed.
package board
