package model

import (
	"cmp"
	"fmt"
)

// logoOf stands where a picture has its card: the logo on the report's cover has none.
const logoOf ID = "report.logo"

// Logo returns the picture on the report's cover, and whether there is one.
func (b *Board) Logo() (Picture, bool) {
	if all := b.Pictures(logoOf); len(all) > 0 {
		return all[len(all)-1], true
	}
	return Picture{}, false
}

// SetLogo proposes a picture for the report's cover, in place of the one that it has.
func (b *Board) SetLogo(p Picture) (Edit, error) {
	if len(p.Data) > MaxPictureSize {
		return Edit{}, fmt.Errorf("set logo of %d bytes: %w", len(p.Data), ErrTooLarge)
	}
	edit := b.RemoveLogo()
	p.ID, p.Rev, p.Card, p.Order = cmp.Or(p.ID, NewID()), 0, logoOf, 0
	edit.Label, edit.Changes = LabelLogo, append(edit.Changes, Change{After: p})
	return edit, nil
}

// RemoveLogo proposes that the report's cover has no picture.
func (b *Board) RemoveLogo() Edit {
	edit := Edit{Label: LabelUnlogo}
	for _, p := range b.Pictures(logoOf) {
		edit.Changes = append(edit.Changes, Change{Before: p})
	}
	return edit
}
