package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"racedesk/assets/words"
)

// passwordVariable is where PostgreSQL's own programs look for a password.
const passwordVariable = "PGPASSWORD"

// askPassword asks at the terminal for the password that a server wanted, for this
// process alone. It says whether there is one to try.
func askPassword(complain io.Writer, w *words.Words) bool {
	in := int(os.Stdin.Fd())
	if !term.IsTerminal(in) || os.Getenv(passwordVariable) != "" {
		return false
	}
	fmt.Fprint(complain, w.T("server.password")+": ") //nolint:errcheck // nowhere else to say it
	password, err := term.ReadPassword(in)
	fmt.Fprintln(complain) //nolint:errcheck // nowhere else to say it
	return err == nil && len(password) > 0 && os.Setenv(passwordVariable, string(password)) == nil
}
