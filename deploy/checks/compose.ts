import type { Finding } from './finding.ts';
import { execute, runTool, type Workplace } from './tool.ts';

/** Named apart from the docker-compose of old. Built inside a module of its own, because the project's go.mod has `exclude` lines. */
const standalone = {
  program: 'docker-compose-v5',
  install: `go mod init throwaway
go get -tool github.com/docker/compose/v5/cmd@v5.6.0
GOBIN="$PWD" go install github.com/docker/compose/v5/cmd
mv cmd "$BIN/docker-compose-v5"`,
};
const plugin = { program: 'docker', install: '' };

/** `docker compose config` needs no engine: it reads, interpolates and checks against the specification. */
export async function checkCompose(place: Workplace): Promise<Finding[]> {
  const hasPlugin = (await execute(place, 'docker', ['compose', 'version'])).ok;
  const compose = async (check: string, environment: NodeJS.ProcessEnv) => {
    const args = ['--env-file', '/dev/null', '-f', 'docker-compose.yml', 'config', '--quiet'];
    const there = { ...place, environment: { ...place.environment, ...environment } };
    return hasPlugin
      ? runTool(there, plugin, check, ['compose', ...args])
      : runTool(there, standalone, check, args);
  };
  const whole = await compose('the compose file is valid', {
    TASKHOOK_ADMIN_KEY: 'any',
    TASKHOOK_SECRET_KEY: 'any',
  });
  const bare = await compose('the compose file refuses to start without keys', {
    TASKHOOK_ADMIN_KEY: '',
    TASKHOOK_SECRET_KEY: '',
  });
  return [whole, refusal(bare)];
}

/** Here the tool has to fail, and about both keys. */
function refusal(finding: Finding): Finding {
  if (finding.outcome === 'skipped') return finding;
  const names = ['TASKHOOK_ADMIN_KEY', 'TASKHOOK_SECRET_KEY'];
  const refused = finding.outcome === 'failed' && names.every((name) => finding.detail.includes(name));
  return refused
    ? { ...finding, outcome: 'passed', detail: `asks for ${names.join(' and ')}` }
    : { ...finding, outcome: 'failed', detail: `did not ask for ${names.join(' and ')}: ${finding.detail}` };
}
