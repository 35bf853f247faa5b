package backends

import "github.com/FerretDB/FerretDB/internal/types"

// IsByID tells whether a sort is by _id alone, which the backend does.
func IsByID(sort *types.Document) bool {
	return sort.Len() == 1 && sort.Keys()[0] == "_id"
}

// WithoutID is what is left to sort by where the backend sorted by _id.
func WithoutID(sort *types.Document) *types.Document {
	if IsByID(sort) {
		return nil
	}
	return sort
}
