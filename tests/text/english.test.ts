import { expect, it } from 'vitest';
import { areEnglish } from '../../src/text/english';

it.each([
  ['Oil prices rise as storm nears the coast of Florida, and traders wait for a report.', true],
  ['Der Ölpreis steigt, weil ein Sturm auf die Küste zuzieht, und die Händler warten ab.', false],
  ['Le prix du pétrole monte, car une tempête approche de la côte et on attend.', false],
  ['El precio del petróleo sube porque una tormenta se acerca a la costa y no hay más.', false],
  ['De olieprijs stijgt omdat er een storm is die in de richting van de kust gaat.', false],
  ['油价上涨，因为风暴正在接近海岸。', false],
  ['', false],
])('%j is English: %s', (text, expected) => {
  expect(areEnglish([text])).toBe(expected);
});
