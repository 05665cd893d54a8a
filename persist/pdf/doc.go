// Package pdf is the final report on paper: what a funder receives when a race
// is over. It is not for deciding what a race is (package model) and not for
// wording (package assets/words).
//
// A report is laid out as data first: sheets of text runs, shapes and links,
// measured with the fonts themselves. One painter then draws the sheets, and
// only the painter knows the library that writes the file.
//
// Limits. There is no shaping engine: Arabic letters are joined through their
// presentation forms and lines are put in visual order, but scripts that need
// more (Devanagari, Khmer) are set letter by letter, and marks that Unicode has
// no composed letter for stand beside their letter rather than on it. Letters
// that neither Noto Sans nor a TrueType font of the system has, and all beyond
// the Basic Multilingual Plane such as emoji, show as a replacement mark.
package pdf
