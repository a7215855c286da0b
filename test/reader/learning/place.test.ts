import { expect, test } from 'vitest';
import { readPlace } from '../../../.vitepress/reader/learning/place.ts';

test('the place of a reader comes back as it was kept', () => {
  const head = { link: '/data' };
  const within = { link: '/models/bpr', section: { id: 'the-idea', title: 'The idea' } };
  for (const place of [head, within]) expect(readPlace(JSON.stringify(place))).toEqual(place);
});

test.for([null, '', '{', 'null', '[]', '{"link":3}', '{"section":{"id":"a","title":"b"}}'])(
  'what is no place is none: %s',
  (text) => {
    expect(readPlace(text)).toBeUndefined();
  },
);

test('a section that is none leaves the chapter', () => {
  for (const section of ['3', 'null', '{"id":"a"}', '{"id":1,"title":"b"}'])
    expect(readPlace(`{"link":"/data","section":${section}}`)).toEqual({ link: '/data' });
});
