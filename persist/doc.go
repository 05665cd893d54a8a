// Package persist keeps a race that outlives the process: a SQLite file behind
// model.Store, its migrations and its backup. A server's database can stand
// behind the same SQL; what differs between engines is a dialect.
//
// It is not for deciding what a race is (package model), not for drawing and not
// for wording what went wrong (package ui): errors leave it as model's, told
// apart by code and never by text.
package persist
