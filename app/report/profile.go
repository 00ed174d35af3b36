package report

import (
	"bytes"
	"encoding/json"
	"maps"
	"sync"

	"sochibo/app"
	"sochibo/assets"
)

// CodeBadProfile is the failure to read a layout profile. Values: field.
const CodeBadProfile app.Code = "bad_layout_profile"

// Profile is the form of printed documents as data: paper, margins, sizes and labels of one guide, valid for a time.
// Lengths end in MM (millimetres) or Pt (points, 1/72 inch).
type Profile struct {
	Code      string   `json:"code"`
	Name      string   `json:"name"`
	Issuer    string   `json:"issuer"`
	Document  string   `json:"document"` // number of the guide, "05-HD/VPTW"
	IssuedOn  app.Date `json:"issued_on"`
	ValidFrom app.Date `json:"valid_from"`
	ValidTo   app.Date `json:"valid_to"` // empty: still valid
	Source    string   `json:"source"`

	Page       PageProfile       `json:"page"`
	Text       TextProfile       `json:"text"`
	Small      TextProfile       `json:"small"`
	Head       HeadProfile       `json:"head"`
	Title      TitleProfile      `json:"title"`
	Table      TableProfile      `json:"table"`
	Signature  SignatureProfile  `json:"signature"`
	Recipients RecipientsProfile `json:"recipients"`
	Callout    CalloutProfile    `json:"callout"`

	// Labels are the words that regulations or local custom fix, by key: see the Label constants.
	Labels map[string]string `json:"labels"`
	// LabelChoices lists the wordings in use for a label, to choose from.
	LabelChoices map[string][]string `json:"label_choices"`
}

// Keys of Profile.Labels.
const (
	LabelRecorder           = "minutes_recorder"
	LabelChair              = "minutes_chair"
	LabelCellAuthority      = "cell_authority"
	LabelCommitteeAuthority = "committee_authority"
	LabelSecretary          = "secretary"
	LabelDeputySecretary    = "deputy_secretary"
	LabelSignAndName        = "sign_and_name"
)

// PageProfile is the paper (portrait size), its margins in both orientations and where the page number stands.
type PageProfile struct {
	WidthMM          float64 `json:"width_mm"`
	HeightMM         float64 `json:"height_mm"`
	Portrait         Margins `json:"portrait"`
	Landscape        Margins `json:"landscape"`
	NumberFrom       int     `json:"number_from"` // first page that shows its number
	NumberSizePt     float64 `json:"number_size_pt"`
	NumberBaselineMM float64 `json:"number_baseline_mm"` // from the paper's top edge
}

// Margins are the distances from the paper's edges to the text.
type Margins struct {
	TopMM    float64 `json:"top_mm"`
	BottomMM float64 `json:"bottom_mm"`
	LeftMM   float64 `json:"left_mm"`
	RightMM  float64 `json:"right_mm"`
}

// TextProfile sets running text: letter size, exact distance of baselines, space before a paragraph, first-line indent.
type TextProfile struct {
	SizePt   float64 `json:"size_pt"`
	PitchPt  float64 `json:"pitch_pt"`
	BeforePt float64 `json:"before_pt"`
	IndentMM float64 `json:"indent_mm"`
}

// HeadProfile sets the two columns at the top of the first page.
type HeadProfile struct {
	LeftMM      float64 `json:"left_mm"`
	RightMM     float64 `json:"right_mm"`
	Party       string  `json:"party"`
	PartySizePt float64 `json:"party_size_pt"`
	SizePt      float64 `json:"size_pt"`
	Separator   string  `json:"separator"`
	NumberWord  string  `json:"number_word"`
	RulePt      float64 `json:"rule_pt"`
	RuleGapMM   float64 `json:"rule_gap_mm"` // from the baseline of the Party's name to the rule
	DateRow     int     `json:"date_row"`    // line of the right column, from 1, on which place and date stand
}

// TitleProfile sets the document's type and subject. SubjectWidth is a share of the text width.
type TitleProfile struct {
	BeforePt      float64 `json:"before_pt"`
	AfterPt       float64 `json:"after_pt"`
	TypeSizePt    float64 `json:"type_size_pt"`
	TypePitchPt   float64 `json:"type_pitch_pt"`
	SubjectSizePt float64 `json:"subject_size_pt"`
	SubjectWidth  float64 `json:"subject_width"`
	Rule          string  `json:"rule"`
}

// TableProfile sets tables: two letter sizes (narrow tables use the small one), padding, rules, and the grey of shaded rows (255 is white).
type TableProfile struct {
	SizePt         float64 `json:"size_pt"`
	PitchPt        float64 `json:"pitch_pt"`
	SmallSizePt    float64 `json:"small_size_pt"`
	SmallPitchPt   float64 `json:"small_pitch_pt"`
	PadMM          float64 `json:"pad_mm"`
	PadRowsPt      float64 `json:"pad_rows_pt"`
	SmallPadMM     float64 `json:"small_pad_mm"`
	SmallPadRowsPt float64 `json:"small_pad_rows_pt"`
	LinePt         float64 `json:"line_pt"`
	BeforePt       float64 `json:"before_pt"`
	Shade          uint8   `json:"shade"`
}

// SignatureProfile sets the space for a signature between post and name.
type SignatureProfile struct {
	BeforePt   float64 `json:"before_pt"`
	BlankLines float64 `json:"blank_lines"`
}

// RecipientsProfile sets the list of those who get the document.
type RecipientsProfile struct {
	Word       string  `json:"word"`
	WordSizePt float64 `json:"word_size_pt"`
	SizePt     float64 `json:"size_pt"`
	PitchPt    float64 `json:"pitch_pt"`
}

// CalloutProfile sets the frame around text that must not be overlooked.
type CalloutProfile struct {
	PadMM    float64 `json:"pad_mm"`
	LinePt   float64 `json:"line_pt"`
	BeforePt float64 `json:"before_pt"`
}

// ReadProfile reads a profile from JSON and checks that a page can be laid out with it.
// Unknown keys and impossible numbers give CodeBadProfile.
func ReadProfile(data []byte) (Profile, error) {
	var p Profile
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&p); err != nil {
		return Profile{}, app.WrapError(err, CodeBadProfile, "field", "layout.json")
	}
	if err := p.Validate(); err != nil {
		return Profile{}, err
	}
	return p, nil
}

var partyProfile = sync.OnceValues(func() (Profile, error) {
	data, err := assets.Profile("party-05hd")
	if err != nil {
		return Profile{}, app.WrapError(err, CodeBadProfile, "field", "layout.file")
	}
	return ReadProfile(data)
})

// PartyProfile returns the shipped profile after 05-HD/VPTW. The caller may change the copy it gets.
func PartyProfile() (Profile, error) {
	p, err := partyProfile()
	if err != nil {
		return Profile{}, err
	}
	p.Labels = maps.Clone(p.Labels)
	p.LabelChoices = maps.Clone(p.LabelChoices)
	return p, nil
}

// Label returns the wording of a label, or an empty text for a key that the profile lacks.
func (p Profile) Label(key string) string { return p.Labels[key] }

// WithLabel returns a profile with another wording of one label; an empty text leaves it as it is.
func (p Profile) WithLabel(key, text string) Profile {
	if text == "" {
		return p
	}
	labels := maps.Clone(p.Labels)
	if labels == nil {
		labels = map[string]string{}
	}
	labels[key] = text
	p.Labels = labels
	return p
}
