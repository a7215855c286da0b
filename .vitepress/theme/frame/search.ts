import { reactive } from 'vue';

/** Whether the search is open, and what was last asked for. It lasts for the visit. */
export const search = reactive({ isOpen: false, words: '' });

/** @param words what to search for; without it, the search begins with what was last asked for */
export function openSearch(words?: string): void {
  if (words !== undefined) search.words = words;
  search.isOpen = true;
}
