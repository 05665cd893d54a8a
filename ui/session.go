package ui

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"racedesk/model"
)

// A Session is the only door between the goroutine that draws and all others.
// It owns the board; its methods belong to the drawing goroutine. Edits are
// stored one after the other by a worker, and come back, like those of other
// desks, by following the store.
type Session struct {
	Board   *model.Board
	History model.History

	// Edited is called after the board changed, Failed where an edit was refused.
	// Away is called with why where the store is out of reach, and with nil when
	// it is back; between, every edit is refused. Lost is called where the store is
	// gone for good. Stepped is called with how far this computer's clock was set
	// ahead, where that is the store's: the race's time goes on as before, and the
	// step is noted, unless the session is an onlooker's. None is called after Close.
	Edited  func([]model.Edit)
	Failed  func(error)
	Away    func(error)
	Lost    func(error)
	Stepped func(time.Duration)

	Onlooker bool // stores nothing by itself

	store  model.Store
	onMain func(func())
	ctx    context.Context
	stop   context.CancelFunc
	waits  []intent
	busy   bool                       // an edit is on its way to the store
	until  int64                      // the Seq that the board must reach before the next one
	wrote  map[model.Ref]model.DeskID // who last changed what, since the session began
	ending *ending                    // of an edit, told once the board shows it, or what it was refused for
	away   error                      // why no edit can be stored at the moment
	lost   error                      // why no edit can come back any more
	ended  chan struct{}
	commits
	watch    watch
	first    sight   // at the clocks
	time     reading // of them, from which the race's time goes on
	stepping bool    // a step is being noted
	told     time.Duration

	mu    sync.Mutex     // between begin and Close
	under sync.WaitGroup // edits on their way to the store, and the reading of its clock
}

// An intent is an edit to be proposed once the board knows all earlier ones.
type intent struct {
	propose func(*model.Board) (model.Edit, error)
	done    func(error)
	quiet   bool // nobody asked for it, and it is asked for again: a refusal is not told
}

// NewSession loads the race and begins to follow it. The store is the session's:
// it is closed with it, also where the race cannot be read. onMain hands a
// function to the drawing goroutine.
func NewSession(store model.Store, desk model.DeskID, onMain func(func()), timepiece Timepiece) (*Session, error) {
	ctx, stop := context.WithCancel(context.Background())
	s := &Session{store: store, onMain: onMain, ctx: ctx, stop: stop, ended: make(chan struct{}), wrote: map[model.Ref]model.DeskID{}, commits: newCommits(), watch: newWatch(timepiece),
		Edited: func([]model.Edit) {}, Failed: func(error) {}, Away: func(error) {}, Lost: func(error) {}, Stepped: func(time.Duration) {}}
	s.History.Desk = desk
	if err := s.load(); err != nil {
		stop()
		_ = store.Close() // the cause is told already
		return nil, err
	}
	go s.follow(s.Board.Seq)
	s.under.Go(s.keepTime)
	return s, nil
}

func (s *Session) load() error {
	board, err := s.store.Load(s.ctx)
	if err != nil {
		return err
	}
	if err := s.recall(board.Seq); err != nil {
		return err
	}
	if s.first, err = s.watch.look(s.ctx, s.store); err != nil {
		return err
	}
	s.Board = board
	s.adopt(s.first, board.Clock())
	return nil
}

// Close waits for the edit under way, stops following and closes the store. What
// still waits in line is refused: whoever wants all of it stored closes in the
// done of an empty edit. It may be called from any goroutine. It returns
// model.ErrUnsure where the store gave no answer for five seconds.
func (s *Session) Close() error {
	s.mu.Lock()
	s.stop()
	s.mu.Unlock()
	late := time.AfterFunc(parting, func() { s.giveUp(model.ErrUnsure) })
	<-s.ended
	s.under.Wait()
	late.Stop()
	s.onMain(s.next)
	return errors.Join(s.unsure(), s.store.Close())
}

// Do stores what propose makes of the board, after all earlier edits. done, if
// any, hears how it ended; of an edit that was stored, once the board shows it.
func (s *Session) Do(propose func(*model.Board) (model.Edit, error), done func(error)) {
	s.enter(intent{propose: propose, done: done})
}

// enter puts an intent at the end of the line.
func (s *Session) enter(in intent) {
	s.waits = append(s.waits, in)
	s.next()
}

// Undo takes back this desk's last edit. then, if any, hears which one that was, once
// the board shows it.
func (s *Session) Undo(then func(model.Edit)) { s.revert(s.History.Undo, then) }

// Redo does again what was last taken back, as Undo does.
func (s *Session) Redo(then func(model.Edit)) { s.revert(s.History.Redo, then) }

func (s *Session) revert(which func() (model.Edit, bool), then func(model.Edit)) {
	var e model.Edit
	s.Do(func(b *model.Board) (model.Edit, error) {
		var ok bool
		if e, ok = which(); !ok {
			return model.Edit{}, nil
		}
		back, err := b.Revert(e)
		if errors.Is(err, model.ErrConflict) {
			s.History.Drop(e.Seq) // it will never go: the ones before it shall
		}
		return back, err
	}, func(err error) {
		if err == nil && e.Seq != 0 && then != nil {
			then(e)
		}
	})
}

// next sends the first waiting intent to the store, if nothing is under way.
func (s *Session) next() {
	s.arrive()
	for len(s.waits) > 0 && (s.over() != nil || !s.busy && s.Board.Seq >= s.until) {
		in := s.waits[0]
		s.waits = s.waits[1:]
		edit, err := s.propose(in)
		if err == nil && !edit.Empty() && s.begin() {
			s.busy = true
			go s.commit(in, edit, s.Board.Seq)
			return
		}
		if err == nil {
			err = s.over() // between proposing and beginning
		}
		s.finish(in, err)
	}
}

// An ending is how an edit ended at the store: stored, or refused.
type ending struct {
	in  intent
	err error
}

// arrive tells how an edit ended, once the board shows what there is to see of it or
// never will: whoever hears of it looks there.
func (s *Session) arrive() {
	e := s.ending
	if e == nil || s.Board.Seq < s.until && s.lost == nil && s.ctx.Err() == nil {
		return
	}
	s.ending = nil
	s.finish(e.in, e.err)
}

// propose makes the edit of an intent, as long as edits can be stored.
func (s *Session) propose(in intent) (model.Edit, error) {
	if err := s.over(); err != nil {
		return model.Edit{}, err
	}
	edit, err := in.propose(s.Board)
	edit.Desk = s.History.Desk
	return edit, err
}

// over says why no edit can be stored any more, if so.
func (s *Session) over() error {
	if err := s.ctx.Err(); err != nil {
		return fmt.Errorf("store edit: %w", err)
	}
	if s.lost != nil {
		return s.lost
	}
	return s.away
}

// begin says whether an edit may go to the store, which Close then waits for.
func (s *Session) begin() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ctx.Err() != nil {
		return false
	}
	s.under.Add(1)
	return true
}

func (s *Session) finish(in intent, err error) {
	var clash *model.Clash
	if errors.As(err, &clash) && clash.By == "" {
		clash.By = s.wrote[clash.Ref]
	}
	if in.done != nil {
		in.done(err)
	}
	if err != nil && s.ctx.Err() == nil && !in.quiet {
		s.Failed(err)
	}
}

func (s *Session) follow(after int64) {
	defer close(s.ended)
	err := s.store.Follow(s.ctx, after, func(edits []model.Edit, err error) {
		s.onMain(func() { s.hear(edits, err) })
	})
	if s.ctx.Err() == nil {
		slog.Error("follow race", "err", err)
		s.onMain(func() { s.lose(err) })
	}
}

// lose ends every edit that waits for one to come back.
func (s *Session) lose(err error) {
	if s.ctx.Err() != nil {
		return
	}
	s.lost = fmt.Errorf("follow race: %w: %w", model.ErrLost, err)
	s.Lost(s.lost)
	s.next()
}

// hear takes in what the store delivered: edits, or that it is out of reach.
func (s *Session) hear(edits []model.Edit, err error) {
	if s.ctx.Err() != nil {
		return
	}
	if err != nil || s.away != nil {
		s.away = err
		s.Away(err)
	}
	if err == nil {
		s.apply(edits)
		return
	}
	s.next()
}

func (s *Session) apply(edits []model.Edit) {
	for _, e := range edits {
		if e.Seq > s.Board.Seq {
			s.Board.Apply(e)
			s.History.Note(e)
			for _, c := range e.Changes {
				s.wrote[c.Ref()] = e.Desk
			}
		}
	}
	s.Edited(edits)
	s.next()
}
