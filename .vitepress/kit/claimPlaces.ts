// Where a claim is found: its sentence on the page of the chapter, and its evidence on the page of all claims.

/** @param id within its chapter: `haste` */
export const sentenceAt = (id: string): string => `claim-${id}`;
/** @param name in the book: `trending/haste` */
export const evidenceAt = (name: string): string => name.replace('/', '-');
