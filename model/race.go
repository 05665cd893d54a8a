package model

// A Race is what the whole is called and the grant it is held under.
type Race struct {
	Rev          int64  `json:"-"`
	Title        string `json:"title"`
	Funder       string `json:"funder,omitempty"`
	Reference    string `json:"reference,omitempty"` // Diarienummer
	Coordinator  string `json:"coordinator,omitempty"`
	Grant        string `json:"grant,omitempty"` // with its currency, as the funder writes it
	Period       string `json:"period,omitempty"`
	Status       string `json:"status,omitempty"`
	Place        string `json:"place,omitempty"`
	Illustration bool   `json:"illustration,omitempty"` // the cards are examples, not a real race's
}

// RaceRef points at the one Race of a board.
var RaceRef = Ref{KindRace, "race"}

// Ref points at the race.
func (Race) Ref() Ref { return RaceRef }

// Revision is the Seq that last wrote the race.
func (r Race) Revision() int64 { return r.Rev }

// At returns the race as written by the Edit with this Seq.
func (r Race) At(rev int64) Entity { r.Rev = rev; return r }

// A Group is a target group. Style chooses its colour and mark from the palette.
type Group struct {
	ID    ID     `json:"id"`
	Rev   int64  `json:"-"`
	Name  string `json:"name"`
	Style int    `json:"style"`
	Order int    `json:"order"`
}

// Ref points at the group.
func (g Group) Ref() Ref { return Ref{KindGroup, g.ID} }

// Revision is the Seq that last wrote the group.
func (g Group) Revision() int64 { return g.Rev }

// At returns the group as written by the Edit with this Seq.
func (g Group) At(rev int64) Entity { g.Rev = rev; return g }

// A Role is what a person does in the race.
type Role string

// The roles of a race.
const (
	Coordinator   Role = "coordinator"
	ProcessLeader Role = "leader"
	Designer      Role = "designer"
	Expert        Role = "expert"
)

// Roles lists the roles in the order of the report.
var Roles = []Role{Coordinator, ProcessLeader, Designer, Expert}

// A Person takes part in the race, under the name or initials they chose.
type Person struct {
	ID    ID     `json:"id"`
	Rev   int64  `json:"-"`
	Name  string `json:"name"`
	Role  Role   `json:"role"`
	Order int    `json:"order"`
}

// Ref points at the person.
func (p Person) Ref() Ref { return Ref{KindPerson, p.ID} }

// Revision is the Seq that last wrote the person.
func (p Person) Revision() int64 { return p.Rev }

// At returns the person as written by the Edit with this Seq.
func (p Person) At(rev int64) Entity { p.Rev = rev; return p }
