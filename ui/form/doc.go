// Package form holds the sheets that edit one thing each: a card, the clock, the
// race and its report, and the drawer of parked cards. A sheet stands in a panel
// beside the board, never over it. It says what was asked for through callbacks
// and changes nothing itself.
package form
