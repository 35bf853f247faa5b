import { useState, type DragEvent } from 'react';

/** What a dragged field of the sample carries: its path. */
export const dragType = 'application/x-taskhook-path';

/** Makes an element take a field of the sample; `isOver` while one is held above it. */
export function useDropTarget(take: (path: string) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(dragType)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const path = event.dataTransfer.getData(dragType);
      if (path !== '') take(path);
    },
  };
}
