// Command racedesk runs an Innovation Race: the board, the clock and the report
// in a window, and the same for scripts without one. This room reads the command
// line, chooses the store and sets up the log; it is not for deciding anything
// about races.
package main
