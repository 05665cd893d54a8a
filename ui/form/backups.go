package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

// Backup is a copy of the race as the panel shows it.
type Backup struct{ Path, Name, Note string }

// BackupActs are what people ask of the panel of backups.
type BackupActs struct {
	Restore func(path string)
	Second  func(folder string)
	Close   func()
}

// NewBackups returns the panel of a race's backups, the newest first, and of the
// second folder that they are kept in. Going back asks once more.
func NewBackups(backups []Backup, second string, w *words.Words, acts BackupActs) fyne.CanvasObject {
	folder := line(second)
	folder.SetPlaceHolder(w.T("backups.second.example"))
	set := kit.NewButton(w.T("clock.set"), func() { acts.Second(folder.Text) })
	folder.OnSubmitted = acts.Second
	list := []fyne.CanvasObject{
		kit.NewText(w.T("backups.note"), kit.SizeText, kit.ColorQuiet, 6),
		field(w.T("backups.second"), container.NewBorder(nil, nil, nil, set, folder)),
	}
	for _, b := range backups {
		list = append(list, rows(0, kit.NewText(b.Name, kit.SizeText, kit.ColorInk, 1),
			kit.NewText(b.Note, kit.SizeNote, kit.ColorQuiet, 1), container.NewHBox(twice(w.T("no"), w.T("backup.restore"), w.T("backup.sure"), func() { acts.Restore(b.Path) }))))
	}
	if len(backups) == 0 {
		list = append(list, kit.NewText(w.T("backups.none"), kit.SizeText, kit.ColorQuiet, 4))
	}
	done := kit.NewButton(w.T("sheet.done"), acts.Close)
	return page{w.T("backups.sheet"), list, []fyne.CanvasObject{done}, acts.Close}.object()
}
