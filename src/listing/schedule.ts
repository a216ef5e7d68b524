// The course of the learning rate, step by step: a function for PyTorch, a schedule for Keras.
import type { TrainSettings } from '../core/settings';
import { lines, pyNumber } from './python';

type Course = Pick<TrainSettings, 'learningRate' | 'schedule' | 'warmup'>;

/** Whether the learning rate changes at all. */
export function changesRate({ schedule, warmup }: Course): boolean {
  return schedule !== 'constant' || warmup > 0;
}

/** Code of `rate(step, steps)` in plain Python; '' where the rate stays. */
export function rateFunction(course: Course): string {
  if (!changesRate(course)) return '';
  const { schedule, warmup, learningRate } = course;
  const peak = pyNumber(learningRate);
  if (schedule === 'one-cycle') return oneCycle(peak, warmup);
  return lines(
    'def rate(step, steps):',
    ...(warmup > 0
      ? [
          `    rising = round(${pyNumber(warmup)} * steps)`,
          '    if step < rising:',
          `        return ${peak} * (step + 1) / (rising + 1)`,
          schedule !== 'constant' && '    done = (step - rising) / (steps - rising)',
        ]
      : ['    done = step / steps']),
    `    return ${fallOf(schedule, peak)}`,
  );
}

function fallOf(schedule: Exclude<Course['schedule'], 'one-cycle'>, peak: string): string {
  switch (schedule) {
    case 'linear':
      return `${peak} * (1 - done)`;
    case 'constant':
      return peak;
    case 'step':
      return `${peak} * (1 if done < 0.5 else 0.1 if done < 0.75 else 0.01)`;
    case 'cosine':
      return `${peak} * 0.5 * (1 + math.cos(math.pi * done))`;
    default:
      return schedule satisfies never;
  }
}

function oneCycle(peak: string, warmup: number): string {
  const top = pyNumber(topOf(warmup));
  return lines(
    'def rate(step, steps):',
    '    done = step / steps',
    `    if done < ${top}:`,
    `        return ${peak} * (0.1 + 0.9 * done / ${top})`,
    '    if done < 0.9:',
    `        return ${peak} * (1 - 0.9 * (done - ${top}) / (0.9 - ${top}))`,
    `    return ${peak} * (0.1 - 0.99 * (done - 0.9))`,
  );
}

/** Where the one cycle is at its greatest: half-way to the last tenth unless a warm-up says otherwise. */
function topOf(warmup: number): number {
  return warmup > 0 ? warmup : 0.45;
}

/** A learning rate for a Keras optimizer, over as many steps as the expression `steps` says. */
export function kerasRate(course: Course, steps: string): string {
  const { learningRate, schedule, warmup } = course;
  const peak = pyNumber(learningRate);
  const ready = 'keras.optimizers.schedules';
  if (!changesRate(course)) return peak;
  if (warmup > 0 || schedule === 'one-cycle') return `Rate(${steps})`;
  if (schedule === 'linear') return `${ready}.PolynomialDecay(${peak}, ${steps}, 0.0)`;
  if (schedule === 'cosine') return `${ready}.CosineDecay(${peak}, ${steps})`;
  const [tenth, hundredth] = [learningRate / 10, learningRate / 100].map(pyNumber);
  const bounds = `[${steps} // 2, 3 * ${steps} // 4]`;
  return `${ready}.PiecewiseConstantDecay(${bounds}, [${peak}, ${tenth}, ${hundredth}])`;
}

/** Code of the class `Rate` that some courses need in Keras; '' where Keras has one of its own. */
export function kerasRateClass(course: Course): string {
  const { schedule, warmup, learningRate } = course;
  if (warmup === 0 && schedule !== 'one-cycle') return '';
  const head = 'class Rate(keras.optimizers.schedules.LearningRateSchedule):';
  const peak = pyNumber(learningRate);
  const begin = ['    def __init__(self, steps):', '        self.steps = steps', ''];
  const call = '    def __call__(self, step):';
  if (schedule === 'one-cycle') {
    const top = pyNumber(topOf(warmup));
    return lines(
      ...[head, ...begin, call],
      "        done = keras.ops.cast(step, 'float32') / self.steps",
      `        up = 0.1 + 0.9 * done / ${top}`,
      `        down = 1 - 0.9 * (done - ${top}) / (0.9 - ${top})`,
      '        last = 0.1 - 0.99 * (done - 0.9)',
      `        course = keras.ops.where(done < ${top}, up, keras.ops.where(done < 0.9, down, last))`,
      `        return ${peak} * course`,
    );
  }
  return lines(
    ...[head, ...begin, call],
    `        rising = round(${pyNumber(warmup)} * self.steps)`,
    "        step = keras.ops.cast(step, 'float32')",
    schedule !== 'constant' && '        done = (step - rising) / (self.steps - rising)',
    `        course = ${kerasFall(schedule)}`,
    `        return ${peak} * keras.ops.where(step < rising, (step + 1) / (rising + 1), course)`,
  );
}

function kerasFall(schedule: Exclude<Course['schedule'], 'one-cycle'>): string {
  switch (schedule) {
    case 'linear':
      return '1 - done';
    case 'constant':
      return '1.0';
    case 'step':
      return 'keras.ops.where(done < 0.5, 1.0, keras.ops.where(done < 0.75, 0.1, 0.01))';
    case 'cosine':
      return '0.5 * (1 + keras.ops.cos(math.pi * done))';
    default:
      return schedule satisfies never;
  }
}
