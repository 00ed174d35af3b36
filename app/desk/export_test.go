package desk

// Books of tests are sealed with keys that are quick to open; the usual work of scrypt takes half a second for each.
func init() { keyWorkFactor = 4 }
