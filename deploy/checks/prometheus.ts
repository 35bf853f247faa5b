import type { Finding } from './finding.ts';
import { runTool, type Workplace } from './tool.ts';

/** Unpacked, not installed: the package would start a server. */
const promtool = {
  program: 'promtool',
  install: `apt-get download -q prometheus
dpkg-deb -x prometheus_*.deb .
mv usr/bin/promtool "$BIN/promtool"`,
};

const folder = 'deploy/prometheus';

/** Checks configuration and rules, and runs the rules' own tests. */
export async function checkPrometheus(place: Workplace): Promise<Finding[]> {
  const run = async (check: string, args: string[]) => runTool(place, promtool, check, args);
  return [
    await run('the Prometheus configuration is valid', ['check', 'config', `${folder}/prometheus.yml`]),
    await run('the alert rules are valid', ['check', 'rules', `${folder}/alerts.yml`]),
    await run('the alerts fire when they should', ['test', 'rules', `${folder}/alerts.test.yml`]),
  ];
}
