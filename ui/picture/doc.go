// Package picture makes the pictures that people bring fit to be kept, and those
// that are kept fit to be shown. It is not for deciding where they come from or
// where they are shown.
//
// What is brought is not trusted: how much of a file is read, and how much memory
// it may take to decode, is known before it is done. Every picture is written anew,
// so that what a camera notes beside it (where, when, by whom) does not come along
// and every reader of the file can show it.
package picture
