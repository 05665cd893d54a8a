package kit

import "time"

// Pull lets time pass while something is held in the roll.
func (r *Roll) Pull(since time.Duration) { r.glass.pull(since) }
