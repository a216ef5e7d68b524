// Rows for one fixture of each format: two kinds of notices, told apart by their words, all of them our own.

const WEATHER = ['rain', 'fog', 'frost', 'a gale', 'hail', 'sleet'];
const PLACES = ['the harbour', 'the valley', 'the old town', 'the northern coast', 'the airfield'];
const PLAYS = ['scored twice', 'kept goal', 'missed a penalty', 'won the relay', 'lost the final'];
const PLAYERS = ['The captain', 'A debutant', 'The veteran', 'Their keeper', 'The substitute'];

/** @type {{ label: 'weather' | 'sport', text: string }[]} */
export const ROWS = Array.from({ length: 160 }, (_, i) => {
  const pick = (list, step) => list[Math.floor(i / step) % list.length];
  return i % 2 === 0
    ? {
        label: 'weather',
        text: `Expect ${pick(WEATHER, 2)} over ${pick(PLACES, 12)} today, says forecast ${i}`,
      }
    : {
        label: 'sport',
        text: `${pick(PLAYERS, 2)} ${pick(PLAYS, 10)} before the crowd of match ${i}`,
      };
});
