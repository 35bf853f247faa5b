package main

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"net/url"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite"
)

// FerretDB makes its index on _ferretdb_sjson->"_id" and looks up by _ferretdb_sjson->'$._id': SQLite
// takes these for two expressions, so every look-up by _id reads the whole collection. This adds an
// index on the one that is looked up by.
const (
	indexEvery  = 250 * time.Millisecond
	missingHere = `SELECT name FROM sqlite_master AS t WHERE type = 'table' AND EXISTS (
		SELECT 1 FROM pragma_table_info(t.name) WHERE name = '_ferretdb_sjson'
	) AND NOT EXISTS (
		SELECT 1 FROM sqlite_master WHERE type = 'index' AND tbl_name = t.name AND name = t.name || '__lookup'
	)`
	createIndex = `CREATE INDEX IF NOT EXISTS %q ON %q (_ferretdb_sjson->'$._id')`
)

// indexLookups adds the missing indexes of every database in the folder until the context ends.
func indexLookups(ctx context.Context, folder string, logger *slog.Logger) {
	databases := map[string]*sql.DB{}
	ticker := time.NewTicker(indexEvery)
	defer ticker.Stop()
	for {
		files, _ := filepath.Glob(filepath.Join(folder, "*.sqlite"))
		for _, file := range files {
			if err := indexDatabase(ctx, databases, file); err != nil && ctx.Err() == nil {
				logger.Debug("no index yet", "error", err)
			}
		}
		select {
		case <-ctx.Done():
			for _, database := range databases {
				_ = database.Close()
			}
			return
		case <-ticker.C:
		}
	}
}

func indexDatabase(ctx context.Context, databases map[string]*sql.DB, file string) error {
	database, known := databases[file]
	if !known {
		address := url.URL{Scheme: "file", Opaque: file, RawQuery: "_pragma=busy_timeout(5000)"}
		opened, err := sql.Open("sqlite", address.String())
		if err != nil {
			return err
		}
		opened.SetMaxOpenConns(1)
		databases[file] = opened
		database = opened
	}
	tables, err := tablesWithout(ctx, database)
	if err != nil {
		return err
	}
	for _, table := range tables {
		if _, err := database.ExecContext(ctx, fmt.Sprintf(createIndex, table+"__lookup", table)); err != nil {
			return err
		}
	}
	return nil
}

func tablesWithout(ctx context.Context, database *sql.DB) ([]string, error) {
	rows, err := database.QueryContext(ctx, missingHere)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var tables []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		tables = append(tables, name)
	}
	return tables, rows.Err()
}
