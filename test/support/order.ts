import { createHash } from 'node:crypto';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';
import { long } from './files.ts';

/**
 * The longest first, also where nothing is known of an earlier run: none of them is left to run alone at the end. With
 * `--sequence.seed 5` the files of a project come in an order drawn by that seed: no verdict may hang on it.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // Unset unless somebody gives it, whatever the type says.
    const seed = this.ctx.config.sequence.seed as number | undefined;
    const place = ({ moduleId, project }: TestSpecification): string => {
      if (seed !== undefined)
        return project.name + createHash('sha256').update(`${seed} ${moduleId}`).digest('hex');
      return long.some((path) => moduleId.endsWith(`/${path}`)) ? '' : 'later';
    };
    return sorted.sort((a, b) => (place(a) < place(b) ? -1 : Number(place(a) > place(b))));
  }
}
