import { useData, useRoute } from 'vitepress';
import { onBeforeUnmount, onMounted, readonly, ref, watch } from 'vue';

/** Headings above this part of the window have been read. */
const readingLine = 0.3;

const inView = ref('');

/** The id of the section that is being read; none at the head of the page. */
export const sectionInView = readonly(inView);

/** Follows the reader through the sections of the page. */
export function useSectionInView(): void {
  const { page } = useData();
  const route = useRoute();
  let observer: IntersectionObserver | undefined;

  function findSection(headings: readonly HTMLElement[]): void {
    // A pixel more: a heading on the very line is told once, and browsers round the line.
    const line = innerHeight * readingLine + 1;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line);
    inView.value = passed.at(-1)?.id ?? '';
  }

  function watchHeadings(): void {
    observer?.disconnect();
    inView.value = '';
    const headings = page.value.headers
      .flatMap(({ slug, children }) => [slug, ...children.map((child) => child.slug)])
      .flatMap((slug) => document.getElementById(slug) ?? []);
    // What is watched reaches far above the window, so a heading that jumps over the line, from below the window to above
    // it or back, crosses its border as well.
    const margin = `1000000px 0px -${100 * (1 - readingLine)}% 0px`;
    observer = new IntersectionObserver(() => findSection(headings), { rootMargin: margin });
    for (const heading of headings) observer.observe(heading);
  }

  onMounted(watchHeadings);
  watch(() => route.path, watchHeadings, { flush: 'post' });
  onBeforeUnmount(() => observer?.disconnect());
}
