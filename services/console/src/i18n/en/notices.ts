/** What needs a person, and what to do: fetched when there is any of it. */
export const notices = {
  since: 'Began {{time}}',
  more_one: 'Show {{count}} more',
  more_other: 'Show {{count}} more',
  less: 'Show less',
  toQuarantine: 'Go to the quarantine',
  toRuns: 'Go to the runs',
  toConnections: 'Go to the connections',
  toOperations: 'Go to operations',
  other: 'Something needs a person: {{code}}',
  quarantine_open: {
    title_one: '{{count}} lead could not be read',
    title_other: '{{count}} leads could not be read',
    advice: 'Correct the mapping of the task, then let them in from there.',
  },
  outcome_unknown: {
    title_one: '{{count}} message may or may not have arrived',
    title_other: '{{count}} messages may or may not have arrived',
    advice: 'Look with the provider whether it did, before you send again.',
  },
  connection_down: {
    title_one: '{{count}} connection does not work: {{provider}}',
    title_other: '{{count}} connections do not work: {{provider}}',
    advice: 'Messages wait. Test the connection and correct its credentials; then they go by themselves.',
  },
  worker_missing: {
    title: 'No worker takes {{channel}} messages, for {{minutes}} min',
    advice: 'Start task-runner, or look why it stands. Nothing is lost meanwhile.',
  },
  queue_stands: {
    title: 'The {{channel}} queue is behind by {{minutes}} min',
    advice: 'Start more workers, or look at the limits of the connection.',
  },
  run_log_behind: {
    title_one: '{{count}} step is not recorded yet',
    title_other: '{{count}} steps are not recorded yet',
    advice: 'Messages go out, and what you see here is late. Look whether MongoDB is slow.',
  },
  ledger_off: {
    title_one: '{{count}} accepted lead cannot be found',
    title_other: '{{count}} accepted leads cannot be found',
    advice: 'Tell whoever runs Taskhook, and look for a loss of data in Redis.',
  },
  spool_in_use: {
    title_one: '{{count}} lead is kept on a server’s disk',
    title_other: '{{count}} leads are kept on a server’s disk',
    advice: 'Redis takes nothing. Bring it back; the leads then go on by themselves. Keep the disk.',
  },
  durability_low: {
    title: 'Redis keeps leads in memory only',
    advice: 'Set appendonly yes in Redis, or accepted leads are lost when it restarts.',
  },
};
