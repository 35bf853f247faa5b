// FerretDB with SQLite, through its embeddable package. The command of its own module cannot be
// used: built from the module proxy it lacks its version file and panics at start.
package main

import (
	"context"
	"flag"
	"log/slog"
	"net/url"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	listen := flag.String("listen-addr", "127.0.0.1:27017", "TCP address")
	sqlite := flag.String("sqlite-url", "file:data/", "URI of the folder with the data")
	// Flags of the official command, so that both are called in the same way.
	for _, name := range []string{"handler", "telemetry", "debug-addr", "state-dir", "log-level"} {
		flag.String(name, "", "accepted, without effect")
	}
	flag.Parse()

	// Documents are short-lived garbage: collected less often, a read takes a third less.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	// Warnings hold whole messages, a lead's data among them.
	text := slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})
	logger := slog.New(bare{text})
	if err := serve(*listen, *sqlite, logger); err != nil {
		logger.Error("stopped", "error", err)
		os.Exit(1)
	}
}

// bare leaves out what is noted for every line of a logger: FerretDB makes one for each statement, with
// the statement and its arguments, which took a seventh of its time and would tell of leads.
type bare struct{ slog.Handler }

func (b bare) WithAttrs([]slog.Attr) slog.Handler { return b }

func serve(listen, sqlite string, logger *slog.Logger) error {
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: listen},
		Logger:    logger,
		Handler:   "sqlite",
		SQLiteURL: sqlite,
	})
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	folder, err := folderOf(sqlite)
	if err != nil {
		return err
	}
	go emptyLogs(ctx, folder, logger)
	return server.Run(ctx)
}

// folderOf is the path of a URI such as file:data/?_pragma=synchronous(off).
func folderOf(sqlite string) (string, error) {
	address, err := url.Parse(sqlite)
	if err != nil {
		return "", err
	}
	if address.Opaque != "" {
		return address.Opaque, nil
	}
	return address.Path, nil
}
