import { useData } from 'vitepress';
import { computed } from 'vue';
import type { ComputedRef } from 'vue';
import type { BookConfig, ContentsEntry, ContentsPart } from '../../chapters.ts';

/** `models/bpr.md` -> `/models/bpr` */
const linkOf = (file: string): string => `/${file.replace(/(^|\/)index\.md$|\.md$/, '$1')}`;

export interface Contents {
  readonly parts: ComputedRef<readonly ContentsPart[]>;
  /** The entry of the page that is open; none on the cover. */
  readonly here: ComputedRef<ContentsEntry | undefined>;
  readonly previous: ComputedRef<ContentsEntry | undefined>;
  readonly next: ComputedRef<ContentsEntry | undefined>;
}

/** The contents of the book, and where in them the reader is. */
export function useContents(): Contents {
  const { theme, page } = useData<BookConfig>();
  const parts = computed(() => theme.value.contents);
  const entries = computed(() => parts.value.flatMap((part) => part.entries));
  const place = computed(() => {
    const link = linkOf(page.value.relativePath);
    return entries.value.findIndex((entry) => entry.link === link);
  });
  const at = (step: number): ContentsEntry | undefined =>
    place.value < 0 ? undefined : entries.value[place.value + step];
  return {
    parts,
    here: computed(() => at(0)),
    previous: computed(() => at(-1)),
    next: computed(() => at(1)),
  };
}
