import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { metricNames } from '@taskhook/contracts';
import { createHttpMetrics } from '@taskhook/http';
import { createMetrics, type Metrics } from '@taskhook/telemetry';
import { createIngressMetrics } from '../../services/ingress/src/metrics.ts';
import { createRegistryMetrics } from '../../services/task-registry/src/metrics.ts';
import { createRunnerMetrics } from '../../services/task-runner/src/metrics.ts';
import { createQueueGauges } from '../../services/task-runner/src/queue-gauges.ts';
import { createTargetGauge } from '../../services/task-runner/src/target-gauge.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/metrics.md'), 'utf8');

/** What each service registers, as rows of the page. */
function registered(): Map<string, string> {
  const services: [name: string, register: (metrics: Metrics) => unknown][] = [
    ['ingress', createIngressMetrics],
    ['task-registry', (metrics) => [createRegistryMetrics(metrics), createHttpMetrics(metrics)]],
    [
      'task-runner',
      (metrics) => [
        createRunnerMetrics(metrics),
        createQueueGauges(metrics, []),
        createTargetGauge(metrics, async () => []),
      ],
    ],
  ];
  const owners = new Map<string, string[]>();
  const rows = new Map<string, string>();
  for (const [service, register] of services) {
    const metrics = createMetrics();
    register(metrics);
    for (const { name, type, labels, help } of metrics.described()) {
      const by = [...(owners.get(name) ?? []), service];
      owners.set(name, by);
      rows.set(
        name,
        `| \`${name}\` | ${type} | ${labels.join(', ')} | ${by.join(', ')} | ${help} |`.replace(
          '|  |',
          '| |',
        ),
      );
    }
  }
  return rows;
}

test('the page has a row for every metric that a service registers, and no other', () => {
  const documented = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(documented.toSorted((a, b) => a.localeCompare(b))).toEqual(
    [...registered().values()].toSorted((a, b) => a.localeCompare(b)),
  );
});

test('every name of a metric is used by a service', () => {
  expect(new Set(registered().keys())).toEqual(new Set(Object.values(metricNames)));
});
