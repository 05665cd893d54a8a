// Package pdf is the final report on paper: what a funder receives when a race
// is over. It is not for deciding what a race is (package model) and not for
// wording (package assets/words).
//
// A report is laid out as data first: sheets of text runs, shapes and links,
// measured with the fonts themselves. One painter then draws the sheets, and
// only the painter knows the library that writes the file.
//
// Letters that stand one beside the other are set by themselves. All others are
// shaped, with fonts of the system where Noto Sans lacks them, and what comes of it
// is made into one more font (forge.go), so that every script is drawn as it is
// written and copied out as it was put in.
//
// Limits. What no outline font of the system has, such as most emoji, shows as a
// replacement mark, keeps its text to be copied, and is told by Missing.
package pdf
