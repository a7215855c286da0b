// Every job is found by the name of its file, and says the same name itself.
import { expect, test } from 'vitest';
import { jobName } from '../../.vitepress/run/job.ts';
import type { AnyJob } from '../../.vitepress/run/job.ts';

const jobs = Object.entries(
  import.meta.glob<AnyJob>(
    ['../../.vitepress/run/jobs/*.ts', '../../.vitepress/chapters/[a-z]*/*.job.ts'],
    { import: 'job', eager: true },
  ),
);

test('a job is found by the name of its file', () => {
  expect(jobName('./jobs/model.ts')).toBe('model');
  expect(jobName('../chapters/item-item-cf/two-words.job.ts')).toBe('two-words');
});

test.for(jobs)('the job of %s has the name of its file', ([file, job]) => {
  expect(job.name).toBe(jobName(file));
});

test('no two jobs have one name', () => {
  const names = jobs.map(([file]) => jobName(file));
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names).size).toBe(names.length);
});
