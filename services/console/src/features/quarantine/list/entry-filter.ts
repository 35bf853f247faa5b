/** What the address of the list says of it: open requests of all tasks where it says nothing. */
export interface EntryFilter {
  task?: string;
  status?: 'replayed';
}

/** Takes what it knows from the search part of an address, and leaves out the rest. */
export function readFilter({ task, status }: Record<string, unknown>): EntryFilter {
  return {
    ...(typeof task === 'string' && task !== '' ? { task } : {}),
    ...(status === 'replayed' ? { status } : {}),
  };
}
