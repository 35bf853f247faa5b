package common

import (
	"context"

	"github.com/FerretDB/FerretDB/internal/backends"
	"github.com/FerretDB/FerretDB/internal/types"
	"github.com/FerretDB/FerretDB/internal/util/iterator"
	"github.com/FerretDB/FerretDB/internal/util/must"
)

// FerretDB makes each update of a command by itself, with a commit and an fsync of its own. Here those of
// one command are read together and written in one transaction.

// UpdateTogether makes updates that are each of one document by its _id, and of no two the same; it tells
// whether they are such. An error leaves all of them unmade.
func UpdateTogether(ctx context.Context, c backends.Collection, updates []Update) (matched, modified int32, done bool, err error) {
	ids := idsOf(updates)
	if len(ids) < 2 {
		return 0, 0, false, nil
	}
	docs, err := docsByID(ctx, c, ids)
	if err != nil {
		return 0, 0, false, err
	}
	var changed []*types.Document
	for i, update := range updates {
		doc := docs[ids[i]]
		if doc == nil {
			continue
		}
		if matches, err := FilterDocument(doc, update.Filter); err != nil || !matches {
			if err != nil {
				return 0, 0, false, err
			}
			continue
		}
		matched++
		differs, err := processUpdateOperator("update", doc, update.Update, false)
		if err != nil {
			return 0, 0, false, err
		}
		if err := doc.ValidateData(); err != nil {
			return 0, 0, false, err
		}
		if differs {
			changed = append(changed, doc)
		}
	}
	if _, err := c.UpdateAll(ctx, &backends.UpdateAllParams{Docs: changed}); err != nil {
		return 0, 0, false, err
	}
	return matched, int32(len(changed)), true, nil
}

// idsOf is empty where an update is of another kind.
func idsOf(updates []Update) []string {
	ids := make([]string, len(updates))
	seen := map[string]bool{}
	for i, update := range updates {
		id, _ := update.Filter.Get("_id")
		text, isText := id.(string)
		if !isText || seen[text] || update.Multi || update.Upsert || !update.HasUpdateOperators {
			return nil
		}
		seen[text] = true
		ids[i] = text
	}
	return ids
}

func docsByID(ctx context.Context, c backends.Collection, ids []string) (map[string]*types.Document, error) {
	wanted := types.MakeArray(len(ids))
	for _, id := range ids {
		wanted.Append(id)
	}
	filter := must.NotFail(types.NewDocument("_id", must.NotFail(types.NewDocument("$in", wanted))))
	found, err := c.Query(ctx, &backends.QueryParams{Filter: filter})
	if err != nil {
		return nil, err
	}
	defer found.Iter.Close()
	docs, err := iterator.ConsumeValues(found.Iter)
	if err != nil {
		return nil, err
	}
	byID := map[string]*types.Document{}
	for _, doc := range docs {
		if id, isText := must.NotFail(doc.Get("_id")).(string); isText {
			byID[id] = doc
		}
	}
	return byID, nil
}
