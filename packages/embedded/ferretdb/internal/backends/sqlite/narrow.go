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
	var where clause
	where.addFilter(filter)
	if len(where.conditions) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(where.conditions, " AND "), where.args
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

// clause gathers conditions, all of which have to hold, with the arguments of their marks.
type clause struct {
	conditions []string
	args       []any
}

func (c *clause) add(condition string, args ...any) {
	c.conditions = append(c.conditions, condition)
	c.args = append(c.args, args...)
}

func (c *clause) addFilter(filter *types.Document) {
	for _, key := range filter.Keys() {
		value := must.NotFail(filter.Get(key))
		switch {
		case key == "$and":
			c.addAll(value)
		case strings.HasPrefix(key, "$"):
		case key == "_id":
			c.addID(value)
		default:
			c.addField(value)
		}
	}
}

func (c *clause) addAll(value any) {
	filters, ok := value.(*types.Array)
	if !ok {
		return
	}
	for _, filter := range valuesOf(filters) {
		if filter, ok := filter.(*types.Document); ok {
			c.addFilter(filter)
		}
	}
}

var comparisons = map[string]string{"$lt": "<", "$lte": "<=", "$gt": ">", "$gte": ">="}

func (c *clause) addID(value any) {
	switch value := value.(type) {
	case string, types.ObjectID:
		c.add(metadata.IDColumn+" = ?", jsonOf(value))
	case *types.Document:
		for _, operator := range value.Keys() {
			operand := must.NotFail(value.Get(operator))
			if text, ok := operand.(string); ok && comparisons[operator] != "" {
				c.add(fmt.Sprintf("%s %s ?", metadata.OrderedIDColumn, comparisons[operator]), text)
			}
			if texts, ok := textsOf(operand); ok && operator == "$in" {
				marks := strings.TrimSuffix(strings.Repeat("?, ", len(texts)), ", ")
				c.add(fmt.Sprintf("%s IN (%s)", metadata.IDColumn, marks), texts...)
			}
		}
	}
}

// mostOfIn keeps an expression far from the depth that SQLite allows.
const mostOfIn = 100

// addField asks that the text stands anywhere in the document, whatever its field: in the one that is
// meant it does, in an array of it too. To look into the JSON would take SQLite far longer.
func (c *clause) addField(value any) {
	const within = "instr(" + metadata.DefaultColumn + ", ?) > 0"
	switch value := value.(type) {
	case string:
		c.add(within, jsonOf(value))
	case *types.Document:
		operand, _ := value.Get("$in")
		texts, ok := textsOf(operand)
		if ok && len(texts) > 0 && len(texts) <= mostOfIn {
			anyOf := strings.TrimSuffix(strings.Repeat(within+" OR ", len(texts)), " OR ")
			c.add("("+anyOf+")", texts...)
		}
	}
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
