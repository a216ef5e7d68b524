import { describe, expect, it } from 'vitest';
import { classFill } from '../../../src/ui/charts/class-colour';

describe('the fill of a class', () => {
  it('is different for each of twenty classes and more', () => {
    const fills = Array.from({ length: 40 }, (_, i) => classFill(i));
    expect(new Set(fills).size).toBe(40);
  });
});
