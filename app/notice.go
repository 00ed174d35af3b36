package app

import "time"

// Notice is a committee's word to its cells, with documents. It travels as a packet of its own.
type Notice struct {
	ID         string       `json:"id"` // of the packet
	Sender     string       `json:"sender"`
	Title      string       `json:"title"`
	Body       string       `json:"body"`
	IssuedOn   Date         `json:"issuedOn"`
	ReceivedAt time.Time    `json:"receivedAt,omitzero"` // zero in the book of the committee that wrote it
	ReadAt     time.Time    `json:"readAt,omitzero"`
	Files      []NoticeFile `json:"files,omitempty"`
	Seq        int          `json:"seq,omitempty"`   // running number of the committee's notices
	Cells      []string     `json:"cells,omitempty"` // in the committee's book: codes of the cells that it was written for; none: all
}

// NoticeFile is a document that came with a notice and lies sealed in the book.
type NoticeFile struct {
	Name   string `json:"name"`
	FileID string `json:"fileID"`
}
