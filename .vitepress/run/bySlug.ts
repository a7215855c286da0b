/** What a glob over the folders of the chapters has found, by slug. */
export function bySlug<Found>(
  files: Readonly<Record<string, Found>>,
): Readonly<Record<string, Found>> {
  const slugged = Object.entries(files).map(([file, found]) => [file.split('/').at(-2), found]);
  return Object.fromEntries(slugged) as Record<string, Found>;
}
