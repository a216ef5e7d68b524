// The good rows of one part as they gather into columnar chunks, and an account of its bad ones.
import { CHUNK_ROWS, NO_LABEL, type BadRow, type RowChunk } from '../core/types';
import { append, byteColumn, type ByteColumn } from './byte-column';

const KEPT_BAD = 200;

/** Rows of a part; readers put a row's bytes behind those of the rows before it, and it is taken or cut back. */
export class PartRows {
  readonly full: RowChunk[] = []; // to be taken away by the caller
  readonly labels: Uint16Array<ArrayBuffer>[] = []; // numbers in the label book or NO_LABEL, one array a chunk
  readonly validation: Uint8Array<ArrayBuffer>[] = []; // 1 = given as validation, one array a chunk
  readonly bad: { count: number; examples: BadRow[] } = { count: 0, examples: [] };
  readonly texts: readonly ByteColumn[];
  readonly id = byteColumn(); // what the file calls the rows
  rowCount = 0;
  unlabelled = 0;
  givenValidation = 0;
  #chunk: OpenChunk;

  constructor(textFields: number) {
    this.texts = Array.from({ length: textFields }, byteColumn);
    this.#chunk = openChunk(textFields);
  }

  /** Takes the row whose bytes lie at the ends of the columns. */
  take(line: number, label: number, isValidation: boolean): void {
    const chunk = this.#chunk;
    const { rows } = chunk;
    chunk.lines[rows] = line;
    chunk.labels[rows] = label;
    if (label === NO_LABEL) this.unlabelled++;
    if (isValidation) this.givenValidation += chunk.validation[rows] = 1;
    chunk.rows++;
    for (let i = 0; i < this.texts.length; i++) chunk.offsets[i][rows + 1] = this.texts[i].length;
    chunk.idOffsets[rows + 1] = this.id.length;
    this.rowCount++;
    if (chunk.rows === CHUNK_ROWS) this.flush();
  }

  /** Takes away the bytes of a row that was not taken. */
  cutBack(): void {
    const { offsets, idOffsets, rows } = this.#chunk;
    for (let i = 0; i < this.texts.length; i++) this.texts[i].length = offsets[i][rows];
    this.id.length = idOffsets[rows];
  }

  /** Moves the bytes of a row that was not taken to another part. */
  moveTo(other: PartRows): void {
    const { offsets, idOffsets, rows } = this.#chunk;
    this.texts.forEach(({ bytes, length }, i) =>
      append(other.texts[i], bytes.subarray(offsets[i][rows], length)),
    );
    append(other.id, this.id.bytes.subarray(idOffsets[rows], this.id.length));
    this.cutBack();
  }

  /** Whether the row under way has no text. */
  isBlank(): boolean {
    return this.texts.every((text, i) => {
      for (let at = this.#chunk.offsets[i][this.#chunk.rows]; at < text.length; at++)
        if (text.bytes[at] > 32) return false;
      return true;
    });
  }

  /** Notes a row that cannot be used. */
  noteBad(bad: BadRow): void {
    this.bad.count++;
    if (this.bad.examples.length < KEPT_BAD) this.bad.examples.push(bad);
  }

  /** Closes the chunk under way, if it has rows. */
  flush(): void {
    const { rows, lines, offsets, idOffsets, labels, validation } = this.#chunk;
    if (rows === 0) return;
    const fields = this.texts.map((text, i) => closed(text, offsets[i], rows));
    const ids = this.id.length > 0 ? { ids: closed(this.id, idOffsets, rows) } : {};
    const rowStart = this.rowCount - rows;
    this.full.push({ rowStart, fields, lines: lines.slice(0, rows), ...ids });
    this.labels.push(labels.slice(0, rows));
    this.validation.push(validation.slice(0, rows));
    for (const column of [...this.texts, this.id]) column.length = 0;
    this.#chunk = openChunk(this.texts.length);
  }
}

function closed({ bytes, length }: ByteColumn, offsets: Uint32Array<ArrayBuffer>, rows: number) {
  return { bytes: bytes.slice(0, length), offsets: offsets.slice(0, rows + 1) };
}

interface OpenChunk {
  rows: number;
  lines: Uint32Array<ArrayBuffer>;
  labels: Uint16Array<ArrayBuffer>;
  validation: Uint8Array<ArrayBuffer>;
  offsets: Uint32Array<ArrayBuffer>[]; // of each text column
  idOffsets: Uint32Array<ArrayBuffer>;
}

function openChunk(textFields: number): OpenChunk {
  return {
    rows: 0,
    lines: new Uint32Array(CHUNK_ROWS),
    labels: new Uint16Array(CHUNK_ROWS),
    validation: new Uint8Array(CHUNK_ROWS),
    offsets: Array.from({ length: textFields }, () => new Uint32Array(CHUNK_ROWS + 1)),
    idOffsets: new Uint32Array(CHUNK_ROWS + 1),
  };
}
