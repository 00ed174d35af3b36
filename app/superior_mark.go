package app

// SuperiorMark is the points that the superior gave for one criterion of a cell's sheet; it travels back with the receipt.
type SuperiorMark struct {
	Framework string `json:"framework"` // code
	Version   int    `json:"version"`
	Subject   string `json:"subject"` // of the sheet: a meeting's id or a period
	ID        string `json:"id"`      // criterion or item
	Points    string `json:"points"`  // decimal, exact
}

// IsOfSameLine reports whether both are of one line of one sheet, whatever their points.
func (m SuperiorMark) IsOfSameLine(other SuperiorMark) bool {
	m.Points = other.Points
	return m == other
}

// CheckSuperiorPoints returns CodeOutOfRange for points that a line cannot give: between 0 and its maximum, or for a penalty
// between its maximum and 0. CodeInvalid for what is no number.
func CheckSuperiorPoints(line LineScore, points string) error {
	return checkPoints(Criterion{Max: line.Max}, points)
}
