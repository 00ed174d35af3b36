package ui

// Seek is part of Sought.
func (s *matrixScreen) Seek(text string, done bool) { seekIn(s.table, text, done) }

// Seek is part of Sought.
func (s *rollUpScreen) Seek(text string, done bool) { seekIn(s.table, text, done) }

// Seek is part of Sought.
func (s *invitationsScreen) Seek(text string, done bool) { seekIn(s.table, text, done) }

// Seek is part of Sought.
func (s *registerCheckScreen) Seek(text string, done bool) { seekIn(s.table, text, done) }

func seekIn(table *DataTable, text string, done bool) {
	table.Filter(text)
	if done {
		table.Focus()
	}
}
