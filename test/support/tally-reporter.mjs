// A Vitest reporter that writes down what `npm test` sums up. Vitest's own JSON leaves out why a
// test was skipped.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {{ passed: number, failed: string[], skipped: { name: string, reason: string }[] }} Tally
 */

export default class TallyReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules @param {readonly unknown[]} errors */
  onTestRunEnd(modules, errors) {
    /** @type {Tally} */
    const tally = { passed: 0, failed: [], skipped: [] };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const name = `${module.relativeModuleId} > ${test.fullName}`;
        const result = test.result();
        if (result.state === 'passed') tally.passed++;
        else if (result.state === 'skipped') {
          tally.skipped.push({ name, reason: result.note ?? 'no reason given' });
        } else tally.failed.push(name); // also one that never ran to its end
      }
      // A file that can't be loaded, or a hook that fails, fails without a test of its own.
      for (const suite of [module, ...module.children.allSuites()]) {
        for (const error of suite.errors()) {
          tally.failed.push(`${module.relativeModuleId}: ${error.message}`);
        }
      }
    }
    for (const error of errors) tally.failed.push(`outside of any test: ${String(error)}`);
    const file = process.env['TALLY_FILE'];
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(tally));
  }
}
