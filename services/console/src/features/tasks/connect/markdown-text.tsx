import { Children, isValidElement, type ReactNode } from 'react';
import { Anchor, Box, Code, Table, Typography } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { CopyButton } from '../../../ui/copy-button.tsx';
import classes from './markdown-text.module.css';

const plugins = [remarkGfm];

/** A text of the documentation. Links into the documentation, which is not here, become plain words. */
export function MarkdownText({ children }: { children: string }) {
  return (
    <Typography className={classes['text'] ?? ''}>
      <ReactMarkdown remarkPlugins={plugins} components={components}>
        {children}
      </ReactMarkdown>
    </Typography>
  );
}

const components: Components = {
  a: ({ href = '', children }) =>
    href.startsWith('https://') ? (
      <Anchor href={href} target="_blank" rel="noreferrer" inherit>
        {children}
      </Anchor>
    ) : (
      <>{children}</>
    ),
  h3: ({ children }) => <h4>{children}</h4>,
  pre: ({ children }) => <CodeBlock text={textOf(children).trimEnd()} />,
  table: ({ children }) => (
    <Table.ScrollContainer minWidth={420}>
      <Table>{children}</Table>
    </Table.ScrollContainer>
  ),
};

function CodeBlock({ text }: { text: string }) {
  const { t } = useTranslation('tasks');
  return (
    <Box className={classes['code'] ?? ''}>
      <Code block tabIndex={0}>
        {text}
      </Code>
      <span className={classes['copy']}>
        <CopyButton value={text} label={t('guide.copyCode')} />
      </span>
    </Box>
  );
}

function textOf(node: ReactNode): string {
  return Children.toArray(node)
    .map((child) =>
      isValidElement<{ children?: ReactNode }>(child) ? textOf(child.props.children) : wordOf(child),
    )
    .join('');
}

const wordOf = (node: ReactNode) => (typeof node === 'string' ? node : '');
