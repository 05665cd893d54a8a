package ui

import (
	"context"
	"time"

	"racedesk/model"
)

// A Shelf is where races are kept: files on this computer, and servers. The desk
// is handed one. An address is a file's path or a server's URL; only Shown makes
// one fit to be kept or seen, since there may be a password in it.
type Shelf interface {
	// Open opens a race. It returns model's ErrNotLetIn where a password is missing
	// or wrong, ErrDamaged where NewestGood may help.
	Open(ctx context.Context, address string) (model.Store, error)
	Create(ctx context.Context, address string, edits ...model.Edit) error
	// Races lists the races on a server.
	Races(ctx context.Context, server string) ([]Listed, error)
	// OnServer returns the address of a race of this name on a server.
	OnServer(server, race string) string
	// Remote says whether an address is a server's, Shown returns it without a
	// password.
	Remote(address string) bool
	Shown(address string) string
	// Backups lists the backups of a file, the newest first, from beside it and from
	// the second folder, if any; NewestGood finds the newest that is whole, or
	// returns model.ErrMissing.
	Backups(path, second string) ([]Backup, error)
	NewestGood(ctx context.Context, path, second string) (Backup, error)
	// Restore puts a backup in the place of a file that no desk has open, and
	// returns the name under which that is kept.
	Restore(ctx context.Context, path, backup string) (aside string, err error)
}

// Listed is a race on a server.
type Listed struct {
	Title, Address string
	At             time.Time // of the last edit; zero before the first
}

// Backup is a copy of a race's file.
type Backup struct {
	Path    string
	At      time.Time
	Missing int64 // edits of the race that are not in it; -1 where that cannot be told
}

// keeper is a store that makes backups by itself, in a second folder too if one is
// named. What goes wrong is told to warn, from any goroutine.
type keeper interface {
	KeepBackups(second string, warn func(error))
}
