package pdf

import (
	"bytes"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"racedesk/assets"
	"racedesk/assets/hyphens"
)

// own are the report's fonts, regular and bold, each read when it is first asked for.
var own = [...]func() (*font.Font, error){readOnce(assets.FontRegular), readOnce(assets.FontBold)}

func readOnce(data []byte) func() (*font.Font, error) {
	return sync.OnceValues(func() (*font.Font, error) {
		tables, err := opentype.NewLoader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		return font.NewFont(tables)
	})
}

// Ready reads what any report in a language needs, whatever it tells: its fonts and where
// words are parted. Nothing waits for it; who has a race to read first calls it beside that.
func Ready(lang string) {
	for _, read := range own {
		_, _ = read() // what is wrong with a font is told where it is used
	}
	hyphens.For(lang)
}
