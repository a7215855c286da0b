// Runs in the head of every page, before the book's scripts: keeps what the reader presses on a part that is not
// alive yet, and lets the control say that it waits. See kit/presses.ts, which carries it out.
(() => {
  const fields = 'input, select, textarea';
  // What the browser does by itself.
  const native = `a, summary, label, [popovertarget], ${fields}`;
  const pressed = 'button, [role="gridcell"], svg';
  // Cells through which the arrows lead.
  const cells = 'button[tabindex], [role="gridcell"]';
  const steps = /^(?:Arrow\w+|Home|End)$/;

  const kept = { presses: [], isAsleep: () => true, onPress: () => undefined, isHeard: false };
  window.bookPresses = kept;
  // Where the book's scripts never come, nothing stays closed for ever.
  setTimeout(() => {
    if (!kept.isHeard) document.documentElement.dataset.lost = '';
  }, 30_000);

  function keep(event, control, press) {
    control.setAttribute('aria-busy', 'true');
    kept.presses.push({ control, ...press });
    kept.onPress(control);
    if (!event.cancelable) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  function again(event) {
    return { target: event.target, event: new event.constructor(event.type, event) };
  }
  function hear(event) {
    const { target, type } = event;
    if (!(target instanceof Element) || !kept.isAsleep(target)) return;
    if (type === 'submit') event.preventDefault();
    else if (type === 'input' || type === 'change') {
      const { value, checked } = target;
      keep(event, target, { value, checked, isSettled: type === 'change' });
    } else if (!target.closest(native)) {
      const control = target.closest(type === 'click' ? pressed : cells);
      if (control && (type === 'click' || steps.test(event.key)))
        keep(event, control, again(event));
    }
  }
  for (const type of ['click', 'keydown', 'input', 'change', 'submit'])
    addEventListener(type, hear, true);
})();
