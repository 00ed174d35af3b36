package store

import "sochibo/app"

// Organisations returns the bodies between a committee and its cells, by code.
func (tx *Tx) Organisations() ([]app.Organisation, error) {
	return all(tx, "organisation", organisationColumns, "ORDER BY code, id")
}

// Organisation returns one body; CodeNotFound if there is none.
func (tx *Tx) Organisation(id string) (app.Organisation, error) {
	return one(tx, entityOrganisation, "organisation", organisationColumns, "WHERE id = ?", id)
}

// PutOrganisation adds or replaces a body.
func (tx *Tx) PutOrganisation(o app.Organisation) error {
	before, err := stored(tx.Organisation(o.ID))
	if err != nil {
		return err
	}
	return tx.record(entityOrganisation, o.ID, before, o, func() error { return tx.put("organisation", 1, organisationColumns(&o)) })
}

// OrganisationEvents returns what happened to bodies and cells, oldest first.
func (tx *Tx) OrganisationEvents() ([]app.OrganisationEvent, error) {
	return all(tx, "organisation_event", organisationEventColumns, "ORDER BY on_day, id")
}

// OrganisationEvent returns one event; CodeNotFound if there is none.
func (tx *Tx) OrganisationEvent(id string) (app.OrganisationEvent, error) {
	return one(tx, entityEvent, "organisation_event", organisationEventColumns, "WHERE id = ?", id)
}

// PutOrganisationEvent adds or replaces an event.
func (tx *Tx) PutOrganisationEvent(e app.OrganisationEvent) error {
	before, err := stored(tx.OrganisationEvent(e.ID))
	if err != nil {
		return err
	}
	return tx.record(entityEvent, e.ID, before, e, func() error { return tx.put("organisation_event", 1, organisationEventColumns(&e)) })
}

func organisationColumns(o *app.Organisation) []column {
	return []column{{"id", &o.ID}, {"superior_id", reference{&o.SuperiorID}}, {"code", &o.Code}, {"name", &o.Name}, {"contact", &o.Contact}, {"closed_on", &o.ClosedOn}}
}

func organisationEventColumns(e *app.OrganisationEvent) []column {
	return []column{{"id", &e.ID}, {"on_day", &e.On}, {"kind", &e.Kind}, {"subject_id", &e.SubjectID}, {"old_name", &e.OldName}, {"new_name", &e.NewName},
		{"others", list{&e.Others}}, {"note", &e.Note}}
}
