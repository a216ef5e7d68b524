import { describe, expect, it } from 'vitest';
import { Room } from '../../src/core/room';

describe('room that is used again', () => {
  it('is the same for what fits, and larger for what does not', () => {
    const room = new Room();
    const first = room.take(1000);
    expect(room.take(10)).toBe(first);
    const larger = room.take(5000);
    expect(larger.byteLength).toBeGreaterThanOrEqual(5000);
    expect(room.take(1000)).toBe(larger);
  });

  it('fits arrays of any kind, however few bytes are asked for', () => {
    for (const bytes of [0, 1, 7, 65, 4097])
      expect(new Float64Array(new Room().take(bytes)).length).toBeGreaterThan(0);
  });

  it('is not held where it was needed for once', () => {
    const room = new Room();
    const usual = room.take(1000);
    expect(room.take(64 * 1024 * 1024)).not.toBe(usual);
    expect(room.take(1000)).toBe(usual);
  });
});
