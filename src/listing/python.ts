// How values and blocks of code are written in Python.

/** A string literal. What stands in it comes from files, so everything that could end it is escaped. */
export function pyString(value: string): string {
  const isPlain = !/['"\\\p{C}\u2028\u2029]/u.test(value);
  return isPlain ? `'${value}'` : JSON.stringify(value).replaceAll('\u007f', '\\u007f');
}

/** A list of string literals. */
export function pyStrings(values: readonly string[]): string {
  return `[${values.map(pyString).join(', ')}]`;
}

/** A number literal. */
export function pyNumber(value: number): string {
  return String(value);
}

/** Lines of code, one under another; what is false falls out. */
export function lines(...all: (string | false)[]): string {
  return all.filter((line) => line !== false).join('\n');
}

/** Blocks of code with an empty line between them; what is false falls out. */
export function blocks(...all: (string | false)[]): string {
  return all.filter((block) => block !== false && block !== '').join('\n\n');
}

/** An argument of a call; what is false falls out. */
export type Argument = string | false;

const MOST_CALL = 88; // characters on one line

/** A call, on one line or with a line for each argument. */
export function call(name: string, ...all: Argument[]): string {
  const there = all.filter((each) => each !== false);
  const line = `${name}(${there.join(', ')})`;
  if (line.length <= MOST_CALL) return line;
  return lines(`${name}(`, ...there.map((each) => indented(`${each},`)), ')');
}

/** Blocks of code under a title. */
export function section(title: string, ...all: (string | false)[]): string {
  return lines(`# ---- ${title}`, blocks(...all));
}

/** A block moved to the right, so many levels. */
export function indented(code: string, levels = 1): string {
  return code.replace(/^(?=.)/gm, '    '.repeat(levels));
}

/** An import and what shows in the code that it is needed. */
export type Import = readonly [line: string, sign: RegExp];

/** The imports that some code needs, in the given order. */
export function importsOf(code: string, imports: readonly Import[]): string {
  return imports
    .filter(([, sign]) => sign.test(code))
    .map(([line]) => line)
    .join('\n');
}

/** The imports of the standard library that listings need. */
export const STANDARD_IMPORTS: readonly Import[] = [
  ['import copy', /\bcopy\.deepcopy/],
  ['import csv', /\bcsv\./],
  ['import math', /\bmath\./],
  ['import re', /\bre\.compile/],
  ['from collections import Counter', /\bCounter\(/],
];
