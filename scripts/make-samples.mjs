// Makes public/samples/* from the hand-written items in scripts/samples: divides them into train and test and plants AG News's
// kinds of blemish, each noted in answers.json. Seeded: the same input gives the same files. Run: node scripts/make-samples.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const ROOT = new URL('..', import.meta.url);

/** mulberry32, enough for planting; returns a function giving numbers in [0, 1). */
function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SAMPLES = {
  english: {
    sources: ['en-1.tsv', 'en-2.tsv'],
    classes: ['World', 'Sports', 'Business', 'Sci/Tech'],
    seed: 7,
    testShare: 0.25,
    // How often a class's items carry an agency's name, and whose: skewed, as in AG News.
    agencies: [
      ['Tallis News', 0.28],
      ['Meridian Press', 0.24],
      ['Northwire', 0.3],
      ['Northwire', 0.08],
    ],
    tag: (agency, { title, body }, pick) =>
      pick < 0.5
        ? { title: `${title} (${agency})`, body: `${agency} - ${body}` }
        : { title: `${title} (${agency})`, body },
    glue: ' ',
    broken: [
      ["'", ' #39;'],
      ['"', ' quot;'],
      ['$', ' #36;'],
      ['&', ' amp;'],
    ],
  },
  chinese: {
    sources: ['zh-1.tsv', 'zh-2.tsv'],
    classes: ['国际', '财经', '科技', '体育', '娱乐', '教育', '健康', '房产', '汽车', '旅游'],
    seed: 11,
    testShare: 0.25,
    agencies: ['远望社', '江畔社', '江畔社', '', '', '', '', '', '', '远望社'].map((name, k) => [
      name,
      k === 0 ? 0.4 : 0.15,
    ]),
    tag: (agency, { title, body }) => ({ title: `${title}（${agency}）`, body }),
    glue: '，',
    broken: [
      ['“', ' quot;'],
      ['”', ' quot;'],
      ['·', ' #183;'],
    ],
  },
};

function readItems({ sources, classes }) {
  return sources.flatMap((name) => {
    const lines = readFileSync(new URL(`scripts/samples/${name}`, ROOT), 'utf8')
      .trim()
      .split('\n');
    return lines.map((line, i) => {
      const [label, title, body] = line.split('\t');
      const k = classes.indexOf(label);
      if (k < 0 || !body) throw new Error(`${name}, line ${i + 1}: expected class, title and body`);
      return { label: k, title, body, notes: [] };
    });
  });
}

function shuffle(items, random) {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}

/** Damages one item the way AG News's items are damaged; what was done is noted. */
function blemish(item, sample, random) {
  const [agency, share] = sample.agencies[item.label];
  if (agency && random() < share) {
    Object.assign(item, sample.tag(agency, item, random()));
    item.notes.push({ kind: 'agency', agency });
  }
  const damage = sample.broken.filter(([good]) => (item.title + item.body).includes(good));
  if (damage.length > 0 && random() < 0.6) {
    for (const [good, bad] of damage) {
      item.title = item.title.replaceAll(good, bad);
      item.body = item.body.replaceAll(good, bad);
    }
    item.notes.push({ kind: 'entity' });
  }
  const words = item.body.split(sample.glue);
  if (words.length > 2 && random() < 0.1) {
    const at = 1 + Math.floor(random() * (words.length - 1));
    item.body = `${words.slice(0, at).join(sample.glue)}\\${words.slice(at).join(sample.glue)}`;
    item.notes.push({ kind: 'backslash' });
  } else if (random() < 0.04) {
    const at = Math.floor(random() * words.length);
    words[at] = `&lt;b&gt;${words[at]}&lt;/b&gt;`;
    item.body = words.join(sample.glue);
    item.notes.push({ kind: 'tag' });
  } else if (random() < 0.015) {
    item.body += ` http://news.example/item/${Math.floor(random() * 90000 + 10000)}`;
    item.notes.push({ kind: 'link' });
  }
  if (random() < 0.05) {
    item.body = `${item.title} ${item.body}`;
    item.title = '';
    item.notes.push({ kind: 'title' });
  }
}

function plantWrongLabels(items, share, classes, random) {
  for (const item of items) {
    if (random() >= share) continue;
    const right = item.label;
    item.label = (right + 1 + Math.floor(random() * (classes - 1))) % classes;
    item.notes.push({ kind: 'label', right: right + 1 });
  }
}

/** Copies: exact ones within train, test items leaked into train, and shortened near-copies. */
function plantCopies(train, test, random) {
  const pick = (items) => items[Math.floor(random() * items.length)];
  const copy = (item, note) => ({ ...item, notes: [...item.notes, note] });
  const copies = [];
  for (let i = 0; i < 12; i++) copies.push(copy(pick(train), { kind: 'duplicate' }));
  for (let i = 0; i < 8; i++) copies.push(copy(pick(test), { kind: 'leak' }));
  for (let i = 0; i < 10; i++) {
    const near = copy(pick(train), { kind: 'near-duplicate' });
    near.body = near.body.slice(0, Math.floor(near.body.length * 0.85)).trimEnd();
    copies.push(near);
  }
  return shuffle([...train, ...copies], random);
}

const quote = (text) => `"${text.replaceAll('"', '""')}"`;
const csv = (items) =>
  items
    .map((item) => [String(item.label + 1), item.title, item.body].map(quote).join(',') + '\n')
    .join('');
const key = (items) => items.flatMap((item, row) => item.notes.map((note) => ({ row, ...note })));

function make(name, sample) {
  const random = makeRandom(sample.seed);
  const items = shuffle(readItems(sample), random);
  // Blemishes first, so that a copy is an exact copy; labels last, so that a copy may disagree.
  for (const item of items) blemish(item, sample, random);
  const byClass = sample.classes.map((_, k) => items.filter((item) => item.label === k));
  const test = byClass.flatMap((own) => own.slice(0, Math.round(own.length * sample.testShare)));
  const rest = byClass.flatMap((own) => own.slice(Math.round(own.length * sample.testShare)));
  const train = plantCopies(rest, test, random);
  plantWrongLabels(train, 0.03, sample.classes.length, random);
  plantWrongLabels(test, 0.02, sample.classes.length, random);
  shuffle(test, random);
  const folder = new URL(`public/samples/${name}/`, ROOT);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('train.csv', folder), csv(train));
  writeFileSync(new URL('test.csv', folder), csv(test));
  writeFileSync(new URL('classes.txt', folder), sample.classes.join('\n') + '\n');
  const answers = { train: key(train), test: key(test) };
  writeFileSync(new URL('answers.json', folder), JSON.stringify(answers, null, 1) + '\n');
  console.log(`${name}: ${train.length} train, ${test.length} test rows`);
}

for (const [name, sample] of Object.entries(SAMPLES)) make(name, sample);
