import type { MarkdownRenderer } from 'vitepress';

/** Renderings by page, each of one text. */
export class RenderedPages {
  private readonly pages = new Map<
    string,
    { readonly src: string; readonly html: Promise<string> }
  >();

  /** Keeps what is rendered: VitePress has one renderer for the pages and one for the search. */
  follow(md: MarkdownRenderer): void {
    const render = md.renderAsync.bind(md);
    md.renderAsync = (src, env) => {
      const html = render(src, env);
      const page = (env as { readonly relativePath?: string } | undefined)?.relativePath;
      if (page !== undefined) this.pages.set(page, { src, html });
      return html;
    };
  }

  /** The page as it was rendered already, or is being rendered; undefined where this text was not. */
  of(page: string, src: string): Promise<string> | undefined {
    const known = this.pages.get(page);
    return known?.src === src ? known.html : undefined;
  }
}
