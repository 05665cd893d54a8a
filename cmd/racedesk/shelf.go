package main

import (
	"context"

	"racedesk/model"
	"racedesk/persist"
	"racedesk/ui"
)

var _ ui.Shelf = shelf{}

// shelf hands the desk the races that package persist keeps.
type shelf struct{}

func (shelf) Open(ctx context.Context, address string) (model.Store, error) {
	store, err := persist.Open(ctx, address)
	if err != nil {
		return nil, err // and no store that is not nil but empty
	}
	return store, nil
}

func (shelf) Create(ctx context.Context, address string, edits ...model.Edit) error {
	return persist.Create(ctx, address, edits...)
}

func (shelf) Races(ctx context.Context, server string) ([]ui.Listed, error) {
	races, err := persist.Races(ctx, server)
	var list []ui.Listed
	for _, r := range races {
		title := r.Title
		if title == "" {
			title = r.Name
		}
		list = append(list, ui.Listed{Title: title, Address: r.Address, At: r.At})
	}
	return list, err
}

func (shelf) OnServer(server, race string) string { return persist.WithRace(server, race) }

func (shelf) Remote(address string) bool { return persist.IsServer(address) }

func (shelf) Shown(address string) string { return persist.WithoutPassword(address) }

func (shelf) Backups(path, second string) ([]ui.Backup, error) {
	offers, err := persist.Backups(path, second)
	var list []ui.Backup
	for _, o := range offers {
		list = append(list, backup(o))
	}
	return list, err
}

func (shelf) NewestGood(ctx context.Context, path, second string) (ui.Backup, error) {
	o, err := persist.NewestGood(ctx, path, second)
	return backup(o), err
}

func backup(o persist.Offer) ui.Backup { return ui.Backup{Path: o.Path, At: o.At, Missing: o.Missing} }

func (shelf) Restore(ctx context.Context, path, backup string) (string, error) {
	return persist.Restore(ctx, path, backup)
}
