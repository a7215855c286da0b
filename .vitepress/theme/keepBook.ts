/**
 * Keeps the book on the reader's device, so that it is there without a network; and asks whether the page
 * is of the newest edition. Where a browser has no service worker, or may not keep anything, nothing is
 * lost but that.
 */
import type { Router } from 'vitepress';
import { tellOfNewerEdition } from './newerEdition.ts';

const pageEdition = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[name=book-edition]')?.content;

/** Which edition a worker keeps. */
const editionOf = (worker: ServiceWorker): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      resolve(data);
    };
    worker.postMessage('which edition?', [port2]);
  });

/** Who asks their browser to spare data has not asked for a megabyte. */
const sparesData = (): boolean =>
  'connection' in navigator &&
  (navigator.connection as { readonly saveData?: boolean }).saveData === true;

export async function keepBook(base: string, router: Router): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // In a page of someone else's a demo keeps nothing.
  if (!container || sparesData() || window.top !== window.self) return;
  const registration = await container
    .register(`${base}sw.js`, { updateViaCache: 'none' })
    .catch(() => undefined);
  if (!registration) return;

  const compare = async (): Promise<void> => {
    const worker = registration.waiting ?? container.controller;
    if (!worker) return;
    if ((await editionOf(worker)) !== pageEdition()) tellOfNewerEdition(registration, container);
    // The page came from the server and is the newer one already.
    else if (worker === registration.waiting) worker.postMessage('take over');
  };
  const listen = (): void => {
    registration.installing?.addEventListener('statechange', ({ target }) => {
      if ((target as ServiceWorker).state === 'installed') void compare();
    });
  };
  listen();
  registration.addEventListener('updatefound', listen);
  container.addEventListener('controllerchange', () => void compare());
  await compare();

  const ask = (): void => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  };
  addEventListener('online', ask);
  document.addEventListener('visibilitychange', ask);
  // A page that is turned to comes as a script, which may be a saved one.
  const turned = router.onAfterRouteChange;
  router.onAfterRouteChange = async (to) => {
    await turned?.(to);
    ask();
  };
}
