import type { Plugin } from 'vite';

const importOfIcons = /import \{([^}]*)\} from '@tabler\/icons-react';/g;

/** Imports each icon from its own module: the package's index names 6,000 of them, which all would be read. */
export function singleIcons(): Plugin {
  return {
    name: 'single-icons',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.tsx') && !id.endsWith('.ts')) return null;
      if (!code.includes("from '@tabler/icons-react'")) return null;
      return { code: code.replaceAll(importOfIcons, (_whole, names: string) => imports(names)), map: null };
    },
  };
}

function imports(names: string): string {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => /^Icon[A-Z0-9]/.test(name))
    .map((name) => `import ${name} from '@tabler/icons-react/dist/esm/icons/${name}.mjs';`)
    .join('');
}
