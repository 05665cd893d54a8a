package model

// The labels of Edits: keys of what they do, worded on the screen.
const (
	LabelAdd       = "add"
	LabelMove      = "move"
	LabelPromote   = "promote"
	LabelJoin      = "join"
	LabelSplit     = "split"
	LabelWrite     = "write"
	LabelVote      = "vote"
	LabelPark      = "park"
	LabelUnpark    = "unpark"
	LabelMerge     = "merge"
	LabelUnmerge   = "unmerge"
	LabelApart     = "apart"
	LabelRemove    = "remove"
	LabelGather    = "gather"
	LabelTag       = "tag"
	LabelTick      = "tick"
	LabelRules     = "rules"
	LabelRound     = "round"
	LabelShow      = "show"
	LabelOrder     = "order"
	LabelPicture   = "picture"
	LabelUnpicture = "unpicture"
	LabelLead      = "lead"
	LabelClock     = "clock"
	LabelScreen    = "screen"
	LabelRace      = "race"
	LabelLock      = "lock"
	LabelUnlock    = "unlock"
	LabelSample    = "sample"
	LabelSegment   = "segment"
	LabelBegin     = "begin"
	LabelAgenda    = "agenda"
	LabelTimer     = "timer"
	LabelPitch     = "pitch"
	LabelTime      = "time" // a side timer or a pitch goes on or stands: no undo on the board stops it
	LabelDeviation = "deviation"
	LabelStrike    = "strike"
	LabelAppendix  = "appendix"
	LabelAttach    = "attach"
	LabelUnappend  = "unappend"

	LabelAppendixText  = "appendix.text"
	LabelAppendixOrder = "appendix.order"
)

// The labels of Edits of several cards at once.
const (
	LabelAdds     = "add.many"
	LabelMoves    = "move.many"
	LabelPromotes = "promote.many"
	LabelJoins    = "join.many"
	LabelParks    = "park.many"
	LabelUnparks  = "unpark.many"
)
