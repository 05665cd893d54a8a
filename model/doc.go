// Package model is what a race is: cards and their lineage, the clock, the
// agenda, the report's content, and the Edit, the only way any of it changes.
//
// It is for rules that hold with no window and no disk, so it imports nothing
// but the standard library. It is not for storing (package persist), drawing
// (package ui) or wording (package assets/words).
package model
