import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';

interface RowButtonProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
}

/** Takes one row out of a list that is edited; the label names the row. */
export function RemoveRow({ label, disabled = false, onClick }: RowButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}

/** Adds a row at the end of a list that is edited. */
export function AddRow({ label, disabled = false, onClick }: RowButtonProps) {
  return (
    <Button
      variant="subtle"
      size="xs"
      w="fit-content"
      leftSection={<IconPlus size={14} aria-hidden />}
      disabled={disabled}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
