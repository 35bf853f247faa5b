package sqlite

import (
	"fmt"
	"strings"

	"github.com/FerretDB/FerretDB/internal/backends"
	"github.com/FerretDB/FerretDB/internal/backends/sqlite/metadata"
	"github.com/FerretDB/FerretDB/internal/handler/sjson"
	"github.com/FerretDB/FerretDB/internal/types"
	"github.com/FerretDB/FerretDB/internal/util/must"
)

// FerretDB asks SQLite for one document by its _id, and for anything else reads, parses and filters the
// whole collection. Here SQLite leaves out most of what cannot match, and sorts by _id. What it lets
// through FerretDB filters again, so a condition only has to be true of every document that matches.

// narrow is the WHERE clause of a filter, with its arguments; empty where SQLite cannot help.
func narrow(filter *types.Document) (string, []any) {
	conditions, args := conditionsOf(filter)
	if len(conditions) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(conditions, " AND "), args
}

// orderBy is the ORDER BY clause of a sort by _id, or of what FerretDB sorts by itself.
func orderBy(sort *types.Document) string {
	if !backends.IsByID(sort) {
		return prepareOrderByClause(sort)
	}
	if direction, _ := sort.Get("_id"); direction == int64(-1) {
		return " ORDER BY " + metadata.OrderedIDColumn + " DESC"
	}
	return " ORDER BY " + metadata.OrderedIDColumn
}

func conditionsOf(filter *types.Document) (conditions []string, args []any) {
	for _, key := range filter.Keys() {
		value := must.NotFail(filter.Get(key))
		var more []string
		var moreArgs []any
		switch {
		case key == "$and":
			more, moreArgs = allOf(value)
		case strings.HasPrefix(key, "$"):
		case key == "_id":
			more, moreArgs = conditionsOfID(value)
		default:
			more, moreArgs = conditionsOfField(value)
		}
		conditions = append(conditions, more...)
		args = append(args, moreArgs...)
	}
	return conditions, args
}

func allOf(value any) (conditions []string, args []any) {
	filters, ok := value.(*types.Array)
	if !ok {
		return nil, nil
	}
	for _, filter := range valuesOf(filters) {
		if filter, ok := filter.(*types.Document); ok {
			more, moreArgs := conditionsOf(filter)
			conditions = append(conditions, more...)
			args = append(args, moreArgs...)
		}
	}
	return conditions, args
}

func conditionsOfID(value any) (conditions []string, args []any) {
	switch value := value.(type) {
	case string, types.ObjectID:
		return []string{metadata.IDColumn + " = ?"}, []any{jsonOf(value)}
	case *types.Document:
		for _, operator := range value.Keys() {
			operand := must.NotFail(value.Get(operator))
			condition, more := conditionOfID(operator, operand)
			if condition != "" {
				conditions = append(conditions, condition)
				args = append(args, more...)
			}
		}
	}
	return conditions, args
}

// mostOfIn keeps an expression far from the depth that SQLite allows.
const mostOfIn = 100

var comparisons = map[string]string{"$lt": "<", "$lte": "<=", "$gt": ">", "$gte": ">="}

func conditionOfID(operator string, operand any) (string, []any) {
	if text, ok := operand.(string); ok && comparisons[operator] != "" {
		return fmt.Sprintf("%s %s ?", metadata.OrderedIDColumn, comparisons[operator]), []any{text}
	}
	if operator != "$in" {
		return "", nil
	}
	texts, ok := textsOf(operand)
	if !ok {
		return "", nil
	}
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(texts)), ", ")
	return fmt.Sprintf("%s IN (%s)", metadata.IDColumn, marks), texts
}

// conditionsOfField asks that the text stands anywhere in the document, whatever its field: in the one
// that is meant it does, in an array of it too. To look into the JSON would take SQLite far longer.
func conditionsOfField(value any) ([]string, []any) {
	const within = "instr(" + metadata.DefaultColumn + ", ?) > 0"
	switch value := value.(type) {
	case string:
		return []string{within}, []any{jsonOf(value)}
	case *types.Document:
		operand, _ := value.Get("$in")
		texts, ok := textsOf(operand)
		if !ok || len(texts) == 0 || len(texts) > mostOfIn {
			return nil, nil
		}
		anyOf := strings.TrimSuffix(strings.Repeat(within+" OR ", len(texts)), " OR ")
		return []string{"(" + anyOf + ")"}, texts
	}
	return nil, nil
}

// textsOf are the values of an array as JSON, where all of them are strings.
func textsOf(array any) ([]any, bool) {
	values, ok := array.(*types.Array)
	if !ok {
		return nil, false
	}
	var texts []any
	for _, value := range valuesOf(values) {
		if _, ok := value.(string); !ok {
			return nil, false
		}
		texts = append(texts, jsonOf(value))
	}
	return texts, true
}

func valuesOf(values *types.Array) []any {
	all := make([]any, values.Len())
	for i := range all {
		all[i] = must.NotFail(values.Get(i))
	}
	return all
}

func jsonOf(value any) string {
	return string(must.NotFail(sjson.MarshalSingleValue(value)))
}
