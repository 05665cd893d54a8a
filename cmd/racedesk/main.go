package main

import (
	_ "fyne.io/fyne/v2/app"
	_ "fyne.io/fyne/v2/test"
	_ "github.com/alecthomas/kong"
	_ "github.com/go-gl/glfw/v3.4/glfw"
	_ "github.com/jmoiron/sqlx"
	_ "github.com/signintech/gopdf"
	_ "golang.org/x/image/font/sfnt"
	_ "golang.org/x/text/unicode/bidi"
	_ "golang.org/x/text/unicode/norm"
	_ "modernc.org/sqlite"
)

func main() {}
