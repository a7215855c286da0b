// The one script of the isolated frame. Its frame is sandboxed, so its origin is none of the book's: where
// it is not, somebody else has framed the page, and it does nothing. It hands the page's job to a worker
// and the worker's words to the page, as texts of a bounded length and number.
(() => {
  const most = { messages: 2000, length: 400000 };
  const page = window.parent;
  if (self.origin !== 'null' || page === window) return;
  const tell = (message) => page.postMessage(message, '*');
  const blob = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  let count = 0;

  function start({ program, book, yours, task }) {
    const worker = new Worker(blob(program));
    const urls = { book: blob(book), yours: blob(yours) };
    const end = (why) => {
      worker.terminate();
      worker.onmessage = worker.onerror = null;
      tell(why);
    };
    worker.onmessage = (event) => {
      if (++count > most.messages) return end({ kind: 'flood' });
      const text = event.data;
      if (typeof text !== 'string' || text.length > most.length) return end({ kind: 'flood' });
      tell({ kind: 'said', text });
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const isYours = event.filename === urls.yours;
      const { message = '', lineno = 0, colno = 0 } = event;
      end({
        kind: 'broken',
        message: String(message).slice(0, 600),
        line: isYours ? lineno : 0,
        column: colno,
      });
    };
    worker.postMessage({ ...urls, task });
  }

  let started = false;
  addEventListener('message', (event) => {
    if (event.source !== page || started) return;
    started = true;
    start(event.data);
  });
  tell({ kind: 'ready' });
})();
