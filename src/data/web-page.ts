// The text of a saved web page: its title and body, without what is there for the browser or for moving about the site.
// https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3 tells which elements stand in lines of their own.
import { Parser } from 'htmlparser2';
import { faultOf } from '../core/errors';
import { openText, readBytes } from './source';
import { charsetOfPage, PRESCAN_BYTES } from './web-charset';

/** Elements whose content no reader of the page reads, or that belong to the site rather than to the page. */
const LEFT_OUT = new Set(
  'script,style,noscript,template,nav,footer,aside,dialog,svg,math,canvas,iframe,object,audio,video,button,select,datalist,textarea,rp,rt'.split(
    ',',
  ),
);
const ROLES_LEFT_OUT = new Set(['navigation', 'contentinfo', 'complementary', 'search', 'menu']);

/** Elements that begin a line and end it. */
const BLOCKS = new Set(
  'address,article,aside,blockquote,body,br,caption,center,dd,details,dir,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hgroup,hr,html,legend,li,main,menu,nav,ol,p,pre,search,section,summary,table,tbody,tfoot,thead,title,tr,ul'.split(
    ',',
  ),
);
const CELLS = new Set(['td', 'th']);

/** Reads the text of a page, in a chosen character set or else in its own; one that is wrong about itself is guessed. */
export async function readWebPage(
  file: File,
  count: (bytes: number) => void,
  chosen?: string,
): Promise<string> {
  const own = chosen ?? charsetOfPage(await readBytes(file, 0, PRESCAN_BYTES));
  try {
    return await textOf(file, count, own);
  } catch (error) {
    if (own === chosen || faultOf(error).key !== 'file.charset') throw error;
    return textOf(file, () => undefined);
  }
}

async function textOf(
  file: File,
  count: (bytes: number) => void,
  charset?: string,
): Promise<string> {
  const { blocks } = await openText(file, count, charset);
  const decoder = new TextDecoder();
  const page = new WebPageText();
  for await (const block of blocks) page.push(decoder.decode(block, { stream: true }));
  return page.end();
}

/** Takes a page piece by piece, cut anywhere, and gives its text at the end. */
export class WebPageText {
  readonly #parser: Parser;
  readonly #lines: string[] = [];
  #line = '';
  #depth = 0; // open elements
  #leftOutFrom = Infinity; // depth of the outermost element that is left out
  #plainFrom = Infinity; // depth of the outermost element whose line ends count

  constructor() {
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#open(name, attributes),
      onclosetag: (name) => this.#close(name),
      ontext: (text) => this.#add(text),
    });
  }

  /** Reads one more piece. */
  push(piece: string): void {
    this.#parser.write(piece);
  }

  /** The text: a line for each block, in the order of the page. */
  end(): string {
    this.#parser.end();
    this.#endLine();
    return this.#lines.join('\n');
  }

  #open(name: string, attributes: Record<string, string>): void {
    this.#depth++;
    if (this.#leftOutFrom < this.#depth) return;
    if (BLOCKS.has(name)) this.#endLine();
    else if (CELLS.has(name)) this.#line += ' ';
    if (isLeftOut(name, attributes)) this.#leftOutFrom = this.#depth;
    else if (name === 'pre') this.#plainFrom = Math.min(this.#plainFrom, this.#depth);
  }

  #close(name: string): void {
    if (BLOCKS.has(name) && this.#leftOutFrom >= this.#depth) this.#endLine();
    if (this.#leftOutFrom === this.#depth) this.#leftOutFrom = Infinity;
    if (this.#plainFrom === this.#depth) this.#plainFrom = Infinity;
    this.#depth--;
  }

  #add(text: string): void {
    if (this.#leftOutFrom <= this.#depth) return;
    if (this.#plainFrom > this.#depth) {
      this.#line += text;
      return;
    }
    const [first, ...others] = text.split(/\r\n|\n|\r/);
    this.#line += first;
    for (const other of others) {
      this.#endLine();
      this.#line = other;
    }
  }

  #endLine(): void {
    const line = this.#line.replace(/\s+/g, ' ').trim();
    if (line !== '') this.#lines.push(line);
    this.#line = '';
  }
}

function isLeftOut(name: string, attributes: Record<string, string>): boolean {
  const isHidden = 'hidden' in attributes || attributes['aria-hidden'] === 'true';
  return isHidden || LEFT_OUT.has(name) || ROLES_LEFT_OUT.has(attributes.role);
}
