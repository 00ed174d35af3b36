package store

import "sochibo/app"

// heldMark is a superior's mark with the packet that it belongs to.
type heldMark struct {
	packetID string
	app.SuperiorMark
}

// SuperiorMarks returns the points that the committee gave for a packet's sheets, by sheet and criterion.
func (tx *Tx) SuperiorMarks(packetID string) ([]app.SuperiorMark, error) {
	held, err := all(tx, "superior_mark", superiorMarkColumns, "WHERE packet_id = ? ORDER BY framework, version, subject, id", packetID)
	var list []app.SuperiorMark
	for _, m := range held {
		list = append(list, m.SuperiorMark)
	}
	return list, err
}

// PutSuperiorMarks replaces the points that the committee gave for a packet's sheets.
func (tx *Tx) PutSuperiorMarks(packetID string, marks []app.SuperiorMark) error {
	before, err := tx.SuperiorMarks(packetID)
	if err != nil {
		return err
	}
	return tx.record(entitySuperiorMarks, packetID, marksView(before), marksView(marks), func() error {
		if err := tx.exec("DELETE FROM superior_mark WHERE packet_id = ?", packetID); err != nil {
			return err
		}
		for _, m := range marks {
			if err := tx.put("superior_mark", 5, superiorMarkColumns(&heldMark{packetID, m})); err != nil {
				return err
			}
		}
		return nil
	})
}

func marksView(marks []app.SuperiorMark) map[string]string {
	view := make(map[string]string, len(marks))
	for _, m := range marks {
		view[m.Framework+"/"+m.Subject+"/"+m.ID] = m.Points
	}
	return view
}

func superiorMarkColumns(m *heldMark) []column {
	return []column{{"packet_id", &m.packetID}, {"framework", &m.Framework}, {"version", &m.Version}, {"subject", &m.Subject},
		{"id", &m.ID}, {"points", &m.Points}}
}
