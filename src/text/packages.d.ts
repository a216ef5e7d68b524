// The parts that are used of packages without types.
declare module 'snowball-stemmers' {
  const snowball: { newStemmer(algorithm: string): { stem(word: string): string } };
  export default snowball;
}

declare module 'stopword' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an import would turn the declarations into additions
  type Lists = typeof import('../core/languages').STOPPED;
  const lists: Record<Lists[keyof Lists], string[]>;
  export = lists;
}
