package report

import "math"

// span is one line: words[from:to].
type span struct{ from, to int }

// breakLines chooses the line ends of a paragraph whose first line has the width first and whose other lines have the
// width rest. It takes the fewest lines possible and, among these, the ones whose slack is spread most evenly: the sum of
// the squares of what each line lacks is the smallest. With balanced, the last line counts too, as suits centred heads.
// Every word must fit on a line alone (see words); one that does not stands on a line of its own. A word that is bound stays with the one
// before it.
func breakLines(words []word, first, rest float64, balanced bool) []span {
	n := len(words)
	if n == 0 {
		return nil
	}
	// best[i] is the least cost of setting words[:i] as whole lines; start[i] is where the last of these lines begins.
	best := make([]cost, n+1)
	start := make([]int, n+1)
	for i := 1; i <= n; i++ {
		best[i] = cost{lines: math.MaxInt}
	}
	for from := 0; from < n; from++ {
		if best[from].lines == math.MaxInt {
			continue
		}
		room := rest
		if from == 0 {
			room = first
		}
		width := 0.0
		for to := from + 1; to <= n; to++ {
			if to > from+1 {
				width += words[to-1].gap
			}
			width += words[to-1].width
			slack := room - width
			if slack < -fits && to > from+1 && !(to == from+2 && words[from+1].bound) {
				break
			}
			if to < n && words[to].bound {
				continue
			}
			step := cost{best[from].lines + 1, best[from].slack}
			if to < n || balanced {
				step.slack += slack * slack
			}
			if step.less(best[to]) {
				best[to], start[to] = step, from
			}
		}
	}
	lines := make([]span, best[n].lines)
	for to, i := n, best[n].lines-1; i >= 0; i-- {
		lines[i] = span{start[to], to}
		to = start[to]
	}
	return lines
}

// fits is the excess, in millimetres, that rounding may leave on a line that is exactly full.
const fits = 1e-6

type cost struct {
	lines int
	slack float64
}

func (c cost) less(other cost) bool {
	return c.lines < other.lines || c.lines == other.lines && c.slack < other.slack
}
