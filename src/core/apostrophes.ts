// The marks that are written as an apostrophe. Whoever types one means any of them.

/** Straight, curly, the modifier letter, and the full-width one. */
export const APOSTROPHES = "'’ʼ＇";
