// Sets up uPlot the way this page draws lines: hair rules, no legend, colours that follow the theme. Loaded when a chart is first shown.
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

/** A line of a chart. */
export interface Line {
  name: string; // stands beside its end, with its last value; '' = no words
  colour: string; // a custom property of app.css: '--ink'
  width: number; // px
  hasDots: boolean; // each value is marked
  dash?: readonly number[]; // px drawn and left out; with it, the words have a sample of the line before them
  values: readonly (number | null)[]; // one for each x; may grow in place
}

/** What a chart shows besides its lines. */
export interface PlotOptions {
  width: number; // px
  height: number; // px
  xMost: number;
  hasFractions: boolean; // x may be written at parts of one
  rightPad: number; // px kept free for the words beside the lines
  formatX: (x: number) => string;
  formatY: (y: number) => string;
  rangeOf: (least: number, most: number) => [number, number];
  onDraw: (plot: uPlot) => void;
}

const ROUND = [-4, -3, -2, -1, 0, 1].flatMap((power) =>
  [1, 2, 5].map((lead) => Number(`${lead}e${power}`)),
);
const WHOLE = Array.from({ length: 10 }, (_, power) => power).flatMap((power) =>
  [1, 2, 5].map((lead) => lead * 10 ** power),
);
const FRACTIONS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

/** Gives the present value of a colour: canvas knows no custom properties. Each is asked for once a theme. */
function coloursOf(host: HTMLElement): (name: string) => string {
  const isDark = matchMedia('(prefers-color-scheme: dark)');
  const isPrint = matchMedia('print');
  const known = new Map<string, string>();
  return (name) => {
    const key = `${name} ${isDark.matches} ${isPrint.matches}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const probe = document.createElement('i');
    probe.style.cssText = `color: var(${name}); display: none`;
    host.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    known.set(key, colour);
    return colour;
  };
}

/** Makes a plot inside `host`; the caller destroys it. */
export function makePlot(
  host: HTMLElement,
  x: readonly number[],
  lines: readonly Line[],
  options: PlotOptions,
): uPlot {
  const font = `12.5px ${getComputedStyle(host).fontFamily}`;
  const colourOf = coloursOf(host);
  const muted = () => colourOf('--muted');
  const grid = { stroke: () => colourOf('--hair'), width: 1 };
  const axis = { stroke: muted, font, ticks: { show: false } };
  return new uPlot(
    {
      width: options.width,
      height: options.height,
      padding: [8, options.rightPad, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: () => [0, options.xMost] },
        y: { range: (_, least, most) => options.rangeOf(least ?? 0, most ?? 1) },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: 26,
          incrs: options.hasFractions ? [...FRACTIONS, ...WHOLE] : WHOLE,
          space: 64,
          values: (_, splits) => splits.map(options.formatX),
        },
        {
          ...axis,
          grid,
          size: 46,
          incrs: ROUND,
          space: 36,
          values: (_, splits) => splits.map(options.formatY),
        },
      ],
      series: [
        {},
        ...lines.map((line) => ({
          stroke: () => colourOf(line.colour),
          width: line.width,
          dash: line.dash && [...line.dash],
          spanGaps: true,
          points: {
            show: line.hasDots,
            size: 6,
            fill: () => colourOf(line.colour),
          },
        })),
      ],
      hooks: { draw: [options.onDraw] },
    },
    columnsOf(x, lines),
    host,
  );
}

/** The arrays as uPlot takes them, by reference. */
export function columnsOf(x: readonly number[], lines: readonly Line[]): uPlot.AlignedData {
  return [x, ...lines.map((line) => line.values)] as unknown as uPlot.AlignedData;
}
