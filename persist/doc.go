// Package persist keeps a race that outlives the process: a SQLite file, or a
// schema on a PostgreSQL server, behind model.Store, with their migrations and
// copies. Both take the same SQL; what differs between them is a dialect.
//
// It is not for deciding what a race is (package model), not for drawing and not
// for wording what went wrong (package ui): errors leave it as model's, told
// apart by code and never by text.
package persist
