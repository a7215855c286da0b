/**
 * Keeps the book on the reader's device, where they ask for it, so that it is there without a network; and asks
 * whether the page is of the newest edition. Where a browser has no service worker, or may not keep anything,
 * nothing is lost but that.
 */
import type { Router } from 'vitepress';
import { whenTurned } from '../kit/whenTurned.ts';
import { tellOfNewerEdition } from './newerEdition.ts';
import { offerToKeep } from './offerToKeep.ts';

const meta = (): HTMLMetaElement | null =>
  document.querySelector<HTMLMetaElement>('meta[name=book-edition]');

/** Which edition a worker keeps. */
const editionOf = (worker: ServiceWorker): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      resolve(data);
    };
    worker.postMessage('which edition?', [port2]);
  });

/** From now on, whether the page or what is kept is the newer. */
function watchEditions(
  registration: ServiceWorkerRegistration,
  container: ServiceWorkerContainer,
  router: Router,
): void {
  const compare = async (): Promise<void> => {
    const worker = registration.waiting ?? container.controller;
    if (!worker) return;
    if ((await editionOf(worker)) !== meta()?.content) tellOfNewerEdition(registration, container);
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
  void compare();

  const ask = (): void => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  };
  ask();
  addEventListener('online', ask);
  document.addEventListener('visibilitychange', ask);
  // A page that is turned to comes as a script, which may be a saved one.
  whenTurned(router, ask);
}

/** Resolves when the worker has saved the book; throws where it could not. */
async function saved(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing;
  if (!worker) return;
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed') resolve();
      if (worker.state === 'redundant') reject(new Error('not all of it could be had'));
    });
  });
}

async function forget(registration: ServiceWorkerRegistration): Promise<void> {
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith(`book ${registration.scope} `));
  await Promise.all([registration.unregister(), ...own.map((name) => caches.delete(name))]);
}

export async function keepBook(base: string, router: Router): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // In a page of someone else's a demo keeps nothing.
  if (!container || window.top !== window.self) return;
  let registration = await container.getRegistration(base);
  if (registration) watchEditions(registration, container, router);

  const offer = (): void => {
    offerToKeep({
      bytes: Number(meta()?.dataset['bytes']),
      isKept: registration !== undefined,
      async keep() {
        const made = await container.register(`${base}sw.js`, { updateViaCache: 'none' });
        try {
          await saved(made);
        } catch (error) {
          await made.unregister();
          throw error;
        }
        registration = made;
        watchEditions(made, container, router);
      },
      async forget() {
        if (registration) await forget(registration);
        registration = undefined;
      },
    });
  };
  offer();
  // The cover has no such place, and a chapter that one comes to from there has a new one.
  whenTurned(router, offer);
}
