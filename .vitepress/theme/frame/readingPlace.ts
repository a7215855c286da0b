import { useData } from 'vitepress';
import { onMounted, watch, type Ref } from 'vue';
import { keepPlace } from '../../reader/learning/place.ts';
import { useContents } from './contents.ts';

/**
 * Keeps on the device which chapter and section the reader is at. What is only looked up, as in the glossary, leaves the
 * place as it was.
 * @param section the id of the section in view
 */
export function useReadingPlace(section: Readonly<Ref<string>>): void {
  const { page } = useData();
  const { here } = useContents();

  function keep(): void {
    if (!here.value?.number) return;
    const { link } = here.value;
    const sections = page.value.headers.flatMap((header) => [header, ...header.children]);
    const at = sections.find(({ slug }) => slug === section.value);
    keepPlace(at ? { link, section: { id: at.slug, title: at.title } } : { link });
  }
  onMounted(() => {
    watch([here, section], keep, { immediate: true, flush: 'post' });
  });
}
