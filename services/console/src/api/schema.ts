// Made from the API's description by `pnpm generate:api-types`.

export interface paths {
    "/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List connections, newest first */
        get: operations["listConnections"];
        put?: never;
        /** Keep credentials with which messages are sent or leads are fetched */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a connection */
        get: operations["getConnection"];
        put?: never;
        post?: never;
        /** Forget a connection that no task names */
        delete: operations["deleteConnection"];
        options?: never;
        head?: never;
        /** Change a connection; it counts for the next call that is made with it */
        patch: operations["changeConnection"];
        trace?: never;
    };
    "/v1/connections/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a connection again that was found to fail */
        post: operations["resetConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a connection by a call that sends nobody anything */
        post: operations["testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase a person everywhere: by phone, e-mail, or the run of their lead */
        post: operations["startErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what an erasure looked at, removed and left */
        get: operations["getErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Watch runs change, as server-sent events; with `task_id` also samples. At most ten runs a second are told one by one */
        get: operations["watchRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what became of every lead that was accepted, and whether the figures balance */
        get: operations["getLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what needs a person now, worst first */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how the installation did over the last hour or day */
        get: operations["getOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List requests that gave no valid lead, newest first, without their bodies */
        get: operations["listQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a quarantined request, whole */
        get: operations["getQuarantineEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a quarantined request again, as it came or mended, with the task as it is now */
        post: operations["replayQuarantineEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantine/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replay many quarantined requests, by id or by filter, and tell what became of each */
        post: operations["replayQuarantine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List replays of many runs, newest first */
        get: operations["listReplays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far a replay of many runs has come */
        get: operations["getReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a replay of many runs: it starts no further ones */
        post: operations["stopReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List runs, newest first */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a run with its steps and attempts */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a run that has not ended; a call that is on its way is not taken back */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run the lead of an ended run again, as a new run; held while the task is paused */
        post: operations["replayRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}/steps/{step}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of a message whose outcome is unknown: the run goes on, or sends it again */
        post: operations["resolveAttempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run the leads of many ended runs again, at a rate; or count them */
        post: operations["startReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show who is signed in and until when */
        get: operations["getSession"];
        put?: never;
        /** Sign in with the admin key or a link; sets the cookie of a session */
        post: operations["signIn"];
        /** End the session that the call comes with */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link that signs in to the console once, within minutes; needs the key itself */
        post: operations["createSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is suppressed, or look an address up; addresses are not shown, nor kept */
        get: operations["listSuppressions"];
        put?: never;
        /** Never write to a phone number or an e-mail address again, in any task */
        post: operations["addSuppression"];
        /** Let a phone number or an e-mail address be written to again */
        delete: operations["liftAddress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let an address be written to again */
        delete: operations["liftSuppression"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suppress a list of up to 5,000 people */
        post: operations["importSuppressions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what the running processes tell of themselves */
        get: operations["getSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tasks, newest first */
        get: operations["listTasks"];
        put?: never;
        /** Make a task; only the name is required */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a task */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /** Delete a task: its webhooks are gone, runs that have not begun are cancelled, its history stays */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /** Change a task: each member given replaces the old one whole, and a new revision begins */
        patch: operations["changeTask"];
        trace?: never;
    };
    "/v1/tasks/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a copy of a task, with an address and a signing secret of its own */
        post: operations["duplicateTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a task: leads are taken and held */
        post: operations["pauseTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back that a task was deleted, within seven days; runs that ended by it stay cancelled */
        post: operations["restoreTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a task: held leads start, with the current revision */
        post: operations["resumeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the revisions of a task, newest first */
        get: operations["listTaskRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a task as it was under a revision */
        get: operations["getTaskRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/revisions/{revision}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new revision that is what an old one was */
        post: operations["restoreTaskRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/rotate-signing-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task a new secret that signs its http steps */
        post: operations["rotateSigningSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/rotate-webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task a new address; the old one stays valid for seven days */
        post: operations["rotateWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the samples of a task, newest first, read and explained as the task is now */
        get: operations["listSamples"];
        put?: never;
        post?: never;
        /** Forget the samples of a task */
        delete: operations["deleteSamples"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/samples/listen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the requests of the next ten minutes as samples; the task works on them as ever */
        post: operations["listenForSamples"];
        /** Keep no more requests as samples; those that are kept stay */
        delete: operations["stopListening"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a test run with a made-up lead or a given one, also while the task is paused */
        post: operations["testTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what a task would make of a sample, and why; nothing is stored or sent */
        post: operations["previewTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show tasks' leads of today and of the last 24 hours, and how many of them succeeded */
        get: operations["listTaskStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Attempt: {
            /** @description The start of the receiver's answer */
            answer?: string;
            /** Format: date-time */
            at: string;
            duration_ms: number;
            error: components["schemas"]["Reason"] | null;
            n: number;
            /** @enum {unknown} */
            outcome: "delivered" | "retry" | "rejected" | "throttled" | "unknown";
            /** @description The id that the provider gave the message */
            provider_id?: string;
            receipt?: {
                /** Format: date-time */
                at: string;
                /** @description The provider's code of a failure */
                code: string | null;
                /** @enum {unknown} */
                status: "sent" | "failed" | "delivered" | "read";
            };
            resolution?: {
                /** Format: date-time */
                at: string;
                /** @enum {unknown} */
                by: "person" | "receipt";
                /** @enum {unknown} */
                outcome: "delivered" | "not_delivered";
            };
            status_code: number | null;
        };
        Auth: components["schemas"]["NoAuth"] | components["schemas"]["HeaderAuth"] | components["schemas"]["BasicAuth"] | components["schemas"]["QueryAuth"] | components["schemas"]["BodyAuth"] | components["schemas"]["HmacAuth"];
        /** @description HTTP Basic; the secrets are passwords */
        BasicAuth: {
            secrets: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "basic";
            username: string;
        };
        /** @description A field of the body has one of the secrets as its value, such as google_key */
        BodyAuth: {
            field: string;
            secrets: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "body";
        };
        Connection: {
            account_sid?: string;
            api_version?: string;
            /** @description The provider's API, where it is not the usual one */
            base_url?: string | null;
            /** @description Any JSON; every text in it is a template */
            body?: unknown;
            /** @description The WhatsApp Business Account, whose approved templates a preview compares with */
            business_account_id?: string;
            /** Format: date-time */
            created_at: string;
            dkim?: {
                domain: string;
                selector: string;
            };
            from?: string | (string);
            headers?: {
                [key: string]: string;
            };
            health?: {
                /** @description Attempts that failed since the last one that did not */
                failures: number;
                last_error_code: string | null;
                /** @description When one attempt is made to see whether it works again */
                next_probe_at: string | null;
                /** @description When it stopped working; null while it works */
                since: string | null;
                /** @enum {unknown} */
                state: "closed" | "open" | "half_open";
            };
            /** @description A name or an address */
            host?: string;
            id: string;
            inbound?: {
                /** Format: uri */
                url: string;
                /** @description With which Meta makes sure of the address when it is entered */
                verify_token?: string;
            };
            /** @description At most so many attempts in a time, retries among them */
            limits?: {
                /** @description How many may go at once after a pause; one where absent */
                burst?: number;
                /**
                 * @description A second where absent
                 * @example 10m
                 */
                per?: string;
                /** @description Attempts within `per` */
                rate: number;
            };
            messaging_service_sid?: string;
            /** @enum {unknown} */
            method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            name: string;
            /** @description The id of the number, not the number */
            phone_number_id?: string;
            port?: number;
            /** @enum {unknown} */
            provider: "meta" | "linkedin" | "hubspot" | "zoho" | "smtp" | "twilio" | "sms-http" | "whatsapp";
            /** @description An address, or a name with an address: Corso <info@corso.example> */
            reply_to?: string;
            /**
             * @description starttls insists on it; tls from the first byte; none only where the network is your own
             * @enum {unknown}
             */
            security?: "starttls" | "tls" | "none";
            /** @description Which answers mean that the gateway took the message; every 2xx where absent */
            success_statuses?: number[];
            /** Format: date-time */
            updated_at: string;
            /** @description Liquid with to, text, id and secrets.* */
            url?: string;
            username?: string;
        };
        ConnectionInput: components["schemas"]["MetaConnectionInput"] | components["schemas"]["LinkedInConnectionInput"] | components["schemas"]["HubSpotConnectionInput"] | components["schemas"]["ZohoConnectionInput"] | components["schemas"]["SmtpConnectionInput"] | components["schemas"]["TwilioConnectionInput"] | components["schemas"]["SmsHttpConnectionInput"] | components["schemas"]["WhatsAppConnectionInput"];
        /** @description Members of the connection to change; null takes an optional one away */
        ConnectionPatch: {
            name?: string;
        } & {
            [key: string]: unknown;
        };
        ConnectionTest: {
            /** @description What was seen, in plain words */
            detail: string;
            /** @description Whether the provider took the credentials */
            ok: boolean;
        };
        /** @description Sends a mail */
        EmailStep: {
            /** @description The step goes at this time of day */
            at?: {
                /**
                 * @description That of the next day, though that of today is still to come
                 * @enum {unknown}
                 */
                day?: "tomorrow";
                /** @example 09:00 */
                time: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            };
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "email";
            /** @description The connection that the step is sent with */
            connection: string;
            /**
             * @description The step does not go later: a duration after the arrival of the lead, or a time such as 2026-12-24T18:00:00+01:00
             * @example 48h
             */
            expires?: string;
            /** @description Unique within the task */
            id: string;
            message: {
                /** @description Values in it are escaped for HTML; | raw at the end of a value opts out */
                html?: string;
                reply_to?: string;
                subject: string;
                text: string;
                /** @description To whom; {{email}} where absent */
                to?: string;
                /** @description https:// or mailto:; goes into List-Unsubscribe */
                unsubscribe_url?: string;
            };
            /**
             * @description What becomes of the run where the step fails: it fails too, or goes on
             * @enum {unknown}
             */
            on_failure?: "stop" | "continue";
            retry?: components["schemas"]["Retry"];
            /**
             * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
             * @example 10m
             */
            wait?: string;
            when?: string;
            /** @description In place of the task's; null for none */
            window?: {
                /** @description The days on which it begins; all where absent */
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /** @example 09:00 */
                from: string;
                /**
                 * @description Over how long the steps go that waited for the window; all at its beginning where absent
                 * @example 10m
                 */
                spread?: string;
                /** @example 19:00 */
                to: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            } | null;
        };
        Erasure: {
            counts: {
                jobs_looked_at: number;
                jobs_removed: number;
                quarantine_looked_at: number;
                quarantine_overwritten: number;
                redis_keys_removed: number;
                runs_cancelled: number;
                runs_looked_at: number;
                runs_overwritten: number;
                samples_looked_at: number;
                samples_removed: number;
            };
            /** Format: date-time */
            created_at: string;
            finished_at: string | null;
            id: string;
            /** @description What stays, and why */
            kept: string[];
            /**
             * @description left_to_the_server: it may not be asked for it, or frees the bytes by itself; docs/privacy.md says what applies
             * @enum {unknown}
             */
            mongodb_disk: "pending" | "written_anew" | "nothing_kept" | "left_to_the_server";
            /** @description Where the person may still be known */
            not_reached: string[];
            /** @description What is being done; null when it is done */
            phase: ("run_log" | "runs" | "jobs" | "quarantine" | "samples" | "late" | "disk") | null;
            /**
             * @description left_to_the_server: it may not be asked for it, or frees the bytes by itself; docs/privacy.md says what applies
             * @enum {unknown}
             */
            redis_disk: "pending" | "written_anew" | "nothing_kept" | "left_to_the_server";
            run_id: string | null;
            /** @enum {unknown} */
            status: "running" | "done";
            /** @description Keyed hashes of the phone number and the e-mail address */
            who: string[];
        };
        FieldError: {
            column?: number;
            /** @description A dotted path; '' is the whole body */
            field: string;
            line?: number;
            message: string;
        };
        FieldReason: {
            /** @description Where the value stands in the sample; empty where none was found */
            paths: string[];
            /** @description Why it was taken, in words */
            reason: string;
        };
        GivenLead: {
            email?: string | null;
            extra_fields?: {
                [key: string]: unknown;
            };
            full_name?: string | null;
            phone?: string | null;
        };
        /** @description A header has one of the secrets as its value */
        HeaderAuth: {
            name: string;
            secrets: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "header";
        };
        /** @description A header has a keyed digest of the request */
        HmacAuth: {
            /** @enum {unknown} */
            preset?: "meta" | "tiktok" | "linkedin" | "hubspot-v3" | "typeform" | "tally" | "calendly" | "webflow" | "wpforms" | "standard-webhooks";
            recipe?: components["schemas"]["SignatureRecipe"];
            secrets: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "hmac";
            /** @description Meta: the token of the address' verification */
            verify_token?: string;
        };
        /** @description Calls an address, signed per Standard Webhooks */
        HttpStep: {
            /** @description The step goes at this time of day */
            at?: {
                /**
                 * @description That of the next day, though that of today is still to come
                 * @enum {unknown}
                 */
                day?: "tomorrow";
                /** @example 09:00 */
                time: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            };
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "http";
            /**
             * @description The step does not go later: a duration after the arrival of the lead, or a time such as 2026-12-24T18:00:00+01:00
             * @example 48h
             */
            expires?: string;
            /** @description Unique within the task */
            id: string;
            /**
             * @description What becomes of the run where the step fails: it fails too, or goes on
             * @enum {unknown}
             */
            on_failure?: "stop" | "continue";
            /** @description Whether the call reaches the person, so that it needs what a message needs */
            reaches_person?: boolean;
            request: {
                /** @description Any JSON; every text in it is a template */
                body?: unknown;
                headers?: {
                    [key: string]: string;
                };
                /** @enum {unknown} */
                method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
                url: string;
            };
            retry?: components["schemas"]["Retry"];
            /**
             * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
             * @example 10m
             */
            wait?: string;
            when?: string;
            /** @description In place of the task's; null for none */
            window?: {
                /** @description The days on which it begins; all where absent */
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /** @example 09:00 */
                from: string;
                /**
                 * @description Over how long the steps go that waited for the window; all at its beginning where absent
                 * @example 10m
                 */
                spread?: string;
                /** @example 19:00 */
                to: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            } | null;
        };
        HubSpotConnectionInput: {
            /** @description Never shown again */
            access_token: string;
            /** @description The provider's API, where it is not the usual one */
            base_url?: string | null;
            name: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            provider: "hubspot";
        };
        Lead: {
            /** @description Trimmed and lower-cased */
            email: string | null;
            /** @description Everything else, under the sender's own keys */
            extra_fields: {
                [key: string]: unknown;
            };
            /** @description Trimmed, Unicode NFC */
            full_name: string | null;
            /** @description E.164, such as +393331234567 */
            phone: string | null;
        };
        LeadRules: {
            /** @description A lead that shares one of these within the window is a duplicate */
            dedupe?: {
                by: ("phone" | "email")[];
                /**
                 * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
                 * @example 10m
                 */
                window: string;
            };
            /** @description ISO 3166-1, for national phone numbers */
            default_country: string;
            /** @description Texts for the steps in place of what a lead lacks, such as { "extra_fields.citta": "Italia" } */
            defaults?: {
                [key: string]: string;
            };
            filter?: string;
            mapping?: components["schemas"]["Mapping"];
            required: ("full_name" | "phone" | "email")[];
        };
        Ledger: {
            /** @description Runs that were taken since the installation began */
            accepted: number;
            /**
             * Format: date-time
             * @description When it was looked at
             */
            at: string;
            balanced: boolean;
            /** @description Of them, those that are in MongoDB; the sum of `states` */
            recorded: number;
            /** @description Entries of the run log that are not in MongoDB yet */
            run_log_lag: number;
            states: {
                cancelled: number;
                erased: number;
                failed: number;
                held: number;
                in_flight: number;
                skipped: number;
                succeeded: number;
                waiting: number;
            };
            /** @description Accepted and not recorded, though the run log of that moment is */
            unaccounted: number;
        };
        LinkedInConnectionInput: {
            /** @description Never shown again */
            access_token: string;
            /** @description The provider's API, where it is not the usual one */
            base_url?: string | null;
            name: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            provider: "linkedin";
        };
        LiveEvents: {
            /** @description Nothing follows; after `closing` come back */
            end?: {
                /** @enum {unknown} */
                reason: "signed_out" | "closing";
            };
            /** @description So many others changed too fast to be told one by one: read the list again */
            more?: {
                changed: number;
            };
            /** @description Something may have been missed: read the list again */
            resync?: Record<string, never>;
            run?: components["schemas"]["RunSummary"];
            sample?: {
                id: string;
                task_id: string;
            };
        };
        /** @description Liquid over the request body: text where it has {{ or {%, else an expression with its own type */
        Mapping: {
            email?: string;
            extra_fields?: {
                [key: string]: string;
            };
            full_name?: string;
            phone?: string;
        };
        MetaConnectionInput: {
            /** @description Never shown again */
            access_token: string;
            /** @description The provider's API, where it is not the usual one */
            base_url?: string | null;
            name: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            provider: "meta";
        };
        /** @description The address itself is the secret */
        NoAuth: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "none";
        };
        Notice: {
            /** @description quarantine_open, outcome_unknown, connection_down, worker_missing, queue_stands, run_log_behind, ledger_off, spool_in_use or durability_low */
            code: string;
            facts: {
                [key: string]: string | number;
            };
            /** @description The page of the console where it can be looked at */
            link: string;
            /** @enum {unknown} */
            severity: "info" | "warning" | "critical";
            /** Format: date-time */
            since: string;
        };
        Operations: {
            /** @description Processes that told of themselves lately */
            instances: {
                /** @description What an answer of 200 is worth, by how Redis keeps its data */
                durability?: string;
                id: string;
                /** Format: date-time */
                seen_at: string;
                /** @enum {unknown} */
                service: "ingress" | "task-runner" | "task-registry";
                /** @description Leads that wait on the disk of this ingress for Redis; null without a spool */
                spool?: {
                    bytes: number;
                    entries: number;
                    oldest_age_seconds: number;
                    /** @description Why it takes nothing now */
                    problem: string | null;
                } | null;
                /** Format: date-time */
                started_at: string;
                version: string;
            }[];
            /** @description Oldest first; spans without any sample are missing */
            points: {
                answer_p50: number | null;
                answer_p99: number | null;
                /** Format: date-time */
                at: string;
                attempts: {
                    delivered: number;
                    rejected: number;
                    retry: number;
                    throttled: number;
                    unknown: number;
                };
                channels: {
                    email: {
                        active: number;
                        deferred: number;
                        due: number;
                        oldest_age_seconds: number;
                    };
                    http: {
                        active: number;
                        deferred: number;
                        due: number;
                        oldest_age_seconds: number;
                    };
                    preview: {
                        active: number;
                        deferred: number;
                        due: number;
                        oldest_age_seconds: number;
                    };
                    sms: {
                        active: number;
                        deferred: number;
                        due: number;
                        oldest_age_seconds: number;
                    };
                    whatsapp: {
                        active: number;
                        deferred: number;
                        due: number;
                        oldest_age_seconds: number;
                    };
                };
                first_touch_p50: number | null;
                first_touch_p99: number | null;
                leads_per_second: number;
                run_log_lag: number;
            }[];
            /** @enum {unknown} */
            range: "1h" | "24h";
            step_seconds: number;
            /** @description Of the whole range */
            times: {
                answer_p50: number | null;
                answer_p99: number | null;
                first_touch_p50: number | null;
                first_touch_p99: number | null;
            };
        };
        /** @description Renders and records; sends nothing */
        PreviewStep: {
            /** @description The step goes at this time of day */
            at?: {
                /**
                 * @description That of the next day, though that of today is still to come
                 * @enum {unknown}
                 */
                day?: "tomorrow";
                /** @example 09:00 */
                time: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            };
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "preview";
            /**
             * @description The step does not go later: a duration after the arrival of the lead, or a time such as 2026-12-24T18:00:00+01:00
             * @example 48h
             */
            expires?: string;
            /** @description Unique within the task */
            id: string;
            message: {
                text: string;
            };
            /**
             * @description What becomes of the run where the step fails: it fails too, or goes on
             * @enum {unknown}
             */
            on_failure?: "stop" | "continue";
            retry?: components["schemas"]["Retry"];
            /**
             * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
             * @example 10m
             */
            wait?: string;
            when?: string;
            /** @description In place of the task's; null for none */
            window?: {
                /** @description The days on which it begins; all where absent */
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /** @example 09:00 */
                from: string;
                /**
                 * @description Over how long the steps go that waited for the window; all at its beginning where absent
                 * @example 10m
                 */
                spread?: string;
                /** @example 19:00 */
                to: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            } | null;
        };
        Problem: {
            code: string;
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            quarantine_id?: string;
            request_id: string;
            status: number;
            title: string;
            /** @description A name for the kind of problem, made of its code */
            type: string;
        };
        QuarantineEntry: {
            /** @description malformed_body, unsupported_media_type, invalid_lead or connection_missing */
            code: string;
            detail: string;
            errors: components["schemas"]["FieldError"][];
            id: string;
            /** Format: date-time */
            received_at: string;
            request: components["schemas"]["RawRequest"];
            /** @description The runs that its replays started */
            run_ids: string[];
            /** @description The sender that it is read as, where it is certain; else the task's own source */
            source: ("auto" | "generic" | "form" | "zapier" | "make" | "n8n" | "pabbly" | "privyr" | "google-sheets" | "hubspot" | "gohighlevel" | "pipedrive" | "activecampaign" | "salesforce" | "zoho" | "typeform" | "jotform" | "elementor" | "contact-form-7" | "gravity-forms" | "wpforms" | "webflow" | "wix" | "squarespace" | "unbounce" | "leadpages" | "clickfunnels" | "instapage" | "google-forms" | "tally" | "calendly" | "meta" | "google-ads" | "tiktok" | "linkedin") | null;
            /** @enum {unknown} */
            status: "open" | "replayed" | "erased";
            task_id: string;
            task_revision: number;
        };
        QuarantineSummary: {
            /** @description malformed_body, unsupported_media_type, invalid_lead or connection_missing */
            code: string;
            detail: string;
            errors: components["schemas"]["FieldError"][];
            id: string;
            /** Format: date-time */
            received_at: string;
            /** @description The runs that its replays started */
            run_ids: string[];
            /** @description The sender that it is read as, where it is certain; else the task's own source */
            source: ("auto" | "generic" | "form" | "zapier" | "make" | "n8n" | "pabbly" | "privyr" | "google-sheets" | "hubspot" | "gohighlevel" | "pipedrive" | "activecampaign" | "salesforce" | "zoho" | "typeform" | "jotform" | "elementor" | "contact-form-7" | "gravity-forms" | "wpforms" | "webflow" | "wix" | "squarespace" | "unbounce" | "leadpages" | "clickfunnels" | "instapage" | "google-forms" | "tally" | "calendly" | "meta" | "google-ads" | "tiktok" | "linkedin") | null;
            /** @enum {unknown} */
            status: "open" | "replayed" | "erased";
            task_id: string;
            task_revision: number;
        };
        /** @description A parameter of the address has one of the secrets as its value */
        QueryAuth: {
            name: string;
            secrets: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "query";
        };
        RawRequest: {
            /** @description The bytes of the body in base64 */
            body: string;
            headers: {
                [key: string]: string;
            };
            method: string;
            /** @description The text after the question mark */
            query: string;
        };
        Reason: {
            code: string;
            message: string;
        };
        ReplayedEntry: {
            leads: {
                run_id?: string;
                /** @enum {unknown} */
                status: "accepted" | "held" | "duplicate" | "ignored";
            }[];
            run_ids: string[];
            /** @enum {unknown} */
            status: "accepted" | "held" | "duplicate" | "ignored";
        };
        ReplayReport: {
            failed: {
                code: string;
                detail: string;
                errors: components["schemas"]["FieldError"][];
                id: string;
            }[];
            /** @description For the next call with the same filter; null when all were tried */
            next_cursor: string | null;
            replayed: {
                id: string;
                leads: {
                    run_id?: string;
                    /** @enum {unknown} */
                    status: "accepted" | "held" | "duplicate" | "ignored";
                }[];
                run_ids: string[];
                /** @enum {unknown} */
                status: "accepted" | "held" | "duplicate" | "ignored";
            }[];
        };
        Retry: {
            /** @constant */
            backoff?: "exponential";
            /**
             * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
             * @example 10m
             */
            delay?: string;
            /** @description In place of a backoff: the pause after each attempt; the last one is repeated */
            delays?: string[];
            /**
             * @description No attempt begins later than this after the first was to be made
             * @example 10m
             */
            max_age?: string;
            max_attempts?: number;
            /**
             * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
             * @example 10m
             */
            max_delay?: string;
        };
        Run: {
            /** @description What the lead says of consent */
            consent: {
                at: string | null;
                /** @description Null where nothing says so */
                given: boolean | null;
                ip: string | null;
                text: string | null;
                url: string | null;
            } | null;
            /** @description When its person was erased; what it held of them is gone */
            erased_at: string | null;
            finished_at: string | null;
            id: string;
            lead: components["schemas"]["Lead"] | null;
            reason: components["schemas"]["Reason"] | null;
            /** Format: date-time */
            received_at: string;
            replay_of: string | null;
            /** @description The run that it was replayed as last */
            replayed_as: string | null;
            replies: {
                /** Format: date-time */
                at: string;
                /**
                 * @description The way out of a step
                 * @enum {unknown}
                 */
                channel: "preview" | "http" | "email" | "sms" | "whatsapp";
                /** @description Null for an answer without text */
                text: string | null;
            }[];
            source: string;
            /** @enum {unknown} */
            status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "cancelled" | "skipped" | "held";
            steps: components["schemas"]["RunStep"][];
            task_id: string;
            task_revision: number;
            test: boolean;
        };
        RunStep: {
            attempts: components["schemas"]["Attempt"][];
            /**
             * @description The way out of a step
             * @enum {unknown}
             */
            channel: "preview" | "http" | "email" | "sms" | "whatsapp";
            /** @description When it goes, or goes again */
            due_at: string | null;
            id: string;
            /** @description Why it was skipped, failed, or waits longer than its task says */
            reason: components["schemas"]["Reason"] | null;
            /** @description What was sent: { text } of a preview, { method, url, headers, body } of http, { to, … } of a message */
            rendered: unknown;
            /** @description Null where no other attempt is planned */
            retry: {
                attempts_left: number;
                /** @description When no attempt begins any more; null where its retry has no max_age */
                gives_up_at: string | null;
            } | null;
            /** @enum {unknown} */
            status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "cancelled" | "skipped";
        };
        RunSummary: {
            finished_at: string | null;
            id: string;
            lead: {
                /** @description Trimmed and lower-cased */
                email: string | null;
                /** @description Trimmed, Unicode NFC */
                full_name: string | null;
                /** @description E.164, such as +393331234567 */
                phone: string | null;
            } | null;
            reason: components["schemas"]["Reason"] | null;
            /** Format: date-time */
            received_at: string;
            source: string;
            /** @enum {unknown} */
            status: "queued" | "running" | "waiting" | "succeeded" | "failed" | "cancelled" | "skipped" | "held";
            task_id: string;
            task_revision: number;
            test: boolean;
        };
        Sample: {
            detected: {
                [key: string]: components["schemas"]["FieldReason"];
            };
            errors: components["schemas"]["FieldError"][];
            /** @description The first lead of the request, flattened to paths that a mapping can use */
            fields: {
                path: string;
                value: unknown;
            }[];
            id: string;
            lead: components["schemas"]["Lead"] | null;
            notes: string[];
            /** Format: date-time */
            received_at: string;
            request: components["schemas"]["RawRequest"];
            /** @description The sender that it was taken for */
            source: string;
            source_reason: string;
            task_id: string;
        };
        SampleList: {
            items: components["schemas"]["Sample"][];
            /** @description Until when requests are kept as samples; null while they are not */
            listens_until: string | null;
            /** @description There is one page */
            next_cursor: null;
        };
        Session: {
            /**
             * @description Whether the call carried the admin key itself or the cookie of a session
             * @enum {unknown}
             */
            by: "key" | "session";
            /** @description What this server offers besides the plain lists */
            capabilities: string[];
            /** @description When the session ends in any case */
            expires_at: string | null;
            /** @description When the session ends where it is not used */
            idle_expires_at: string | null;
            signed_in_at: string | null;
            /** @description The version of Taskhook */
            version: string;
        };
        SignatureRecipe: {
            /** @enum {unknown} */
            algorithm?: "sha1" | "sha256" | "sha512";
            /**
             * @description ascii: characters beyond ASCII are signed as \uXXXX
             * @enum {unknown}
             */
            body_escape?: "none" | "ascii";
            /** @enum {unknown} */
            encoding?: "hex" | "base64";
            /** @description Where the header is a list such as t=1,v1=abc: the name of the signature */
            field?: string;
            /**
             * @description php-json: a form's body is signed as the JSON that PHP writes of its fields
             * @enum {unknown}
             */
            form_body?: "raw" | "php-json";
            header?: string;
            id_header?: string;
            /** @description Text before the signature, such as sha256=; dropped where it is there */
            prefix?: string;
            /** @enum {unknown} */
            secret_encoding?: "text" | "base64" | "whsec";
            /**
             * @description The text that is signed, of {body}, {timestamp}, {id}, {method}, {path}, {url}, {decoded_url} (the URL with :/?@!$'()*,; decoded) and {secret}, which makes it a plain digest in place of a keyed one
             * @example {timestamp}.{body}
             */
            signed?: string;
            timestamp?: {
                field?: string;
                header?: string;
                /**
                 * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
                 * @example 10m
                 */
                tolerance?: string;
                /** @enum {unknown} */
                unit?: "s" | "ms";
            };
        };
        SmsHttpConnectionInput: {
            /** @description Any JSON; every text in it is a template */
            body?: unknown;
            headers?: {
                [key: string]: string;
            };
            /** @description At most so many attempts in a time, retries among them */
            limits?: {
                /** @description How many may go at once after a pause; one where absent */
                burst?: number;
                /**
                 * @description A second where absent
                 * @example 10m
                 */
                per?: string;
                /** @description Attempts within `per` */
                rate: number;
            };
            /** @enum {unknown} */
            method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            name: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            provider: "sms-http";
            /** @description Used in the templates as {{secrets.name}} */
            secrets?: {
                [key: string]: string;
            };
            /** @description Which answers mean that the gateway took the message; every 2xx where absent */
            success_statuses?: number[];
            /** @description Liquid with to, text, id and secrets.* */
            url: string;
        };
        /** @description Sends an SMS */
        SmsStep: {
            /** @description The step goes at this time of day */
            at?: {
                /**
                 * @description That of the next day, though that of today is still to come
                 * @enum {unknown}
                 */
                day?: "tomorrow";
                /** @example 09:00 */
                time: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            };
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "sms";
            /** @description The connection that the step is sent with */
            connection: string;
            /**
             * @description The step does not go later: a duration after the arrival of the lead, or a time such as 2026-12-24T18:00:00+01:00
             * @example 48h
             */
            expires?: string;
            /** @description Unique within the task */
            id: string;
            message: {
                text: string;
                /** @description To whom; {{phone}} where absent */
                to?: string;
            };
            /**
             * @description What becomes of the run where the step fails: it fails too, or goes on
             * @enum {unknown}
             */
            on_failure?: "stop" | "continue";
            retry?: components["schemas"]["Retry"];
            /**
             * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
             * @example 10m
             */
            wait?: string;
            when?: string;
            /** @description In place of the task's; null for none */
            window?: {
                /** @description The days on which it begins; all where absent */
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /** @example 09:00 */
                from: string;
                /**
                 * @description Over how long the steps go that waited for the window; all at its beginning where absent
                 * @example 10m
                 */
                spread?: string;
                /** @example 19:00 */
                to: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            } | null;
        };
        SmtpConnectionInput: {
            /** @description Signs each mail; the key is PEM */
            dkim?: {
                domain: string;
                /** @description Never shown again */
                private_key: string;
                selector: string;
            };
            /** @description An address, or a name with an address: Corso <info@corso.example> */
            from: string;
            /** @description A name or an address */
            host: string;
            /** @description At most so many attempts in a time, retries among them */
            limits?: {
                /** @description How many may go at once after a pause; one where absent */
                burst?: number;
                /**
                 * @description A second where absent
                 * @example 10m
                 */
                per?: string;
                /** @description Attempts within `per` */
                rate: number;
            };
            name: string;
            /** @description Never shown again */
            password?: string;
            port: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            provider: "smtp";
            /** @description An address, or a name with an address: Corso <info@corso.example> */
            reply_to?: string;
            /**
             * @description starttls insists on it; tls from the first byte; none only where the network is your own
             * @enum {unknown}
             */
            security: "starttls" | "tls" | "none";
            username?: string;
        };
        StartedRun: {
            run_id: string;
        };
        Step: components["schemas"]["PreviewStep"] | components["schemas"]["HttpStep"] | components["schemas"]["EmailStep"] | components["schemas"]["SmsStep"] | components["schemas"]["WhatsAppStep"];
        Task: {
            auth: components["schemas"]["Auth"];
            /** @description Expressions such as extra_fields.privacy */
            consent?: {
                at?: string;
                given?: string;
                ip?: string;
                text?: string;
                url?: string;
            };
            /** Format: date-time */
            created_at: string;
            form?: {
                /** @description Whether a GET with a query may bring a lead */
                accept_get?: boolean;
                /** @description Hosts to which a form may send its visitor afterwards, by a field such as _next */
                redirect_hosts?: string[];
            };
            id: string;
            /** @description Most requests that the webhook takes within a window; further ones hear 429 */
            intake_limit?: {
                /**
                 * @description The window: a whole number and s, m or h
                 * @example 1s
                 */
                per: string;
                requests: number;
            };
            lead: components["schemas"]["LeadRules"];
            limits?: {
                /** @description Over all steps of the task */
                attempts?: {
                    /** @description How many may go at once after a pause; one where absent */
                    burst?: number;
                    /**
                     * @description A second where absent
                     * @example 10m
                     */
                    per?: string;
                    /** @description Attempts within `per` */
                    rate: number;
                };
                /** @description Attempts that may be under way at once */
                max_concurrency?: number;
                /** @description Of its http steps, for each host that they call */
                per_host?: {
                    /** @description How many may go at once after a pause; one where absent */
                    burst?: number;
                    /**
                     * @description A second where absent
                     * @example 10m
                     */
                    per?: string;
                    /** @description Attempts within `per` */
                    rate: number;
                };
            };
            name: string;
            /**
             * @description What a sender is told of a request without a valid lead: 4xx, or 200. It is in quarantine either way
             * @enum {unknown}
             */
            on_invalid: "reject" | "quarantine";
            /**
             * @description What becomes of a form that was left half-way
             * @enum {unknown}
             */
            partial_leads?: "ignore" | "run";
            /** @description Whether messages go only to people of whom a field of the lead says that they agreed */
            require_consent?: boolean;
            /** @description For how many days runs are kept after their end; requests in quarantine and samples no longer than that */
            retention_days?: number;
            revision: number;
            /** @description Told once: when the task is made and when the secret is rotated */
            signing_secret?: string;
            /**
             * @description The kind of sender; auto recognises it
             * @enum {unknown}
             */
            source: "auto" | "generic" | "form" | "zapier" | "make" | "n8n" | "pabbly" | "privyr" | "google-sheets" | "hubspot" | "gohighlevel" | "pipedrive" | "activecampaign" | "salesforce" | "zoho" | "typeform" | "jotform" | "elementor" | "contact-form-7" | "gravity-forms" | "wpforms" | "webflow" | "wix" | "squarespace" | "unbounce" | "leadpages" | "clickfunnels" | "instapage" | "google-forms" | "tally" | "calendly" | "meta" | "google-ads" | "tiktok" | "linkedin";
            /** @description The connection with which the leads of notifications are fetched */
            source_connection?: string;
            /** @enum {unknown} */
            status: "active" | "paused";
            steps: components["schemas"]["Step"][];
            /** @description Whether an answer of the person ends the task's open runs of that person; so it does unless false */
            stop_on_reply?: boolean;
            /** @description Whether a step fails where its templates use a variable that the lead does not have */
            strict_templates?: boolean;
            /**
             * @description What becomes of a sender's test lead: a run like any other, one that only renders, or nothing
             * @enum {unknown}
             */
            test_leads?: "run" | "preview" | "ignore";
            /** Format: date-time */
            updated_at: string;
            webhook: {
                token: string;
                /** Format: uri */
                url: string;
            };
            /** @description When a step may go; outside of it, it waits */
            window?: {
                /** @description The days on which it begins; all where absent */
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /** @example 09:00 */
                from: string;
                /**
                 * @description Over how long the steps go that waited for the window; all at its beginning where absent
                 * @example 10m
                 */
                spread?: string;
                /** @example 19:00 */
                to: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            };
        };
        TaskDefinition: {
            auth: components["schemas"]["Auth"];
            /** @description Expressions such as extra_fields.privacy */
            consent?: {
                at?: string;
                given?: string;
                ip?: string;
                text?: string;
                url?: string;
            };
            form?: {
                /** @description Whether a GET with a query may bring a lead */
                accept_get?: boolean;
                /** @description Hosts to which a form may send its visitor afterwards, by a field such as _next */
                redirect_hosts?: string[];
            };
            /** @description Most requests that the webhook takes within a window; further ones hear 429 */
            intake_limit?: {
                /**
                 * @description The window: a whole number and s, m or h
                 * @example 1s
                 */
                per: string;
                requests: number;
            };
            lead: components["schemas"]["LeadRules"];
            limits?: {
                /** @description Over all steps of the task */
                attempts?: {
                    /** @description How many may go at once after a pause; one where absent */
                    burst?: number;
                    /**
                     * @description A second where absent
                     * @example 10m
                     */
                    per?: string;
                    /** @description Attempts within `per` */
                    rate: number;
                };
                /** @description Attempts that may be under way at once */
                max_concurrency?: number;
                /** @description Of its http steps, for each host that they call */
                per_host?: {
                    /** @description How many may go at once after a pause; one where absent */
                    burst?: number;
                    /**
                     * @description A second where absent
                     * @example 10m
                     */
                    per?: string;
                    /** @description Attempts within `per` */
                    rate: number;
                };
            };
            name: string;
            /**
             * @description What a sender is told of a request without a valid lead: 4xx, or 200. It is in quarantine either way
             * @enum {unknown}
             */
            on_invalid: "reject" | "quarantine";
            /**
             * @description What becomes of a form that was left half-way
             * @enum {unknown}
             */
            partial_leads?: "ignore" | "run";
            /** @description Whether messages go only to people of whom a field of the lead says that they agreed */
            require_consent?: boolean;
            /** @description For how many days runs are kept after their end; requests in quarantine and samples no longer than that */
            retention_days?: number;
            /**
             * @description The kind of sender; auto recognises it
             * @enum {unknown}
             */
            source: "auto" | "generic" | "form" | "zapier" | "make" | "n8n" | "pabbly" | "privyr" | "google-sheets" | "hubspot" | "gohighlevel" | "pipedrive" | "activecampaign" | "salesforce" | "zoho" | "typeform" | "jotform" | "elementor" | "contact-form-7" | "gravity-forms" | "wpforms" | "webflow" | "wix" | "squarespace" | "unbounce" | "leadpages" | "clickfunnels" | "instapage" | "google-forms" | "tally" | "calendly" | "meta" | "google-ads" | "tiktok" | "linkedin";
            /** @description The connection with which the leads of notifications are fetched */
            source_connection?: string;
            steps: components["schemas"]["Step"][];
            /** @description Whether an answer of the person ends the task's open runs of that person; so it does unless false */
            stop_on_reply?: boolean;
            /** @description Whether a step fails where its templates use a variable that the lead does not have */
            strict_templates?: boolean;
            /**
             * @description What becomes of a sender's test lead: a run like any other, one that only renders, or nothing
             * @enum {unknown}
             */
            test_leads?: "run" | "preview" | "ignore";
            /** @description When a step may go; outside of it, it waits */
            window?: {
                /** @description The days on which it begins; all where absent */
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /** @example 09:00 */
                from: string;
                /**
                 * @description Over how long the steps go that waited for the window; all at its beginning where absent
                 * @example 10m
                 */
                spread?: string;
                /** @example 19:00 */
                to: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            };
        };
        TaskInput: {
            auth?: components["schemas"]["Auth"];
            /** @description Expressions such as extra_fields.privacy */
            consent?: {
                at?: string;
                given?: string;
                ip?: string;
                text?: string;
                url?: string;
            };
            form?: {
                /** @description Whether a GET with a query may bring a lead */
                accept_get?: boolean;
                /** @description Hosts to which a form may send its visitor afterwards, by a field such as _next */
                redirect_hosts?: string[];
            };
            /** @description Most requests that the webhook takes within a window; further ones hear 429 */
            intake_limit?: {
                /**
                 * @description The window: a whole number and s, m or h
                 * @example 1s
                 */
                per: string;
                requests: number;
            };
            lead?: {
                /** @description A lead that shares one of these within the window is a duplicate */
                dedupe?: {
                    by: ("phone" | "email")[];
                    /**
                     * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
                     * @example 10m
                     */
                    window: string;
                };
                /** @description ISO 3166-1, for national phone numbers */
                default_country?: string;
                /** @description Texts for the steps in place of what a lead lacks, such as { "extra_fields.citta": "Italia" } */
                defaults?: {
                    [key: string]: string;
                };
                filter?: string;
                mapping?: components["schemas"]["Mapping"];
                required?: ("full_name" | "phone" | "email")[];
            };
            limits?: {
                /** @description Over all steps of the task */
                attempts?: {
                    /** @description How many may go at once after a pause; one where absent */
                    burst?: number;
                    /**
                     * @description A second where absent
                     * @example 10m
                     */
                    per?: string;
                    /** @description Attempts within `per` */
                    rate: number;
                };
                /** @description Attempts that may be under way at once */
                max_concurrency?: number;
                /** @description Of its http steps, for each host that they call */
                per_host?: {
                    /** @description How many may go at once after a pause; one where absent */
                    burst?: number;
                    /**
                     * @description A second where absent
                     * @example 10m
                     */
                    per?: string;
                    /** @description Attempts within `per` */
                    rate: number;
                };
            };
            name: string;
            /**
             * @description What a sender is told of a request without a valid lead: 4xx, or 200. It is in quarantine either way
             * @enum {unknown}
             */
            on_invalid?: "reject" | "quarantine";
            /**
             * @description What becomes of a form that was left half-way
             * @enum {unknown}
             */
            partial_leads?: "ignore" | "run";
            /** @description Whether messages go only to people of whom a field of the lead says that they agreed */
            require_consent?: boolean;
            /** @description For how many days runs are kept after their end; requests in quarantine and samples no longer than that */
            retention_days?: number;
            /**
             * @description The kind of sender; auto recognises it
             * @enum {unknown}
             */
            source?: "auto" | "generic" | "form" | "zapier" | "make" | "n8n" | "pabbly" | "privyr" | "google-sheets" | "hubspot" | "gohighlevel" | "pipedrive" | "activecampaign" | "salesforce" | "zoho" | "typeform" | "jotform" | "elementor" | "contact-form-7" | "gravity-forms" | "wpforms" | "webflow" | "wix" | "squarespace" | "unbounce" | "leadpages" | "clickfunnels" | "instapage" | "google-forms" | "tally" | "calendly" | "meta" | "google-ads" | "tiktok" | "linkedin";
            /** @description The connection with which the leads of notifications are fetched */
            source_connection?: string;
            steps?: components["schemas"]["Step"][];
            /** @description Whether an answer of the person ends the task's open runs of that person; so it does unless false */
            stop_on_reply?: boolean;
            /** @description Whether a step fails where its templates use a variable that the lead does not have */
            strict_templates?: boolean;
            /**
             * @description What becomes of a sender's test lead: a run like any other, one that only renders, or nothing
             * @enum {unknown}
             */
            test_leads?: "run" | "preview" | "ignore";
            /** @description When a step may go; outside of it, it waits */
            window?: {
                /** @description The days on which it begins; all where absent */
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /** @example 09:00 */
                from: string;
                /**
                 * @description Over how long the steps go that waited for the window; all at its beginning where absent
                 * @example 10m
                 */
                spread?: string;
                /** @example 19:00 */
                to: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            };
        };
        TaskPatch: {
            auth?: components["schemas"]["Auth"];
            /** @description Expressions such as extra_fields.privacy */
            consent?: {
                at?: string;
                given?: string;
                ip?: string;
                text?: string;
                url?: string;
            };
            form?: {
                /** @description Whether a GET with a query may bring a lead */
                accept_get?: boolean;
                /** @description Hosts to which a form may send its visitor afterwards, by a field such as _next */
                redirect_hosts?: string[];
            };
            intake_limit?: {
                /**
                 * @description The window: a whole number and s, m or h
                 * @example 1s
                 */
                per: string;
                requests: number;
            } | null;
            lead?: {
                /** @description A lead that shares one of these within the window is a duplicate */
                dedupe?: {
                    by: ("phone" | "email")[];
                    /**
                     * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
                     * @example 10m
                     */
                    window: string;
                };
                /** @description ISO 3166-1, for national phone numbers */
                default_country?: string;
                /** @description Texts for the steps in place of what a lead lacks, such as { "extra_fields.citta": "Italia" } */
                defaults?: {
                    [key: string]: string;
                };
                filter?: string;
                mapping?: components["schemas"]["Mapping"];
                required?: ("full_name" | "phone" | "email")[];
            };
            limits?: {
                /** @description Over all steps of the task */
                attempts?: {
                    /** @description How many may go at once after a pause; one where absent */
                    burst?: number;
                    /**
                     * @description A second where absent
                     * @example 10m
                     */
                    per?: string;
                    /** @description Attempts within `per` */
                    rate: number;
                };
                /** @description Attempts that may be under way at once */
                max_concurrency?: number;
                /** @description Of its http steps, for each host that they call */
                per_host?: {
                    /** @description How many may go at once after a pause; one where absent */
                    burst?: number;
                    /**
                     * @description A second where absent
                     * @example 10m
                     */
                    per?: string;
                    /** @description Attempts within `per` */
                    rate: number;
                };
            };
            name?: string;
            /**
             * @description What a sender is told of a request without a valid lead: 4xx, or 200. It is in quarantine either way
             * @enum {unknown}
             */
            on_invalid?: "reject" | "quarantine";
            /**
             * @description What becomes of a form that was left half-way
             * @enum {unknown}
             */
            partial_leads?: "ignore" | "run";
            /** @description Whether messages go only to people of whom a field of the lead says that they agreed */
            require_consent?: boolean;
            retention_days?: number | null;
            /**
             * @description The kind of sender; auto recognises it
             * @enum {unknown}
             */
            source?: "auto" | "generic" | "form" | "zapier" | "make" | "n8n" | "pabbly" | "privyr" | "google-sheets" | "hubspot" | "gohighlevel" | "pipedrive" | "activecampaign" | "salesforce" | "zoho" | "typeform" | "jotform" | "elementor" | "contact-form-7" | "gravity-forms" | "wpforms" | "webflow" | "wix" | "squarespace" | "unbounce" | "leadpages" | "clickfunnels" | "instapage" | "google-forms" | "tally" | "calendly" | "meta" | "google-ads" | "tiktok" | "linkedin";
            source_connection?: string | null;
            steps?: components["schemas"]["Step"][];
            /** @description Whether an answer of the person ends the task's open runs of that person; so it does unless false */
            stop_on_reply?: boolean;
            /** @description Whether a step fails where its templates use a variable that the lead does not have */
            strict_templates?: boolean;
            /**
             * @description What becomes of a sender's test lead: a run like any other, one that only renders, or nothing
             * @enum {unknown}
             */
            test_leads?: "run" | "preview" | "ignore";
            window?: {
                /** @description The days on which it begins; all where absent */
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /** @example 09:00 */
                from: string;
                /**
                 * @description Over how long the steps go that waited for the window; all at its beginning where absent
                 * @example 10m
                 */
                spread?: string;
                /** @example 19:00 */
                to: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            } | null;
        };
        TaskPreview: {
            detected: {
                [key: string]: components["schemas"]["FieldReason"];
            };
            /** @description Why the sample gives no lead, or no answer of the filter */
            errors: components["schemas"]["FieldError"][];
            /** @description The first lead of the request, flattened to paths that a mapping can use */
            fields: {
                path: string;
                value: unknown;
            }[];
            /** @description Whether the task takes the lead */
            filter: boolean | null;
            /** @description What the task makes of the sample */
            lead: components["schemas"]["Lead"] | null;
            /** @description What is odd about the templates, tried with the sample and, where the task is known, with what came to it last */
            lints: {
                /** @enum {unknown} */
                code: "unknown_variable" | "empty_render" | "failed_render" | "segments" | "too_long" | "refused_text" | "unencoded_url" | "template_mismatch";
                column?: number;
                /** @description Where it is, inside the step */
                field: string;
                line?: number;
                message: string;
                /** @enum {unknown} */
                severity: "info" | "warning";
                /** @description Id of the step; null for the task's filter */
                step: string | null;
            }[];
            notes: string[];
            /** @description The sender that it was taken for */
            source: string;
            source_reason: string;
            steps: {
                /**
                 * @description The way out of a step
                 * @enum {unknown}
                 */
                channel: "preview" | "http" | "email" | "sms" | "whatsapp";
                error: components["schemas"]["Reason"] | null;
                id: string;
                /** @description What would be sent; null where it cannot be rendered */
                rendered: unknown;
                /** @description What the text of an sms step costs */
                sms?: {
                    /** @enum {unknown} */
                    encoding: "GSM-7" | "UCS-2";
                    segments: number;
                    /** @description Septets of GSM-7, or UTF-16 units */
                    units: number;
                };
                /** @description Whether the step would go, after earlier steps that were all delivered */
                when: boolean | null;
            }[];
        };
        TaskRevision: {
            /** Format: date-time */
            created_at: string;
            definition: components["schemas"]["TaskDefinition"];
            revision: number;
            task_id: string;
        };
        TaskStats: {
            failed: number;
            held: number;
            /** @description Of the last 24 hours, oldest first; the last is the hour that runs */
            leads_per_hour: number[];
            /** @description Since midnight in the time zone asked for, to the full hour */
            leads_today: number;
            /** @description Requests of the last 24 hours that gave no lead */
            quarantined: number;
            /** @description Of the leads of the last 24 hours, as the next ones */
            succeeded: number;
            /** @description Succeeded among those that succeeded or failed; null while there are none */
            success_rate: number | null;
            task_id: string;
        };
        TwilioConnectionInput: {
            account_sid: string;
            /** @description Never shown again */
            auth_token: string;
            /** @description The provider's API, where it is not the usual one */
            base_url?: string | null;
            /** @description A number, or a name */
            from?: string;
            /** @description At most so many attempts in a time, retries among them */
            limits?: {
                /** @description How many may go at once after a pause; one where absent */
                burst?: number;
                /**
                 * @description A second where absent
                 * @example 10m
                 */
                per?: string;
                /** @description Attempts within `per` */
                rate: number;
            };
            messaging_service_sid?: string;
            name: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            provider: "twilio";
        };
        WhatsAppConnectionInput: {
            /** @description Never shown again */
            access_token: string;
            api_version?: string;
            /** @description Never shown again */
            app_secret?: string;
            /** @description The provider's API, where it is not the usual one */
            base_url?: string | null;
            /** @description The WhatsApp Business Account, whose approved templates a preview compares with */
            business_account_id?: string;
            /** @description At most so many attempts in a time, retries among them */
            limits?: {
                /** @description How many may go at once after a pause; one where absent */
                burst?: number;
                /**
                 * @description A second where absent
                 * @example 10m
                 */
                per?: string;
                /** @description Attempts within `per` */
                rate: number;
            };
            name: string;
            /** @description The id of the number, not the number */
            phone_number_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            provider: "whatsapp";
        };
        /** @description Sends a WhatsApp message */
        WhatsAppStep: {
            /** @description The step goes at this time of day */
            at?: {
                /**
                 * @description That of the next day, though that of today is still to come
                 * @enum {unknown}
                 */
                day?: "tomorrow";
                /** @example 09:00 */
                time: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            };
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "whatsapp";
            /** @description The connection that the step is sent with */
            connection: string;
            /**
             * @description The step does not go later: a duration after the arrival of the lead, or a time such as 2026-12-24T18:00:00+01:00
             * @example 48h
             */
            expires?: string;
            /** @description Unique within the task */
            id: string;
            /** @description Text, which only who has written within 24 hours may get, or a template */
            message: {
                template?: components["schemas"]["WhatsAppTemplate"];
                text?: string;
                /** @description To whom; {{phone}} where absent */
                to?: string;
            };
            /**
             * @description What becomes of the run where the step fails: it fails too, or goes on
             * @enum {unknown}
             */
            on_failure?: "stop" | "continue";
            retry?: components["schemas"]["Retry"];
            /**
             * @description A whole number and a unit: 500ms, 2s, 10m, 24h, 7d
             * @example 10m
             */
            wait?: string;
            when?: string;
            /** @description In place of the task's; null for none */
            window?: {
                /** @description The days on which it begins; all where absent */
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /** @example 09:00 */
                from: string;
                /**
                 * @description Over how long the steps go that waited for the window; all at its beginning where absent
                 * @example 10m
                 */
                spread?: string;
                /** @example 19:00 */
                to: string;
                zone: string | {
                    /** @description The zone of a lead that does not tell its own */
                    fallback: string;
                    /** @description Holds a zone, such as extra_fields.timezone */
                    field?: string;
                    /** @enum {unknown} */
                    from: "phone" | "field";
                };
            } | null;
        };
        WhatsAppTemplate: {
            /** @description For the buttons of the template that take a value */
            buttons?: {
                index: number;
                /** @enum {unknown} */
                type: "url" | "quick_reply" | "copy_code";
                value: string;
            }[];
            header?: {
                text: string;
                /** @constant */
                type: "text";
            } | {
                link: string;
                /** @constant */
                type: "image";
            } | {
                link: string;
                /** @constant */
                type: "video";
            } | {
                link: string;
                /** @constant */
                type: "document";
            };
            /** @description Such as it or en_US */
            language: string;
            name: string;
            /** @description For {{1}}, {{2}}, … of the body, in this order */
            parameters?: string[];
        };
        ZohoConnectionInput: {
            /** @description Never shown again */
            access_token: string;
            /** @description The provider's API, where it is not the usual one */
            base_url?: string | null;
            name: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            provider: "zoho";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listConnections: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                provider?: "meta" | "linkedin" | "hubspot" | "zoho" | "smtp" | "twilio" | "sms-http" | "whatsapp";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of connections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Connection"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionInput"];
            };
        };
        responses: {
            /** @description The connection, without its secrets */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than the limit named in `detail`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection without its token, and whether it works */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection is forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionPatch"];
            };
        };
        responses: {
            /** @description The connection, without its secrets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than the limit named in `detail`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection, which is closed now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `unavailable`: The store that makes the answer true cannot be reached now.
             *
             *     `unavailable`: The store that makes the answer true cannot be reached now.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it works, and what was seen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startErasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 3166-1, for a national phone number */
                    default_country?: string;
                    email?: string;
                    /** @description E.164, or national with default_country */
                    phone?: string;
                    run_id?: string;
                };
            };
        };
        responses: {
            /** @description The erasure as it begins */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchRuns: {
        parameters: {
            query?: {
                status?: "queued" | "running" | "waiting" | "succeeded" | "failed" | "cancelled" | "skipped" | "held";
                task_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of the events `run`, `sample`, `more`, `resync` and `end`; `data` of each is the member of its name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["LiveEvents"];
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ledger"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                    };
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperations: {
        parameters: {
            query?: {
                range?: "1h" | "24h";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Series of figures, and the processes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operations"];
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuarantine: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "open" | "replayed" | "erased";
                task_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of quarantined requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuarantineSummary"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuarantineEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request and what was wrong with it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineEntry"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayQuarantineEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The bytes of the body in base64 */
                    body?: string;
                    /** @description A mended body as JSON */
                    json?: unknown;
                    lead?: components["schemas"]["GivenLead"];
                };
            };
        };
        responses: {
            /** @description The runs that were started */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedEntry"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than the limit named in `detail`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of a kind that cannot be read. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_lead`: The request was read but gives no valid lead; `errors` names the fields. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayQuarantine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Without `ids`: the open ones that failed with it */
                    code?: string;
                    /** @description The `next_cursor` of the page before */
                    cursor?: string;
                    ids?: string[];
                    /** @default 100 */
                    limit?: number;
                    /** @description Without `ids`: the open ones of this task */
                    task_id?: string;
                };
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayReport"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReplays: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of replays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            /** @description The channel is that of a step that failed. Runs that were replayed already are left out */
                            filter: {
                                /**
                                 * @description The way out of a step
                                 * @enum {unknown}
                                 */
                                channel?: "preview" | "http" | "email" | "sms" | "whatsapp";
                                /**
                                 * Format: date-time
                                 * @description Received then or later
                                 */
                                from?: string;
                                /** @description The code of the reason of the run */
                                reason?: string;
                                /** @description Failed runs where absent */
                                status?: ("succeeded" | "failed" | "cancelled" | "skipped")[];
                                task_id?: string;
                                /**
                                 * Format: date-time
                                 * @description Received before then
                                 */
                                to?: string;
                            };
                            finished_at: string | null;
                            /** @description Of those that started: held, since their task is paused */
                            held: number;
                            /** @description Null for a dry run, of which nothing is kept */
                            id: string | null;
                            /** @description Runs that are not replayed, by the code of the cause */
                            left_out: {
                                code: string;
                                count: number;
                            }[];
                            rate: number;
                            /** @description Why the runs that fit had ended, by code */
                            reasons: {
                                code: string;
                                count: number;
                            }[];
                            respect_dedupe: boolean;
                            /** @enum {unknown} */
                            revision: "pinned" | "current";
                            started: number;
                            /** @enum {unknown} */
                            status: "dry_run" | "running" | "stopped" | "done";
                            /** @description Runs that fit the filter when it was made */
                            total: number;
                            /** @description False where counting was given up: there are more */
                            total_is_exact: boolean;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The replay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        /** @description The channel is that of a step that failed. Runs that were replayed already are left out */
                        filter: {
                            /**
                             * @description The way out of a step
                             * @enum {unknown}
                             */
                            channel?: "preview" | "http" | "email" | "sms" | "whatsapp";
                            /**
                             * Format: date-time
                             * @description Received then or later
                             */
                            from?: string;
                            /** @description The code of the reason of the run */
                            reason?: string;
                            /** @description Failed runs where absent */
                            status?: ("succeeded" | "failed" | "cancelled" | "skipped")[];
                            task_id?: string;
                            /**
                             * Format: date-time
                             * @description Received before then
                             */
                            to?: string;
                        };
                        finished_at: string | null;
                        /** @description Of those that started: held, since their task is paused */
                        held: number;
                        /** @description Null for a dry run, of which nothing is kept */
                        id: string | null;
                        /** @description Runs that are not replayed, by the code of the cause */
                        left_out: {
                            code: string;
                            count: number;
                        }[];
                        rate: number;
                        /** @description Why the runs that fit had ended, by code */
                        reasons: {
                            code: string;
                            count: number;
                        }[];
                        respect_dedupe: boolean;
                        /** @enum {unknown} */
                        revision: "pinned" | "current";
                        started: number;
                        /** @enum {unknown} */
                        status: "dry_run" | "running" | "stopped" | "done";
                        /** @description Runs that fit the filter when it was made */
                        total: number;
                        /** @description False where counting was given up: there are more */
                        total_is_exact: boolean;
                    };
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The replay as it ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        /** @description The channel is that of a step that failed. Runs that were replayed already are left out */
                        filter: {
                            /**
                             * @description The way out of a step
                             * @enum {unknown}
                             */
                            channel?: "preview" | "http" | "email" | "sms" | "whatsapp";
                            /**
                             * Format: date-time
                             * @description Received then or later
                             */
                            from?: string;
                            /** @description The code of the reason of the run */
                            reason?: string;
                            /** @description Failed runs where absent */
                            status?: ("succeeded" | "failed" | "cancelled" | "skipped")[];
                            task_id?: string;
                            /**
                             * Format: date-time
                             * @description Received before then
                             */
                            to?: string;
                        };
                        finished_at: string | null;
                        /** @description Of those that started: held, since their task is paused */
                        held: number;
                        /** @description Null for a dry run, of which nothing is kept */
                        id: string | null;
                        /** @description Runs that are not replayed, by the code of the cause */
                        left_out: {
                            code: string;
                            count: number;
                        }[];
                        rate: number;
                        /** @description Why the runs that fit had ended, by code */
                        reasons: {
                            code: string;
                            count: number;
                        }[];
                        respect_dedupe: boolean;
                        /** @enum {unknown} */
                        revision: "pinned" | "current";
                        started: number;
                        /** @enum {unknown} */
                        status: "dry_run" | "running" | "stopped" | "done";
                        /** @description Runs that fit the filter when it was made */
                        total: number;
                        /** @description False where counting was given up: there are more */
                        total_is_exact: boolean;
                    };
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                limit?: number;
                q?: string;
                source?: string;
                status?: string;
                task_id?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Run"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cancelled run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description The revision that the run had, or the one that the task has now
                     * @default current
                     * @enum {unknown}
                     */
                    revision?: "pinned" | "current";
                };
            };
        };
        responses: {
            /** @description The run that was started */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    outcome: "delivered" | "not_delivered";
                };
            };
        };
        responses: {
            /** @description The run; it goes on from here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startReplay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether to count only, and start nothing */
                    dry_run?: boolean;
                    /** @description The channel is that of a step that failed. Runs that were replayed already are left out */
                    filter: {
                        /**
                         * @description The way out of a step
                         * @enum {unknown}
                         */
                        channel?: "preview" | "http" | "email" | "sms" | "whatsapp";
                        /**
                         * Format: date-time
                         * @description Received then or later
                         */
                        from?: string;
                        /** @description The code of the reason of the run */
                        reason?: string;
                        /** @description Failed runs where absent */
                        status?: ("succeeded" | "failed" | "cancelled" | "skipped")[];
                        task_id?: string;
                        /**
                         * Format: date-time
                         * @description Received before then
                         */
                        to?: string;
                    };
                    /** @description Most runs that start in a second; 10 where absent */
                    rate?: number;
                    /** @description Whether a person is left out who has a later run of the task that succeeded or is under way (default) */
                    respect_dedupe?: boolean;
                    /**
                     * @description The revision that each run had, or the one of now (default)
                     * @enum {unknown}
                     */
                    revision?: "pinned" | "current";
                };
            };
        };
        responses: {
            /** @description The replay as it begins, or what it would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        /** @description The channel is that of a step that failed. Runs that were replayed already are left out */
                        filter: {
                            /**
                             * @description The way out of a step
                             * @enum {unknown}
                             */
                            channel?: "preview" | "http" | "email" | "sms" | "whatsapp";
                            /**
                             * Format: date-time
                             * @description Received then or later
                             */
                            from?: string;
                            /** @description The code of the reason of the run */
                            reason?: string;
                            /** @description Failed runs where absent */
                            status?: ("succeeded" | "failed" | "cancelled" | "skipped")[];
                            task_id?: string;
                            /**
                             * Format: date-time
                             * @description Received before then
                             */
                            to?: string;
                        };
                        finished_at: string | null;
                        /** @description Of those that started: held, since their task is paused */
                        held: number;
                        /** @description Null for a dry run, of which nothing is kept */
                        id: string | null;
                        /** @description Runs that are not replayed, by the code of the cause */
                        left_out: {
                            code: string;
                            count: number;
                        }[];
                        rate: number;
                        /** @description Why the runs that fit had ended, by code */
                        reasons: {
                            code: string;
                            count: number;
                        }[];
                        respect_dedupe: boolean;
                        /** @enum {unknown} */
                        revision: "pinned" | "current";
                        started: number;
                        /** @enum {unknown} */
                        status: "dry_run" | "running" | "stopped" | "done";
                        /** @description Runs that fit the filter when it was made */
                        total: number;
                        /** @description False where counting was given up: there are more */
                        total_is_exact: boolean;
                    };
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session, or the key that was sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The admin key */
                    key?: string;
                    /** @description What a sign-in link carries */
                    link_token?: string;
                };
            };
        };
        responses: {
            /** @description The session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not for this caller: it needs the key itself, or the request came from another site or without `x-taskhook-console`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not for this caller: it needs the key itself, or the request came from another site or without `x-taskhook-console`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expires_at: string;
                        /** @description To be opened at the address of the console, once */
                        path: string;
                        token: string;
                    };
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Not for this caller: it needs the key itself, or the request came from another site or without `x-taskhook-console`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuppressions: {
        parameters: {
            query?: {
                cursor?: string;
                default_country?: string;
                email?: string;
                limit?: number;
                phone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of suppressions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            /** @description A keyed hash of the address */
                            id: string;
                            /** @enum {unknown} */
                            kind: "phone" | "email";
                            note: string | null;
                            /**
                             * @description Who entered it: what came by a STOP word is lifted by START
                             * @enum {unknown}
                             */
                            origin: "api" | "stop_word" | "unsubscribe_link";
                            /**
                             * @description requested: somebody entered it; opted_out: by a STOP word; unsubscribed: by the link of a mail
                             * @enum {unknown}
                             */
                            reason: "requested" | "opted_out" | "unsubscribed" | "complained" | "bounced" | "other";
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 3166-1, for national phone numbers */
                    default_country?: string;
                    email?: string;
                    /** @description For people; write nothing in it that tells who it is */
                    note?: string;
                    /** @description E.164, or national with default_country */
                    phone?: string;
                    /**
                     * @description requested: somebody entered it; opted_out: by a STOP word; unsubscribed: by the link of a mail
                     * @enum {unknown}
                     */
                    reason?: "requested" | "opted_out" | "unsubscribed" | "complained" | "bounced" | "other";
                };
            };
        };
        responses: {
            /** @description One suppression per address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            /** @description A keyed hash of the address */
                            id: string;
                            /** @enum {unknown} */
                            kind: "phone" | "email";
                            note: string | null;
                            /**
                             * @description Who entered it: what came by a STOP word is lifted by START
                             * @enum {unknown}
                             */
                            origin: "api" | "stop_word" | "unsubscribe_link";
                            /**
                             * @description requested: somebody entered it; opted_out: by a STOP word; unsubscribed: by the link of a mail
                             * @enum {unknown}
                             */
                            reason: "requested" | "opted_out" | "unsubscribed" | "complained" | "bounced" | "other";
                        }[];
                    };
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than the limit named in `detail`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftAddress: {
        parameters: {
            query?: {
                default_country?: string;
                email?: string;
                phone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address may be written to */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address may be written to */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importSuppressions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 3166-1, for national phone numbers */
                    default_country?: string;
                    items: {
                        email?: string;
                        /** @description For people; write nothing in it that tells who it is */
                        note?: string;
                        /** @description E.164, or national with default_country */
                        phone?: string;
                    }[];
                    /**
                     * @description requested: somebody entered it; opted_out: by a STOP word; unsubscribed: by the link of a mail
                     * @enum {unknown}
                     */
                    reason?: "requested" | "opted_out" | "unsubscribed" | "complained" | "bounced" | "other";
                };
            };
        };
        responses: {
            /** @description How many are suppressed now, and what could not be read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Items, by their place from 0, that have no address that can be read; the others are in */
                        invalid: {
                            field: string;
                            index: number;
                            message: string;
                        }[];
                        /** @description Addresses that are suppressed now, each counted once */
                        suppressed: number;
                    };
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than the limit named in `detail`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The running processes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Processes that told of themselves lately */
                        instances: {
                            /** @description What an answer of 200 is worth, by how Redis keeps its data */
                            durability?: string;
                            id: string;
                            /** Format: date-time */
                            seen_at: string;
                            /** @enum {unknown} */
                            service: "ingress" | "task-runner" | "task-registry";
                            /** @description Leads that wait on the disk of this ingress for Redis; null without a spool */
                            spool?: {
                                bytes: number;
                                entries: number;
                                oldest_age_seconds: number;
                                /** @description Why it takes nothing now */
                                problem: string | null;
                            } | null;
                            /** Format: date-time */
                            started_at: string;
                            version: string;
                        }[];
                    };
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                connection?: string;
                cursor?: string;
                limit?: number;
                status?: "active" | "paused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Task"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskInput"];
            };
        };
        responses: {
            /** @description The task, with its webhook and, this once, its signing secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than the limit named in `detail`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_task`: A template, mapping, filter or condition of the task does not parse. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskPatch"];
            };
        };
        responses: {
            /** @description The task with its new revision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than the limit named in `detail`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_task`: A template, mapping, filter or condition of the task does not parse. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicateTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The copy, with its signing secret this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_task`: A template, mapping, filter or condition of the task does not parse. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paused task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The active task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTaskRevisions: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of revisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TaskRevision"][];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTaskRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRevision"];
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreTaskRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_task`: A template, mapping, filter or condition of the task does not parse. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateSigningSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task with, this once, its new signing secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task with its new webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSamples: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most the newest 20 samples */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleList"];
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSamples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The samples are forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listenForSamples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Until when the task listens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        listens_until: string;
                    };
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopListening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task does not listen */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The resource is in a state that forbids the operation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    lead?: components["schemas"]["GivenLead"];
                };
            };
        };
        responses: {
            /** @description The run that was started */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_lead`: The request was read but gives no valid lead; `errors` names the fields. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One of body, request, sample_id and lead */
                    sample?: {
                        /** @description A sender's JSON body, read as ingress would */
                        body?: unknown;
                        headers?: {
                            [key: string]: string;
                        };
                        lead?: components["schemas"]["GivenLead"];
                        request?: {
                            /** @description The bytes of the body in base64 */
                            body?: string;
                            headers?: {
                                [key: string]: string;
                            };
                            /** @description The body as JSON, in place of its bytes */
                            json?: unknown;
                            /** @default POST */
                            method?: string;
                            /** @description The text after the question mark */
                            query?: string;
                        };
                        /** @description A sample that a task caught */
                        sample_id?: string;
                    };
                    task: components["schemas"]["TaskInput"];
                    /** @description The task that this is a change of: its last samples and runs are looked at, too */
                    task_id?: string;
                };
            };
        };
        responses: {
            /** @description The lead and what each step would send */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPreview"];
                };
            };
            /**
             * @description `malformed_body`: The body cannot be parsed: wrong syntax, encoding, depth or keys.
             *
             *     `invalid_request`: The request parses but breaks the schema of the API.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such resource or route. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is larger than the limit named in `detail`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_task`: A template, mapping, filter or condition of the task does not parse. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTaskStats: {
        parameters: {
            query?: {
                task_ids?: string;
                time_zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures of each task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TaskStats"][];
                    };
                };
            };
            /** @description `invalid_request`: The request parses but breaks the schema of the API. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The credentials are missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: A bug or an unforeseen fault; the log has it under the request id. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store that makes the answer true cannot be reached now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
