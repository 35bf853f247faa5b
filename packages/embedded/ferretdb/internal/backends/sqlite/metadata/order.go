package metadata

import "fmt"

// OrderedIDColumn is an _id as SQLite compares it: text by its bytes, as MongoDB does, and numbers before text.
const OrderedIDColumn = DefaultColumn + "->>'$._id'"

func orderIndex(table string) string {
	return fmt.Sprintf("CREATE INDEX %q ON %q (%s)", table+"__order", table, OrderedIDColumn)
}
