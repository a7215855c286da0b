// The code that puts a demo into another page: loaded when the first "Embed" is pressed.
import { element, openDialog } from './dialog.ts';
import { embedCode } from './embedCode.ts';

/** What an embedded demo has around it: its name, and the line that leads back. */
const around = 140;

export default function embed(button: HTMLElement): void {
  const demo = button.closest<HTMLElement>('.demo');
  const slug = button.dataset['embed'];
  if (!demo || !slug) return;
  // With the query, which has the settings of the demo.
  const path = `${import.meta.env.BASE_URL}embed/${slug}${location.search}`;
  const code = embedCode({
    address: new URL(path, location.href).href,
    title: demo.getAttribute('aria-label') ?? slug,
    height: demo.offsetHeight + around,
  });
  openDialog(
    'Embed this demo',
    'This line of HTML shows the demo, as it is set now, in a page of yours. It asks nothing of your visitors.',
    (dialog) => {
      const field = element('textarea', code);
      field.readOnly = true;
      field.rows = 5;
      field.setAttribute('aria-label', 'The HTML to copy');
      const said = element('p');
      said.setAttribute('role', 'status');
      const copy = dialog.button('Copy', async () => {
        field.select();
        await navigator.clipboard.writeText(code);
        said.textContent = 'Copied.';
      });
      return [field, copy, said];
    },
  );
}
