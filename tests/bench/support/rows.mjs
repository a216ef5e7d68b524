// Made-up rows in AG News's form, as many as are asked for: words drawn by Zipf's law, some of them by what stood before, so that
// pairs repeat as they do in a language; a text's class favours some words. The same seed gives the same file.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const TYPES = 1_000_000; // different words that may come
const EXPONENT = 1.1; // of Zipf's law
const FOLLOWS = 0.7; // share of words that are drawn by the one before
const FOLLOWERS = 150; // words that may so follow one
const MEAN_WORDS = 40;
const CLASSES = 4;
const OWN = 0.1; // share of words that are of the text's class
const OWN_TYPES = 2000; // such words a class
const BLOCK_ROWS = 4096;
const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu shan tre bli cor den fal gin hum jas ker len mor'.split(
    ' ',
  );

/** A generator of numbers in [0, 1): mulberry32 of Ettinger (2017), public domain. */
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

/** A rank from 0 by Zipf's law among so many, from a number in [0, 1): the inverse of the continuous distribution. */
function rankOf(unit, types) {
  const power = 1 - EXPONENT;
  const rank = (1 + unit * (types ** power - 1)) ** (1 / power) - 1;
  return Math.min(types - 1, Math.floor(rank));
}

/** A word for a rank: the commoner, the shorter. */
function wordOf(rank) {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

/** The word that follows `before` as its k-th: any of the common ones, always the same. */
function followerOf(before, k) {
  const mixed = Math.imul(before + 1, 0x9e3779b1) ^ Math.imul(k + 1, 0x85ebca6b);
  const unit = (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0) / 4294967296;
  return rankOf(unit, TYPES);
}

/** Makes rows one after the other. */
class Rows {
  constructor(seed) {
    this.next = uniform(seed);
    this.words = new Map(); // of the common ranks, made once
  }

  word(rank) {
    if (rank >= 50_000) return wordOf(rank);
    let known = this.words.get(rank);
    if (known === undefined) this.words.set(rank, (known = wordOf(rank)));
    return known;
  }

  text(label, length) {
    const { next } = this;
    const words = [];
    let rank = -1;
    while (words.length < length) {
      const how = next();
      if (how < OWN) rank = 3000 + label * OWN_TYPES + rankOf(next(), OWN_TYPES);
      else if (rank >= 0 && how < OWN + FOLLOWS) rank = followerOf(rank, rankOf(next(), FOLLOWERS));
      else rank = rankOf(next(), TYPES);
      words.push(this.word(rank));
    }
    return words.join(' ');
  }

  row() {
    const { next } = this;
    const label = Math.floor(next() * CLASSES);
    const length = 8 + Math.floor((MEAN_WORDS - 8) * (next() + next())); // a triangle around the mean
    const title = this.text(label, 6);
    const body = this.text(label, length - 6);
    const comma = body.indexOf(' ', body.length / 2);
    return `"${label + 1}","${title}","${body.slice(0, comma)},${body.slice(comma)}."\n`;
  }
}

/** Writes a file of rows without a header: class, title, text. */
export async function writeRows(path, rows, seed = 1) {
  const maker = new Rows(seed);
  const out = createWriteStream(path);
  for (let done = 0; done < rows; done += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows - done);
    const block = Array.from({ length: count }, () => maker.row()).join('');
    if (!out.write(block)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
