package report

import (
	"regexp"
	"strings"
)

var (
	heading = regexp.MustCompile(`^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$`)
	quoted  = regexp.MustCompile(`^ {0,3}>[> ]*`)
	ruled   = regexp.MustCompile(`^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$`)
)

// homely makes of Markdown that a report does not show what comes nearest: of a heading
// a bold line, of a quotation its text, of a table's row its cells on a line.
func homely(prose string) string {
	var out []string
	for line := range strings.SplitSeq(prose, "\n") {
		if said := quoted.ReplaceAllString(line, ""); said != "" || strings.TrimSpace(line) == ">" {
			line = said
		}
		cells := strings.TrimSpace(line)
		switch {
		case heading.MatchString(line):
			if head := strings.ReplaceAll(heading.FindStringSubmatch(line)[1], "**", ""); head != "" {
				out = append(out, "", "**"+head+"**", "")
			}
		case ruled.MatchString(line) && strings.Contains(line, "|"):
		case len(cells) > 2 && strings.HasPrefix(cells, "|") && strings.HasSuffix(cells, "|"):
			var row []string
			for cell := range strings.SplitSeq(strings.Trim(cells, "|"), "|") {
				row = append(row, strings.TrimSpace(cell))
			}
			out = append(out, strings.Join(row, " · "))
		default:
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
