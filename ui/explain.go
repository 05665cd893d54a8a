package ui

import (
	"cmp"
	"errors"
	"io/fs"
	"strings"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/projector"
)

// ErrNoScreen is returned where there is no screen to open a window on.
var ErrNoScreen = errors.New("no screen")

// unseen turns what the toolkit panics with where there is no screen into an error.
func unseen(err *error) {
	switch p := recover(); {
	case p == nil:
	case projector.NoScreen(p):
		*err = ErrNoScreen
	default:
		panic(p)
	}
}

// explanations says which wording belongs to which error, the most telling first.
var explanations = []struct {
	err error
	key string
}{
	{ErrNoScreen, "error.noscreen"},
	{model.ErrNewer, "error.newer"}, {model.ErrNotRace, "error.notrace"}, {model.ErrDamaged, "error.damaged"},
	{model.ErrMissing, "error.missing"}, {model.ErrFull, "error.full"}, {model.ErrNoFolder, "error.nofolder"}, {model.ErrNotFile, "error.notfile"},
	{model.ErrReadOnly, "error.readonly"},
	{model.ErrBusy, "error.busy"}, {model.ErrConflict, "error.conflict"}, {model.ErrGone, "error.gone"},
	{model.ErrNoTitle, "error.notitle"}, {model.ErrNoMeaning, "error.nomeaning"}, {model.ErrExists, "error.exists"},
	{model.ErrTooLong, "error.toolong"}, {model.ErrTooMany, "error.toomany"},
	{model.ErrTooMuch, "error.toomuch"}, {model.ErrTooLarge, "error.toolarge"}, {model.ErrNoPicture, "error.nopicture"},
	{model.ErrHeavy, "error.heavy"}, {model.ErrEncrypted, "error.encrypted"}, {model.ErrNoPDF, "error.nopdf"},
	{model.ErrLength, "error.length"}, {model.ErrMoments, "error.moments"}, {model.ErrOver, "error.over"}, {model.ErrPIN, "error.pin"},
	{model.ErrSpent, "error.spent"}, {model.ErrShown, "error.shown"},
	{model.ErrCrowded, "error.crowded"}, {model.ErrNoLength, "error.nolength"}, {model.ErrTooFar, "error.toofar"},
	{model.ErrNobody, "error.nobody"},
	{model.ErrUnsure, "error.unsure"}, {model.ErrOffline, "error.offline"}, {model.ErrNotLetIn, "error.letin"},
	{model.ErrAddress, "error.address"}, {model.ErrNetwork, "error.network"},
	{model.ErrLost, "error.lost"},                                        // its cause says more
	{fs.ErrNotExist, "error.nofile"}, {fs.ErrPermission, "error.nolook"}, // of a file that somebody brings
}

// Explain words an error for people: what happened, and what to do.
func Explain(err error, w *words.Words) string {
	var clash *model.Clash
	if errors.As(err, &clash) && clash.By != "" {
		return w.T("error.conflict.by", place(clash.By, w))
	}
	var fault *model.Fault
	if errors.As(err, &fault) && fault.Most > 0 {
		return form.Fault(*fault, w)
	}
	var display *projector.UnknownDisplay
	if errors.As(err, &display) {
		return w.T("error.display", display.Asked, strings.Join(display.There, ", "))
	}
	for _, x := range explanations {
		if errors.Is(err, x.err) {
			return w.T(x.key)
		}
	}
	return w.T("error.other", err.Error())
}

// place words which desk something was done at: by the name that people gave it, since
// that of a computer tells nobody where it stands.
func place(desk model.DeskID, w *words.Words) string {
	return cmp.Or(desk.Given(), w.T("clash.elsewhere"))
}

// explained words an error, or says nothing where there is none.
func explained(err error, w *words.Words) string {
	if err == nil {
		return ""
	}
	return Explain(err, w)
}

// stepped says that the computer's clock was set ahead, or back where by is below
// zero.
func stepped(by time.Duration, w *words.Words) string {
	if by < 0 {
		return w.T("time.back", words.Brief(-by))
	}
	return w.T("time.ahead", words.Brief(by))
}
