package app

// Setting is a value of a framework that a committee or cell may set otherwise; without a value it is not used.
type Setting struct {
	ID    string `json:"id"`
	Value *Ratio `json:"value"`
	Unit  string `json:"unit"`
	Name  string `json:"name"`
	Mark  string `json:"mark"`
}

// Computed is a value that follows from settings and facts; bands may lean on it. Rule says in words what Cases compute: the first case
// whose fact holds gives the value.
type Computed struct {
	ID    string         `json:"id"`
	Unit  string         `json:"unit"`
	Rule  string         `json:"rule"`
	Cases []ComputedCase `json:"cases"`
}

// ComputedCase gives the setting Own where it is set, else the largest of its terms. When is a fact that must be 1; "" always holds.
type ComputedCase struct {
	When    string         `json:"when"`
	Own     string         `json:"own"`
	Largest []ComputedTerm `json:"largest"`
}

// ComputedTerm is the setting Of. With Fact and From it counts only while the fact is known and reaches the setting From.
type ComputedTerm struct {
	Of   string `json:"of"`
	Fact string `json:"fact"`
	From string `json:"from"`
}

// SettingRule is the key under which a book's dated rules keep a framework's setting.
func SettingRule(settingID string) RuleKey { return RuleKey("framework." + settingID) }

// SettingsOn returns the settings that hold in a book on a day: those of its dated rules (SettingRule; the points threshold under its own
// key), for the ids that this framework has. Settings that the book does not set are left out: the framework's own values hold for them.
func (f *Framework) SettingsOn(settings Settings, day Date) map[string]Ratio {
	values := make(map[string]Ratio)
	for _, s := range f.Settings {
		value, found := settings.RuleOn(SettingRule(s.ID), day)
		if !found && s.ID == "handbook_threshold" {
			value, found = settings.RuleOn(RulePointsThreshold, day)
		}
		if found {
			values[s.ID] = IntRatio(int64(value))
		}
	}
	return values
}

// settingValue returns a setting as the book has it, else as the framework has it; false if it has no value.
func (f *Framework) settingValue(id string, own map[string]Ratio) (Ratio, bool) {
	if value, found := own[id]; found {
		return value, true
	}
	for _, s := range f.Settings {
		if s.ID == id && s.Value != nil {
			return *s.Value, true
		}
	}
	return Ratio{}, false
}

// ComputedValue returns a computed setting under the book's settings and facts; false if no case gives a value.
func (f *Framework) ComputedValue(id string, own map[string]Ratio, facts Facts) (Ratio, bool) {
	for _, c := range f.Computed {
		if c.ID != id {
			continue
		}
		for _, one := range c.Cases {
			if one.When != "" && !facts.reaches(one.When, IntRatio(1)) {
				continue
			}
			return f.caseValue(one, own, facts)
		}
	}
	return Ratio{}, false
}

func (f *Framework) caseValue(c ComputedCase, own map[string]Ratio, facts Facts) (Ratio, bool) {
	if value, found := f.settingValue(c.Own, own); found {
		return value, true
	}
	best, any := Ratio{}, false
	for _, term := range c.Largest {
		value, found := f.settingValue(term.Of, own)
		if !found {
			continue
		}
		if term.Fact != "" {
			from, isSet := f.settingValue(term.From, own)
			if !isSet || !facts.reaches(term.Fact, from) {
				continue
			}
		}
		best, any = larger(best, value), true
	}
	return best, any
}

func (f *Framework) hasSetting(id string) bool {
	for _, s := range f.Settings {
		if s.ID == id {
			return true
		}
	}
	return false
}

// checkComputed returns a fault for a computed setting without cases, or one that names settings or facts that are not there.
func (f *Framework) checkComputed() error {
	for i, c := range f.Computed {
		place := placeAt("computed", i)
		if len(c.Cases) == 0 || c.Cases[len(c.Cases)-1].When != "" {
			return faultAt(place, "case_last")
		}
		for j, one := range c.Cases {
			at := placeAt(place+".cases", j)
			if one.When != "" && one.When != FactSameSittingThematic {
				return faultAt(at, "fact_unknown")
			}
			if one.Own == "" && len(one.Largest) == 0 || one.Own != "" && !f.hasSetting(one.Own) {
				return faultAt(at, "setting_unknown")
			}
			for _, term := range one.Largest {
				if !f.hasSetting(term.Of) || term.Fact != "" && (term.Fact != FactCellMembers || !f.hasSetting(term.From)) {
					return faultAt(at, "setting_unknown")
				}
			}
		}
	}
	return nil
}
