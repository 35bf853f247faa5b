import { Anchor, Button, List, Skeleton, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import type { Connection } from '../../../api/types.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';
import { Surface } from '../../../ui/surface.tsx';
import { undoable } from '../../../ui/undo.tsx';
import { usersQuery } from '../queries.ts';

/** The tasks that need a connection; one that none needs can be deleted. */
export function RemoveSection({ connection }: { connection: Connection }) {
  const { t } = useTranslation('connections');
  const query = useQuery(usersQuery(connection.id));
  const remove = useRemove(connection);
  return (
    <Surface
      title={t('users.title')}
      hint={query.data && t(query.data.items.length === 0 ? 'users.none' : 'users.some')}
    >
      <Loaded query={query} skeleton={<Skeleton height={60} />}>
        {({ items }) => (
          <Stack align="flex-start">
            {items.length > 0 && (
              <List>
                {items.map(({ id, name }) => (
                  <List.Item key={id}>
                    <Anchor component={Link} to={`/tasks/${id}`}>
                      {name}
                    </Anchor>
                  </List.Item>
                ))}
              </List>
            )}
            {items.length === 0 && (
              <Button
                color="red"
                variant="light"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={remove}
              >
                {t('users.remove')}
              </Button>
            )}
          </Stack>
        )}
      </Loaded>
    </Surface>
  );
}

/** Deletes it when the time to undo has passed. */
function useRemove({ id, name }: Connection): () => void {
  const { t } = useTranslation('connections');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const onError = useNotifyProblem();
  return () => {
    undoable({
      id,
      message: t('users.removed', { name }),
      act: async () => {
        await answerOf(api.DELETE('/v1/connections/{id}', { params: { path: { id } }, keepalive: true }));
        await queryClient.invalidateQueries({ queryKey: queryKeys.connections.all });
      },
      onError,
    });
    void navigate({ to: '/connections' });
  };
}
