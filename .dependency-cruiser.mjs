/**
 * Layers: a lower one never imports a higher one, nothing imports inside its own layer, services
 * never import each other.
 * Layer 0: errors, telemetry. Layer 1: config, contracts, lifecycle, vault.
 * Layer 2: queue, http, templating, leads, outbound. Layer 3: services.
 */
const layer = (...names) => `^packages/(${names.join('|')})/`;
const layer0 = layer('errors', 'telemetry');
const layer1 = layer('config', 'contracts', 'lifecycle', 'vault');
const layer2 = layer('queue', 'http', 'templating', 'leads', 'outbound');
const tests = '(/test/|\\.test\\.ts$)';

const onlyIn = (name, packages, allowed) => ({
  name,
  severity: 'error',
  comment: `${packages} belongs to ${allowed}`,
  from: { pathNot: [allowed, '^packages/(testing|embedded)/', '^test/', tests] },
  to: { path: `node_modules/(${packages})/` },
});

const sameLayer = (number, path) => ({
  name: `no-import-inside-layer-${number}`,
  severity: 'error',
  from: { path: `^packages/([^/]+)/`, pathNot: tests },
  to: { path, pathNot: '^packages/$1/' },
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: { pathNot: 'node_modules' }, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { ...sameLayer(0, layer0), from: { path: '^packages/(errors|telemetry)/', pathNot: tests } },
    {
      ...sameLayer(1, layer1),
      from: { path: '^packages/(errors|telemetry|config|contracts|lifecycle|vault)/', pathNot: tests },
    },
    {
      ...sameLayer(2, layer2),
      from: {
        path: '^packages/(errors|telemetry|config|contracts|lifecycle|vault|queue|http|templating|leads|outbound)/',
        pathNot: tests,
      },
    },
    {
      name: 'packages-never-import-services',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^services/' },
    },
    {
      name: 'services-never-import-each-other',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'the-console-knows-the-api-only',
      severity: 'error',
      comment: 'its types come from the API’s description',
      from: { path: '^services/console/src/' },
      to: { path: '^packages/' },
    },
    {
      name: 'features-of-the-console-stand-apart',
      severity: 'error',
      comment: 'the session is everybody’s',
      from: { path: '^services/console/src/features/([^/]+)/' },
      to: {
        path: '^services/console/src/features/',
        pathNot: '^services/console/src/features/($1|session)/',
      },
    },
    {
      name: 'shared-pieces-of-the-console-know-no-feature',
      severity: 'error',
      from: { path: '^services/console/src/(ui|api|i18n|theme)/' },
      to: { path: '^services/console/src/(features|app)/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(services|packages)/', pathNot: [tests, '^packages/(testing|embedded)/'] },
      to: { path: '^packages/(testing|embedded)/' },
    },
    onlyIn('only-queue-imports-redis', 'bullmq|ioredis', '^packages/queue/'),
    onlyIn('only-the-spool-imports-its-store', 'classic-level', '^services/ingress/src/spool/'),
    onlyIn('only-http-imports-express', 'express', '^packages/http/'),
    onlyIn('only-templating-imports-liquid', 'liquidjs', '^packages/templating/'),
    onlyIn('only-telemetry-imports-winston-and-prom-client', 'winston|prom-client', '^packages/telemetry/'),
    onlyIn('only-outbound-imports-mail-and-address-libraries', 'nodemailer|ipaddr', '^packages/outbound/'),
    onlyIn('only-registry-imports-mongoose', 'mongoose', '^services/task-registry/'),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // What is built is not ours to order: its pages come from the file that they stand on.
    exclude: { path: '^test/suites/|^services/console/dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
