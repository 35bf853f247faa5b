import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINAL_ORDER, newRunId } from '@taskhook/contracts';
import { accepted, life, progress } from '../../test/events.ts';
import { runDocument } from './run-document.ts';
import { foldRun } from './run-update.ts';

const id = newRunId();
const all = life(id, 'task_x');
const fold = (events: typeof all) => runDocument(foldRun(id, events));

describe('folding the events of a run', () => {
  it('gives the same for every order and with every event twice', () => {
    const expected = fold(all);
    assert(
      property(shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), (events) => {
        expect(fold(events)).toEqual(expected);
      }),
    );
  });

  it('keeps a cancellation over all that is told of the steps', () => {
    const cancelled = progress(id, 'task_x', 'cancelled', { order: FINAL_ORDER });
    expect(fold([cancelled, ...all])).toMatchObject({ status: 'cancelled', order: FINAL_ORDER });
  });

  it('takes revision, reason and end from the event that the state is from', () => {
    const reason = { code: 'filtered', message: 'The filter said no.' };
    const skipped = progress(id, 'task_x', 'skipped', { revision: 2, reason });
    expect(fold([skipped, accepted(id, 'task_x')])).toMatchObject({
      status: 'skipped',
      task_revision: 2,
      reason,
      finished_at: new Date(skipped.at),
    });
  });
});
