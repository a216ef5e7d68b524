import { describe, expect, it } from 'vitest';
import { fail, faultOf, kindOf } from '../../src/core/errors';

describe('errors', () => {
  it('keep kind and fault when only name and message survive a thread border', () => {
    const thrown = fail('bad-file', 'csv.columns', {
      file: 'a.csv',
      line: 3,
      expected: 3,
      found: 1,
    });
    const arrived = Object.assign(new Error(thrown.message), { name: thrown.name });
    expect(kindOf(arrived)).toBe('bad-file');
    expect(faultOf(arrived)).toEqual({
      key: 'csv.columns',
      values: { file: 'a.csv', line: 3, expected: 3, found: 1 },
    });
  });

  it('call anything unknown a bug and keep its words', () => {
    expect(kindOf(new TypeError('x is not a function'))).toBe('bug');
    expect(faultOf('odd')).toEqual({ key: 'bug', values: { message: 'odd' } });
  });
});
