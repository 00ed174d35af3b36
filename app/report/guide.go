package report

import (
	"sochibo/app"
	"sochibo/assets"
)

// guidePictureMM is the width of the guide's pictures.
const guidePictureMM = 150

// Guide makes the user's guide as a paper: its pages one after the other, with their pictures.
// Error: app.CodeInvalid for a picture that is missing.
func Guide(pages []assets.HelpPage, version string, on app.Date) (Document, error) {
	doc := Document{Title: "Hướng dẫn sử dụng Sổ Chi bộ", Author: "Sổ Chi bộ", Date: on}
	doc.add(Title{Type: "SỔ CHI BỘ", Subject: "Hướng dẫn sử dụng, bản " + version})
	for _, page := range pages {
		doc.add(Title{Type: page.Title})
		if err := doc.addGuidePage(page); err != nil {
			return Document{}, err
		}
	}
	return doc, nil
}

func (doc *Document) addGuidePage(page assets.HelpPage) error {
	blocks := page.Blocks()
	for i := 0; i < len(blocks); i++ {
		switch b := blocks[i]; b.Kind {
		case assets.HelpHeading:
			doc.add(Heading{Text: b.Text})
		case assets.HelpItem, assets.HelpStep:
			list := List{Numbered: b.Kind == assets.HelpStep}
			for ; i < len(blocks) && blocks[i].Kind == b.Kind; i++ {
				list.Items = append(list.Items, Plain(blocks[i].Text))
			}
			i--
			doc.add(list)
		case assets.HelpPicture:
			figure, err := NewFigure(assets.HelpImage(b.Picture), guidePictureMM, b.Text)
			if err != nil {
				return err
			}
			doc.add(figure)
		default:
			doc.add(line(b.Text))
		}
	}
	return nil
}
