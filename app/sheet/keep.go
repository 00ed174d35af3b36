package sheet

import "sochibo/app"

// keeper collects the rows of a table within what the memory of an old laptop can spare: rows that can be taken over up to MaxPersons, and of
// those with faults the first MaxFaulty. A table in which more are faulty is no list, or its columns are matched wrongly; the first show why.
type keeper[T any] struct {
	file    string
	rows    []T
	good    int
	faulty  int
	dropped int // rows with faults that are counted only
}

// add takes a row; CodeTooManyPersons if it is one too many.
func (k *keeper[T]) add(row T, faulty bool) error {
	switch {
	case !faulty && k.good == MaxPersons:
		return app.NewError(CodeTooManyPersons, "name", k.file, "limit", MaxPersons)
	case !faulty:
		k.good++
	case k.faulty == MaxFaulty:
		k.dropped++
		return nil
	default:
		k.faulty++
	}
	k.rows = append(k.rows, row)
	return nil
}
