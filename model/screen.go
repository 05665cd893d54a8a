package model

import (
	"fmt"
	"slices"
)

// A Face is one of the things that the room's screen can show.
type Face string

// The faces of the room's screen.
const (
	FaceClock   Face = "clock"   // what is left, now and next
	FaceFigures Face = "figures" // how problems became projects and products
	FacePitch   Face = "pitch"   // whose turn it is in a pitch round
	FaceMessage Face = "message" // what the coordinator wants to say
	FaceAddress Face = "address" // a page to go to, or to hold a telephone at
	FaceBlack   Face = "black"   // nothing
)

// Faces lists the faces in the order of the remote and of its keys.
var Faces = []Face{FaceClock, FaceFigures, FaceMessage, FaceAddress, FaceBlack, FacePitch}

// A Screen is what the room sees, on every projector of the race at whichever
// computer: it is chosen by an Edit like everything else, and like the clock it is
// outside of undo.
type Screen struct {
	Rev     int64  `json:"-"`
	Face    Face   `json:"face"`
	Message string `json:"message,omitempty"`
	Address string `json:"address,omitempty"`
	Light   bool   `json:"light,omitempty"` // dark on light, for a room that is never dark
}

// ScreenRef points at the one Screen of a board.
var ScreenRef = Ref{KindScreen, "screen"}

// Ref points at the screen.
func (Screen) Ref() Ref { return ScreenRef }

// Revision is the Seq that last wrote the screen.
func (s Screen) Revision() int64 { return s.Rev }

// At returns the screen as written by the Edit with this Seq.
func (s Screen) At(rev int64) Entity { s.Rev = rev; return s }

// Screen returns what the room sees: the clock, unless something else was chosen.
func (b *Board) Screen() Screen {
	s, _ := b.entities[ScreenRef].(Screen)
	if !slices.Contains(Faces, s.Face) { // also one that a newer version knows
		s.Face = FaceClock
	}
	return s
}

// Shows is the face that the room sees: the clock where the one that was chosen has
// nothing to show, so that nobody looks at an empty screen that nobody asked for.
func (b *Board) Shows() Face {
	s := b.Screen()
	_, turn := b.Pitch()
	if s.Face == FaceMessage && s.Message == "" || s.Face == FaceAddress && s.Address == "" || s.Face == FacePitch && !turn {
		return FaceClock
	}
	return s.Face
}

// SetScreen proposes that the room sees something else.
func (b *Board) SetScreen(s Screen) (Edit, error) {
	s.Message, s.Address = CleanText(s.Message), CleanLine(s.Address)
	switch {
	case !slices.Contains(Faces, s.Face):
		return Edit{}, fmt.Errorf("set screen %q: %w", s.Face, ErrNoMeaning)
	case len(s.Message) > MaxText || len(s.Address) > MaxTitle:
		return Edit{}, fmt.Errorf("set screen: %w", ErrTooLong)
	case b.Get(ScreenRef) == nil && s == (Screen{Face: FaceClock}):
		return Edit{Label: LabelScreen}, nil // what it shows anyway
	}
	return b.replace(LabelScreen, s), nil
}
