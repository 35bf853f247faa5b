import type { Endpoint } from '../define-endpoint.ts';
import { addSuppressionEndpoint } from './add-suppression.ts';
import { cancelRunEndpoint } from './cancel-run.ts';
import { changeConnectionEndpoint } from './change-connection.ts';
import { changeTaskEndpoint } from './change-task.ts';
import { createConnectionEndpoint } from './create-connection.ts';
import { createSignInLinkEndpoint } from './create-sign-in-link.ts';
import { createTaskEndpoint } from './create-task.ts';
import { testConnectionEndpoint } from './test-connection.ts';
import { deleteConnectionEndpoint } from './delete-connection.ts';
import { deleteSamplesEndpoint } from './delete-samples.ts';
import { deleteTaskEndpoint } from './delete-task.ts';
import { duplicateTaskEndpoint } from './duplicate-task.ts';
import { getConnectionEndpoint } from './get-connection.ts';
import { getErasureEndpoint } from './get-erasure.ts';
import { getLedgerEndpoint } from './get-ledger.ts';
import { getOperationsEndpoint } from './get-operations.ts';
import { getQuarantineEntryEndpoint } from './get-quarantine-entry.ts';
import { getReplayEndpoint } from './get-replay.ts';
import { getRevisionEndpoint } from './get-revision.ts';
import { getRunEndpoint } from './get-run.ts';
import { getSessionEndpoint } from './get-session.ts';
import { getSystemEndpoint } from './get-system.ts';
import { getTaskEndpoint } from './get-task.ts';
import { importSuppressionsEndpoint } from './import-suppressions.ts';
import { liftAddressEndpoint } from './lift-address.ts';
import { liftSuppressionEndpoint } from './lift-suppression.ts';
import { listConnectionsEndpoint } from './list-connections.ts';
import { listNoticesEndpoint } from './list-notices.ts';
import { listQuarantineEndpoint } from './list-quarantine.ts';
import { listReplaysEndpoint } from './list-replays.ts';
import { listRevisionsEndpoint } from './list-revisions.ts';
import { listRunsEndpoint } from './list-runs.ts';
import { listSamplesEndpoint } from './list-samples.ts';
import { listSuppressionsEndpoint } from './list-suppressions.ts';
import { listTaskStatsEndpoint } from './list-task-stats.ts';
import { listTasksEndpoint } from './list-tasks.ts';
import { listenForSamplesEndpoint } from './listen-for-samples.ts';
import { pauseTaskEndpoint } from './pause-task.ts';
import { previewTaskEndpoint } from './preview-task.ts';
import { replayQuarantineEntryEndpoint } from './replay-quarantine-entry.ts';
import { replayQuarantineEndpoint } from './replay-quarantine.ts';
import { replayRunEndpoint } from './replay-run.ts';
import { restoreRevisionEndpoint } from './restore-revision.ts';
import { restoreTaskEndpoint } from './restore-task.ts';
import { resolveAttemptEndpoint } from './resolve-attempt.ts';
import { resumeTaskEndpoint } from './resume-task.ts';
import { resetConnectionEndpoint } from './reset-connection.ts';
import { rotateSigningSecretEndpoint } from './rotate-signing-secret.ts';
import { rotateWebhookEndpoint } from './rotate-webhook.ts';
import { signInEndpoint } from './sign-in.ts';
import { signOutEndpoint } from './sign-out.ts';
import { startErasureEndpoint } from './start-erasure.ts';
import { startReplayEndpoint } from './start-replay.ts';
import { stopListeningEndpoint } from './stop-listening.ts';
import { stopReplayEndpoint } from './stop-replay.ts';
import { testTaskEndpoint } from './test-task.ts';
import { watchRunsEndpoint } from './watch-runs.ts';

/** Everything that the API can do, in the order of its reference. */
export const endpoints: readonly Endpoint[] = [
  signInEndpoint,
  getSessionEndpoint,
  signOutEndpoint,
  createSignInLinkEndpoint,
  createTaskEndpoint,
  listTasksEndpoint,
  listTaskStatsEndpoint,
  previewTaskEndpoint,
  getTaskEndpoint,
  changeTaskEndpoint,
  deleteTaskEndpoint,
  restoreTaskEndpoint,
  duplicateTaskEndpoint,
  pauseTaskEndpoint,
  resumeTaskEndpoint,
  rotateWebhookEndpoint,
  rotateSigningSecretEndpoint,
  testTaskEndpoint,
  listRevisionsEndpoint,
  getRevisionEndpoint,
  restoreRevisionEndpoint,
  listenForSamplesEndpoint,
  stopListeningEndpoint,
  listSamplesEndpoint,
  deleteSamplesEndpoint,
  createConnectionEndpoint,
  listConnectionsEndpoint,
  getConnectionEndpoint,
  changeConnectionEndpoint,
  deleteConnectionEndpoint,
  testConnectionEndpoint,
  resetConnectionEndpoint,
  listRunsEndpoint,
  watchRunsEndpoint,
  getRunEndpoint,
  replayRunEndpoint,
  cancelRunEndpoint,
  startReplayEndpoint,
  listReplaysEndpoint,
  getReplayEndpoint,
  stopReplayEndpoint,
  resolveAttemptEndpoint,
  addSuppressionEndpoint,
  importSuppressionsEndpoint,
  listSuppressionsEndpoint,
  liftAddressEndpoint,
  liftSuppressionEndpoint,
  listQuarantineEndpoint,
  getQuarantineEntryEndpoint,
  replayQuarantineEntryEndpoint,
  replayQuarantineEndpoint,
  startErasureEndpoint,
  getErasureEndpoint,
  getLedgerEndpoint,
  getOperationsEndpoint,
  listNoticesEndpoint,
  getSystemEndpoint,
];
