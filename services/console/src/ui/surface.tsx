import type { ReactNode } from 'react';
import { Box, Stack, Text, Title } from '@mantine/core';
import classes from './surface.module.css';

interface SurfaceProps {
  title?: string;
  hint?: ReactNode;
  /** Without padding of its own, for tables. */
  flush?: boolean;
  children: ReactNode;
}

/** The card on which a part of a page stands. */
export function Surface({ title, hint, flush = false, children }: SurfaceProps) {
  return (
    <Box
      component="section"
      className={flush ? classes['surface'] : `${classes['surface']} ${classes['padded']}`}
    >
      {title !== undefined && (
        <Stack gap={2} mb="md">
          <Title order={2}>{title}</Title>
          {hint !== undefined && <Text c="dimmed">{hint}</Text>}
        </Stack>
      )}
      {children}
    </Box>
  );
}
