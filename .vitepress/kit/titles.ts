/** Made-up titles and genre names for the items of the synthetic log: no bare ids on a page. */

interface Shelf {
  readonly genre: string;
  /** 12 beginnings and 13 endings, so that every pair reads as a title. */
  readonly heads: readonly string[];
  readonly tails: readonly string[];
}

const words = (list: string): string[] => list.split('|');

const shelves: readonly Shelf[] = [
  {
    genre: 'Crime',
    heads: words(
      'Murder at|The Alibi of|Last Train to|A Witness in|Night Watch at|The Verdict of|Silence in|The Locked Door of|Cold Trail to|Nobody Left|An Heir for|Four Suspects in',
    ),
    tails: words(
      'Blackwater|Foxglove Lane|Gallows Hill|Harrow Court|Limehouse|Marlow Bridge|Pale Street|Quarry End|Ravensby|Saltmarsh|Thorn Abbey|Underhill|Whitechurch',
    ),
  },
  {
    genre: 'Science fiction',
    heads: words(
      'Signal from|Children of|The Long Way to|Orbit of|Letters from|The Gardens of|Twelve Hours on|Beyond|A Map of|The Engineers of|Winter on|Return to',
    ),
    tails: words(
      'Altair|Callisto|Deneb|Enceladus|Ganymede|Hyperion|Kepler Nine|Luna Station|Mars|Proxima|Rigel|Titan|Vega',
    ),
  },
  {
    genre: 'Romance',
    heads: words(
      'A Summer of|Always|Two Tickets for|The Language of|Postcards and|Yours, with|One More|Tea and|The Year of|Dancing with|A House for|Waiting for',
    ),
    tails: words(
      'Apricots|Bluebells|Daisies|First Light|Honey|Jasmine|Lemons|Mistletoe|Orange Blossom|Peonies|Sunday|Wild Roses|You',
    ),
  },
  {
    genre: 'History',
    heads: words(
      'The Fall of|A Short History of|The Merchants of|Daily Life in|The Siege of|Kings and Clerks of|The Roads of|Money in|The Shipwrights of|Letters of|The Lost Library of|The Women of',
    ),
    tails: words(
      'Antioch|Byzantium|Carthage|Delphi|Granada|Knossos|Lübeck|Novgorod|Palmyra|Samarkand|Troy|Uruk|Venice',
    ),
  },
  {
    genre: 'Travel',
    heads: words(
      'Walking to|Slow Boats to|A Bicycle in|Nine Days in|By Rail to|The Hills above|Rain over|Where to Sleep in|Lost in|North of|The Markets of|Coffee in',
    ),
    tails: words(
      'Bergen|Cádiz|Dakar|Galway|Hanoi|Isfahan|Kyoto|Lisbon|Montevideo|Oaxaca|Reykjavik|Trieste|Valparaíso',
    ),
  },
  {
    genre: 'Cooking',
    heads: words(
      'The Book of|Mostly|A Year of|Better|Cooking with|The Art of|Sunday|Plain Good|Grandmother’s|Thirty Ways with|A Little|Notes on',
    ),
    tails: words(
      'Beans|Bread|Broth|Cabbage|Dumplings|Eggs|Fermenting|Noodles|Onions|Pastry|Pickles|Rice|Stew',
    ),
  },
  {
    genre: 'Nature',
    heads: words(
      'The Hidden Life of|A Field Guide to|Listening to|The Year of the|Among the|Notes on the|In Praise of|The Return of the|A Winter with the|Drawing the|The Secret Paths of|Counting',
    ),
    tails: words(
      'Badgers|Beeches|Bumblebees|Cranes|Dragonflies|Eels|Ferns|Hares|Lichens|Moths|Otters|Owls|Swifts',
    ),
  },
  {
    genre: 'Poetry',
    heads: words(
      'Songs for|The Weight of|Elegy for|Nearly|An Alphabet of|Small Hours, Large|Under|In the Key of|The Colour of|Sonnets to|Half a|A Room Full of',
    ),
    tails: words('Ash|Chalk|Distance|Dusk|Echo|Fog|Glass|Ink|Rust|Salt|Silver|Snow|Thunder'),
  },
];

export const genreCount = shelves.length;

const shelfOf = (genre: number): Shelf => shelves[genre % genreCount];

/** The name of a genre; after the eighth the names come again, with a number. */
export function genreName(genre: number): string {
  const round = Math.floor(genre / genreCount) + 1;
  return round > 1 ? `${shelfOf(genre).genre} ${round}` : shelfOf(genre).genre;
}

/** The title of an item: the same for the same id and genre, another for another id. */
export function itemTitle(item: number, genre: number): string {
  const { heads, tails } = shelfOf(genre);
  const pairs = heads.length * tails.length;
  // 61 and 156 have no common factor: neighbours in the catalogue share no word.
  const pair = (item * 61) % pairs;
  const title = `${heads[pair % heads.length]} ${tails[Math.floor(pair / heads.length)]}`;
  const volume = Math.floor(item / pairs) + 1;
  return volume > 1 ? `${title}, volume ${volume}` : title;
}
