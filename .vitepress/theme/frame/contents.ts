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
  /** The entry so many places on from a site path: that of the address, while its page is still on its way. */
  readonly from: (link: string, step: number) => ContentsEntry | undefined;
}

/** The contents of the book, and where in them the reader is. */
export function useContents(): Contents {
  const { theme, page } = useData<BookConfig>();
  const parts = computed(() => theme.value.contents);
  const entries = computed(() => parts.value.flatMap((part) => part.entries));
  const from = (link: string, step: number): ContentsEntry | undefined => {
    const place = entries.value.findIndex((entry) => entry.link === link);
    return place < 0 ? undefined : entries.value[place + step];
  };
  const at = (step: number) => computed(() => from(linkOf(page.value.relativePath), step));
  return { parts, here: at(0), previous: at(-1), next: at(1), from };
}
