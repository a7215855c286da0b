import { onMounted, readonly, ref } from 'vue';
import type { Ref } from 'vue';
import { keepText, keptText } from '../../kit/device.ts';

/** Under this name the device keeps `dark`, `light` or `auto`; inline/theme.js reads it too. */
const key = 'vitepress-theme-appearance';

const isDark = ref(false);
let isWatched = false;

const system = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

function show(dark: boolean): void {
  isDark.value = dark;
  document.documentElement.classList.toggle('dark', dark);
}

/** What was chosen, or else what the system has. */
function follow(): void {
  const theme = keptText(key);
  show(theme === 'dark' || (theme !== 'light' && system().matches));
}

function watchOthers(): void {
  if (isWatched) return;
  isWatched = true;
  system().addEventListener('change', follow);
  // Another window of the same book.
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) follow();
  });
}

/** The theme of the page, and a switch. What equals the system's is kept as `auto`, and follows it from then on. */
export function useTheme(): { readonly isDark: Readonly<Ref<boolean>>; toggle: () => void } {
  onMounted(() => {
    isDark.value = document.documentElement.classList.contains('dark');
    watchOthers();
  });
  return {
    isDark: readonly(isDark),
    toggle() {
      const dark = !isDark.value;
      show(dark);
      keepText(key, dark === system().matches ? 'auto' : dark ? 'dark' : 'light');
    },
  };
}
