import { useQuery } from '@tanstack/react-query';
import { useTask } from '../page/task-context.ts';
import { samplesQuery } from '../queries.ts';
import { useChosen, type TriedWith } from './tried-with.ts';

/** What the task is tried with now; undefined until it is known which samples there are. */
export function useTriedWith(): TriedWith | undefined {
  const { id } = useTask();
  const [chosen] = useChosen();
  const { data } = useQuery(samplesQuery(id));
  if (chosen !== null) return chosen;
  if (data === undefined) return undefined;
  const [newest] = data.items;
  return newest === undefined ? { kind: 'made-up' } : { kind: 'sample', id: newest.id };
}
