import { useEffect } from 'react';

/** Names the page in the browser's title bar, the most special part first. */
export function useDocumentTitle(...parts: string[]): void {
  const title = [...parts.filter((part) => part !== ''), 'Taskhook'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
