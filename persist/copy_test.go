package persist

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"racedesk/model"
)

// TestCopy takes a race from a file to a server, on to another race there, and
// back to a file.
func TestCopy(t *testing.T) {
	from := sample(t)
	s := open(t, from)
	commitTo(t, s, vote(t, load(t, s), 3))
	e := commitTo(t, s, vote(t, load(t, s), -1))
	undo, err := load(t, s).Revert(e)
	if err != nil {
		t.Fatal(err)
	}
	commitTo(t, s, undo)
	want, edits := content(load(t, s)), history(t, s, 0)
	server := sharedServer(t)
	for _, to := range []string{server.address("copied once"), server.address("copied twice"),
		filepath.Join(t.TempDir(), "back")} {
		if n, err := Copy(t.Context(), from, to); err != nil || n != len(edits) {
			t.Fatalf("%d edits, %v", n, err)
		}
		copied := open(t, to)
		if err := sameAs(t.Context(), copied, want, edits); err != nil {
			t.Errorf("%s: %v", to, err)
		}
		if _, err := Copy(t.Context(), from, to); !errors.Is(err, model.ErrExists) {
			t.Errorf("again: %v", err)
		}
		from = to
	}
	back := open(t, from)
	if e := commitTo(t, back, vote(t, load(t, back), 1)); e.Seq != int64(len(edits)+1) {
		t.Errorf("the next edit is %d", e.Seq)
	}
}

func TestCopyRefusesDamage(t *testing.T) {
	path := sample(t)
	alter(t, path, `UPDATE entities SET body = replace(body, 'Card 7', 'Card 8') WHERE id = 'c7'`)
	to := filepath.Join(t.TempDir(), "copy")
	if _, err := Copy(t.Context(), path, to); !errors.Is(err, model.ErrDamaged) {
		t.Error(err)
	}
	if left := folder(t, filepath.Dir(to)); len(left) != 0 {
		t.Errorf("left %v", left)
	}
}

func TestBackupOfServer(t *testing.T) {
	s := open(t, newRaceOn(t, sharedServer(t)))
	commitTo(t, s, model.Edit{Desk: "d", Changes: made(full(1)...)})
	to := filepath.Join(t.TempDir(), "copy")
	if err := s.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	if got, want := history(t, open(t, to), 0), history(t, s, 0); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestCheckOfDamage alters one thing each, with a right sum where there is one.
func TestCheckOfDamage(t *testing.T) {
	for _, damage := range []string{
		`UPDATE entities SET body = replace(body, 'Card 7', 'Card 8') WHERE id = 'c7'`,
		`UPDATE entities SET sum = sum + 1 WHERE id = 'c7'`,
		`UPDATE entities SET rev = 1 WHERE id = 'c7'`,
		`DELETE FROM entities WHERE id = 'c7'`,
		`UPDATE edits SET body = replace(body, 'Card 7', 'Card 8')`,
		`UPDATE edits SET desk = 'x'`,
		`UPDATE edits SET mark = 'x'`,
		`UPDATE timeline SET at = at + 1`,
		`UPDATE timeline SET seq = seq + 1`,
		`DELETE FROM edits WHERE seq = 1`,
	} {
		s := open(t, sample(t))
		if err := s.Check(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := s.write.Exec(damage); err != nil {
			t.Fatal(err)
		}
		if err := s.Check(t.Context()); !errors.Is(err, model.ErrDamaged) {
			t.Errorf("%s: %v", damage, err)
		}
	}
}

// TestFollowOfDamage follows a race that is damaged where opening does not look.
func TestFollowOfDamage(t *testing.T) {
	path := sample(t)
	alter(t, path, `UPDATE edits SET desk = 'x' WHERE seq = 1`)
	s := open(t, path)
	err := s.Follow(t.Context(), load(t, s).Seq, func([]model.Edit, error) {})
	if !errors.Is(err, model.ErrDamaged) {
		t.Errorf("follow: %v", err)
	}
	if _, err := s.Commit(t.Context(), model.Edit{Changes: made(card(100))}); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("commit: %v", err)
	}
}
