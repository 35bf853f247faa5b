/** What stands in the place of a page that is not there, and where it leads. */
export const missing = {
  page: {
    title: 'There is nothing here',
    text: 'The address may be mistyped, or what it showed is gone. Nothing else is affected.',
    back: 'Go to the tasks',
  },
  task: {
    title: 'There is no such task',
    text: 'The address may be mistyped, or the task was deleted. Its runs can still be seen.',
    back: 'Go to the tasks',
  },
  run: {
    title: 'There is no such run',
    text: 'The address may be mistyped, or the run was deleted when its time was over. One that has only just begun is found a moment later.',
    back: 'Go to the runs',
  },
  entry: {
    title: 'There is no such request in quarantine',
    text: 'The address may be mistyped, or the request was deleted when its time was over.',
    back: 'Go to the quarantine',
  },
  erasure: {
    title: 'There is no such erasure',
    text: 'The address may be mistyped: compare it with the one that you kept.',
    back: 'Erase a person',
  },
  connection: {
    title: 'There is no such connection',
    text: 'The address may be mistyped, or the connection was removed.',
    back: 'Go to the connections',
  },
};
