import { openRecord, type SettingsOf, type TaskDefinition, type WhatsAppTemplate } from '@taskhook/contracts';
import { approvedTemplate, type ApprovedTemplate } from '@taskhook/outbound';
import type { Lint } from '@taskhook/templating';
import { toConnectionRecord } from '../connections/connection-view.ts';
import type { Registry } from '../registry.ts';

/**
 * What Meta would say of the WhatsApp templates of a task, where their connection names its account and
 * Meta answers soon. Nobody is sent anything.
 */
export async function approvedTemplateLints(registry: Registry, definition: TaskDefinition): Promise<Lint[]> {
  const found = await Promise.all(definition.steps.map((step) => lintsOf(registry, step)));
  return found.flat();
}

async function lintsOf(registry: Registry, step: TaskDefinition['steps'][number]): Promise<Lint[]> {
  if (step.channel !== 'whatsapp' || step.message.template === undefined) return [];
  const settings = await settingsOf(registry, step.connection);
  if (settings === undefined) return [];
  const { template } = step.message;
  const approved = await approvedTemplate(settings, registry.outbound, template);
  const message = approved === undefined ? undefined : problemOf(template, approved);
  if (message === undefined) return [];
  return [
    { step: step.id, field: 'message.template', code: 'template_mismatch', severity: 'warning', message },
  ];
}

async function settingsOf(
  { store, vault }: Registry,
  id: string,
): Promise<SettingsOf<'whatsapp'> | undefined> {
  const doc = await store.connections.findById(id).lean();
  if (doc === null) return undefined;
  const settings = openRecord(toConnectionRecord(doc), vault);
  return settings.provider === 'whatsapp' ? settings : undefined;
}

function problemOf(
  { language, parameters = [] }: WhatsAppTemplate,
  approved: ApprovedTemplate | null,
): string | undefined {
  if (approved === null) return `is not among the templates of the account in the language ${language}`;
  if (approved.status !== 'APPROVED') return `is ${approved.status} at Meta: only approved ones can be sent`;
  if (approved.bodyPlaces === parameters.length) return undefined;
  return `gives ${parameters.length} parameters, and the approved template has ${approved.bodyPlaces}`;
}
