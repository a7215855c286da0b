/**
 * How long the new worker may take to take over, in milliseconds. A browser lets the old one first finish what it
 * has begun, for minutes if need be; the reader need not wait for that, as pages come from the server with either.
 */
const patience = 2000;

/** Says, once, that the page is of an older edition than the one that the server has. */
export function tellOfNewerEdition(
  registration: ServiceWorkerRegistration,
  container: ServiceWorkerContainer,
): void {
  // Whoever has the button in focus keeps it.
  if (document.querySelector('.edition-notice.is-newer')) return;
  for (const old of document.querySelectorAll('.edition-notice')) old.remove();
  const notice = document.createElement('p');
  notice.className = 'edition-notice is-newer';
  notice.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Reload';
  button.addEventListener('click', () => {
    const { waiting } = registration;
    const reload = (): void => {
      location.reload();
    };
    if (!waiting) return reload();
    container.addEventListener('controllerchange', reload, { once: true });
    setTimeout(reload, patience);
    waiting.postMessage('take over');
  });
  notice.append('A newer edition of this book is there. ', button);
  document.body.append(notice);
}
