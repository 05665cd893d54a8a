// Package report is what the final report says before it has pages: its texts
// with their simple formatting, the figures that fill themselves in, the heads of
// its sections and what it still lacks; as plain text and as one HTML file too.
// It is not for pages and fonts, which are package persist/pdf's.
package report
