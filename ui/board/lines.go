package board

import "racedesk/model"

// Lines calls changed with what stands on the line of a stage, as it is written.
func (v *View) Lines(changed func(stage model.Stage, text string)) {
	for _, c := range v.columns {
		c.writer.OnChanged = func(text string) { changed(c.stage, text) }
	}
}
