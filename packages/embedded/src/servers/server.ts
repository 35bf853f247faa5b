export type Log = (line: string) => void;

export interface ServerOptions {
  /** The server's own folder; made when it is missing. */
  dataDir: string;
  /** A port of 127.0.0.1; a free one when left out. */
  port?: number;
  /** Where REDIS_URL, MONGODB_URL, PATH, HOME and XDG_CACHE_HOME are looked up. */
  env: NodeJS.ProcessEnv;
  /** Gets a line about what was taken, and one about whatever takes long. */
  log: Log;
  /** Whether every write is on disk before it is answered; `false` is for tests only. Default `true`. */
  durable?: boolean;
  /** Ends a start that is under way. */
  signal?: AbortSignal;
}

export interface EmbeddedServer {
  /** Without a database, unless a given address names one. */
  url: string;
  /** What it is: `address`, or `redis-server`, `mongod`, `ferretdb`, `docker`, … */
  kind: string;
  /** Absent when an address was given and nothing was started. */
  pid?: number;
  /** Settles when the started server has ended, whoever ended it. */
  exited?: Promise<number | NodeJS.Signals>;
  /** Stops the server and waits for its end; a server at a given address is left alone. */
  close(): Promise<void>;
}
