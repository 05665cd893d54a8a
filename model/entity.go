package model

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
)

// An ID names one entity for ever. It is made at a desk, not by a database, so
// that two desks never make the same one.
type ID string

// NewID returns a fresh ID of 80 random bits.
func NewID() ID { return ID(strings.ToLower(rand.Text()[:16])) }

// A DeskID names one installation of the program: the name of a computer, a mark and,
// if anybody gave it one, a name.
type DeskID string

// A Kind says what an entity is.
type Kind string

// The kinds of entity.
const (
	KindCard    Kind = "card"
	KindLink    Kind = "link"
	KindGroup   Kind = "group"
	KindPerson  Kind = "person"
	KindSegment Kind = "segment"
	KindClock   Kind = "clock"
	KindRace    Kind = "race"
	KindReport  Kind = "report"
	KindRules   Kind = "rules"
	KindRound   Kind = "round"
	KindBallot  Kind = "ballot"
	KindPicture Kind = "picture"
	KindScreen  Kind = "screen"
	KindTimer   Kind = "timer"
	KindPitch   Kind = "pitch"

	KindDeviation Kind = "deviation"
	KindLock      Kind = "lock"

	KindAppendix   Kind = "appendix"
	KindAttachment Kind = "attachment"
)

// A Ref points at one entity of a race.
type Ref struct {
	Kind Kind
	ID   ID
}

// An Entity is an immutable value: a change makes a new one. Its revision is
// the Seq of the Edit that wrote it, 0 before it is committed.
type Entity interface {
	Ref() Ref
	Revision() int64
	// At returns the same entity as written by the Edit with this Seq.
	At(rev int64) Entity
}

// decoders makes an entity of each kind from its JSON.
var decoders = map[Kind]func([]byte, int64) (Entity, error){
	KindCard:    quick(readCard, decode[Card]),
	KindLink:    quick(readLink, decode[Link]),
	KindGroup:   decode[Group],
	KindPerson:  decode[Person],
	KindSegment: decode[Segment],
	KindClock:   decode[Clock],
	KindRace:    decode[Race],
	KindReport:  decode[Report],
	KindRules:   decode[Rules],
	KindRound:   decode[Round],
	KindBallot:  decode[Ballot],
	KindScreen:  decode[Screen],
	KindTimer:   decode[Timer],
	KindPitch:   decode[Pitch],
	KindLock:    decode[Lock],
	KindPicture: quick(readPicture, decode[Picture]),

	KindDeviation: decode[Deviation],

	KindAppendix:   decode[Appendix],
	KindAttachment: quick(readAttachment, decode[Attachment]),
}

func decode[E Entity](data []byte, rev int64) (Entity, error) {
	var e E
	if err := json.Unmarshal(data, &e); err != nil {
		return nil, err
	}
	return e.At(rev), nil
}

// DecodeEntity reads an entity from the JSON that json.Marshal made of it. The
// revision is not in the JSON: it is the store's to say.
func DecodeEntity(kind Kind, data []byte, rev int64) (Entity, error) {
	d, known := decoders[kind]
	if !known {
		return nil, fmt.Errorf("decode %s: unknown kind", kind)
	}
	e, err := d(data, rev)
	if err != nil {
		return nil, fmt.Errorf("decode %s: %w", kind, err)
	}
	return e, nil
}

// CleanLine makes any input fit for one line of text: valid UTF-8, white space
// and control characters folded to single spaces, no space at either end.
func CleanLine(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// CleanText makes any input fit for a text of several lines: valid UTF-8, line
// breaks as \n, no other control characters.
func CleanText(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\uFFFD")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return '\n'
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}
