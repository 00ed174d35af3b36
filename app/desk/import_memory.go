package desk

import "runtime/debug"

// importMemory is how much memory, in bytes, the program may take while a table is read and compared: a list of 200,000 rows by 30 columns
// holds about 300 MB, and a collector that waits for twice that would go beyond the 500 MB that old laptops can spare.
const importMemory = 360 << 20

// boundMemory has memory collected earlier until the returned function is called.
func boundMemory() (restore func()) {
	old := debug.SetMemoryLimit(-1)
	if old <= importMemory {
		return func() {}
	}
	debug.SetMemoryLimit(importMemory)
	return func() { debug.SetMemoryLimit(old) }
}
