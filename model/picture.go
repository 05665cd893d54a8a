package model

import (
	"cmp"
	"fmt"
	"slices"
)

// A Picture belongs to one card. It is an entity of its own, so that a card stays
// small, and its bytes never change: another picture is another entity. Boards and
// edits in memory share them.
type Picture struct {
	ID     ID     `json:"id"`
	Rev    int64  `json:"-"`
	Card   ID     `json:"card"`
	Order  int    `json:"order"`
	Width  int    `json:"width"` // in pixels, as is the height
	Height int    `json:"height"`
	Data   []byte `json:"data"` // a JPEG or PNG file, not to be changed
}

// The limits of pictures.
const (
	MaxPictures    = 6       // on a card
	MaxPictureSide = 1600    // pixels, of the longer side
	MaxPictureSize = 4 << 20 // bytes of one as it is kept
)

// Ref points at the picture.
func (p Picture) Ref() Ref { return Ref{KindPicture, p.ID} }

// Revision is the Seq that last wrote the picture.
func (p Picture) Revision() int64 { return p.Rev }

// At returns the picture as written by the Edit with this Seq.
func (p Picture) At(rev int64) Entity { p.Rev = rev; return p }

// Pictures returns a card's pictures in their order, then those of the cards that
// were merged into it. The slice is the board's own, good until the next edit.
func (b *Board) Pictures(card ID) []Picture {
	if b.pictures == nil {
		b.pictures = map[ID][]Picture{}
		for _, p := range collect[Picture](b) {
			home := b.Home(p.Card)
			b.pictures[home] = append(b.pictures[home], p)
		}
		for home, pictures := range b.pictures {
			slices.SortFunc(pictures, func(x, y Picture) int {
				return cmp.Or(rankOf(x.Card != home)-rankOf(y.Card != home), cmp.Compare(x.Card, y.Card),
					cmp.Compare(x.Order, y.Order), cmp.Compare(x.ID, y.ID))
			})
		}
	}
	return b.pictures[card]
}

// rankOf puts what is so after what is not.
func rankOf(so bool) int {
	if so {
		return 1
	}
	return 0
}

// own are the pictures of a card itself.
func (b *Board) own(card ID) []Picture {
	return slices.DeleteFunc(slices.Clone(b.Pictures(b.Home(card))), func(p Picture) bool { return p.Card != card })
}

// AddPictures proposes pictures for a card, after those that it has. Where it would
// have more than MaxPictures, it returns ErrTooMany.
func (b *Board) AddPictures(card ID, pictures ...Picture) (Edit, error) {
	if _, ok := b.Card(card); !ok {
		return Edit{}, fmt.Errorf("add pictures: %w", ErrGone)
	}
	had := b.Pictures(card)
	if err := few(len(had)+len(pictures), MaxPictures); err != nil {
		return Edit{}, fmt.Errorf("add pictures: %w", err)
	}
	order := 0
	for _, p := range had {
		order = max(order, p.Order+1)
	}
	edit := Edit{Label: LabelPicture}
	for i, p := range pictures {
		if len(p.Data) > MaxPictureSize {
			return Edit{}, fmt.Errorf("add picture of %d bytes: %w", len(p.Data), ErrTooLarge)
		}
		p.ID, p.Rev, p.Card, p.Order = cmp.Or(p.ID, NewID()), 0, card, order+i
		edit.Changes = append(edit.Changes, Change{After: p})
	}
	return edit, nil
}

// LeadPicture proposes that a picture is the first of its card: the one that is seen
// on it.
func (b *Board) LeadPicture(id ID) (Edit, error) {
	p, ok := b.Get(Ref{KindPicture, id}).(Picture)
	if !ok {
		return Edit{}, fmt.Errorf("lead with picture: %w", ErrGone)
	}
	if own := b.own(p.Card); own[0].ID != id {
		p.Order = own[0].Order - 1
	}
	return b.replace(LabelLead, p), nil
}

// RemovePicture proposes that a picture is gone.
func (b *Board) RemovePicture(id ID) (Edit, error) {
	p, ok := b.Get(Ref{KindPicture, id}).(Picture)
	if !ok {
		return Edit{}, fmt.Errorf("remove picture: %w", ErrGone)
	}
	return Edit{Label: LabelUnpicture, Changes: []Change{{Before: p}}}, nil
}
