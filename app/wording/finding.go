package wording

import "sochibo/app"

// FindingWords says what is to be looked at in a packet.
func FindingWords(f app.Finding) string {
	if words, known := findings[f]; known {
		return Text(words)
	}
	return string(f)
}

var findings = map[app.Finding]string{
	app.FindingUnchecked: Mark("Received by an older version that checked less"),
	app.FindingMinutes:   Mark("Minutes or documents are missing"),
	app.FindingDocuments: Mark("Minutes or documents are missing"),
	app.FindingScore:     Mark("The meeting is not scored"),
	app.FindingCriteria:  Mark("Criteria are not all scored"),
	app.FindingPoints:    Mark("Somebody is below the handbook points"),
	app.FindingFigures:   Mark("The figures do not agree with the lists inside"),
	app.FindingRegister:  Mark("The number of members does not follow"),
	app.FindingShorter:   Mark("The meeting was much shorter"),
}
