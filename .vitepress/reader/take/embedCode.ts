const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

export interface Frame {
  readonly address: string;
  readonly title: string;
  /** In pixels. */
  readonly height: number;
}

/** The line of HTML that puts a demo into a page. */
export const embedCode = ({ address, title, height }: Frame): string =>
  `<iframe src="${escape(address)}" title="${escape(title)}" width="100%" height="${Math.ceil(height)}" loading="lazy" style="border: 0"></iframe>`;
