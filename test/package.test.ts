import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './support/site.ts';

interface Package {
  readonly version: string;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Package;
const lockText = read('package-lock.json');
const lock = JSON.parse(lockText) as {
  packages: Record<string, Partial<Package> & { integrity?: string }>;
};

test('package-lock.json names no host', () => {
  expect(lockText.match(/\w+:\/\/[^"]*/g) ?? [], 'npm run deps:tidy takes them out').toEqual([]);
});

test('package-lock.json has a hash of every package', () => {
  const without = Object.entries(lock.packages).filter(([path, entry]) => path && !entry.integrity);
  expect(without.map(([path]) => path)).toEqual([]);
});

test('package.json asks for exact versions, and package-lock.json has the very same', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const [name, version] of Object.entries(asked)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
  const needed = ['ml-matrix', 'seedrandom'];
  expect(Object.keys(manifest.dependencies).sort()).toEqual(needed);
});

test('the changelog and the citation speak of the version in package.json', () => {
  expect(read('CHANGELOG.md')).toContain(`## ${manifest.version}`);
  expect(read('CITATION.cff')).toMatch(new RegExp(`^version: ${manifest.version}$`, 'm'));
});
