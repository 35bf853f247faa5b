package main

import (
	"context"
	"database/sql"
	"log/slog"
	"net/url"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite"
)

// SQLite leaves what was overwritten in its write-ahead log until the log is written over. What is erased
// has to leave the disk, so the log is emptied every few seconds. A reader or writer that is at work is
// not waited for: the next time will do.
const (
	checkpointEvery = 3 * time.Second
	emptyLog        = `PRAGMA wal_checkpoint(TRUNCATE)`
)

// emptyLogs empties the write-ahead log of every database in the folder until the context ends.
func emptyLogs(ctx context.Context, folder string, logger *slog.Logger) {
	databases := map[string]*sql.DB{}
	ticker := time.NewTicker(checkpointEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			for _, database := range databases {
				_ = database.Close()
			}
			return
		case <-ticker.C:
		}
		files, _ := filepath.Glob(filepath.Join(folder, "*.sqlite"))
		for _, file := range files {
			if err := emptyLogOf(ctx, databases, file); err != nil && ctx.Err() == nil {
				logger.Debug("log not emptied", "error", err)
			}
		}
	}
}

func emptyLogOf(ctx context.Context, databases map[string]*sql.DB, file string) error {
	database, known := databases[file]
	if !known {
		address := url.URL{Scheme: "file", Opaque: file, RawQuery: "_pragma=busy_timeout(100)"}
		opened, err := sql.Open("sqlite", address.String())
		if err != nil {
			return err
		}
		opened.SetMaxOpenConns(1)
		databases[file] = opened
		database = opened
	}
	var busy, frames, done int
	return database.QueryRowContext(ctx, emptyLog).Scan(&busy, &frames, &done)
}
