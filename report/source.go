package report

import (
	"cmp"
	"slices"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// A Source is what a report is made from.
type Source struct {
	Board   *model.Board
	History []model.Edit // of the whole race; without it the report cannot tell when what came
	Words   *words.Words // of whoever asks, for a report that names no language
	At      time.Time    // of the race; its location says what a date and a time of day are

	Language model.Language // in place of the one that the report names, where it says any

	// Progress hears how many steps of how many are done, on the goroutine that makes
	// the report; may be nil.
	Progress func(done, of int)
}

// Past is the history as far as the board has it: others may have gone on meanwhile.
func (s Source) Past() []model.Edit {
	later := slices.IndexFunc(s.History, func(e model.Edit) bool { return e.Seq > s.Board.Seq })
	if later < 0 {
		return s.History
	}
	return s.History[:later]
}

// Instant is the moment that the report is of: while the race goes on, now; else its
// last edit or, if that came before, its end, so that the same race gives the same report.
func (s Source) Instant() time.Time {
	c := s.Board.Clock()
	past := s.Past()
	if len(past) == 0 || c.Running() && c.Left(s.At) > 0 {
		return s.At
	}
	last := c.Race(past[len(past)-1].At)
	if end := c.End(s.At); c.Running() && end.After(last) {
		last = end
	}
	return last.In(s.At.Location())
}

// Languages are those that the report is written out in, one after the other.
func (s Source) Languages() []*words.Words {
	switch lang := cmp.Or(s.Language, s.Board.Report().Language); lang {
	case model.Swedish, model.English:
		return []*words.Words{words.For(string(lang))}
	case model.Both:
		return []*words.Words{words.For(string(model.Swedish)), words.For(string(model.English))}
	}
	return []*words.Words{s.Words}
}
