// Saved web pages: which text is taken, where its lines end, and in which character set it is read.
import { describe, expect, it } from 'vitest';
import { charsetOfPage } from '../../src/data/web-charset';
import { WebPageText } from '../../src/data/web-page';

const PAGE = `<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferry &amp; harbour</title>
<style>p { color: red }</style><script>if (1 < 2) document.write("<p>no</p>");</script></head>
<body><nav><ul><li><a href="/">Home</a></ul></nav><header><h1>Ferry&nbsp;runs <em>again</em></h1></header>
<!-- not a word --><main><p>The ferry left at 7&thinsp;o&rsquo;clock,<br>an hour late.<p hidden>Draft.
<p>新的渡轮 &#x1F6A2; &lt;b&gt; <span aria-hidden="true">★</span>caf&eacute;</p>
<table><tr><th>Day<td>Boats</tr><tr><td>Mon<td>4</table><ul><li>tides<li>winds</ul>
<pre>one  line
another</pre><noscript>Switch it on.</noscript><svg><title>icon</title><text>x</text></svg></main>
<aside>Read also</aside><div role="search">Find</div><footer>© Nobody</footer></body></html>`;

const TEXT = `Ferry & harbour
Ferry runs again
The ferry left at 7 o’clock,
an hour late.
新的渡轮 🚢 <b> café
Day Boats
Mon 4
tides
winds
one line
another`;

function textOf(...pieces: string[]): string {
  const page = new WebPageText();
  for (const piece of pieces) page.push(piece);
  return page.end();
}

describe('a web page', () => {
  it('gives its title and what people read of it, a line for each block', () => {
    expect(textOf(PAGE)).toBe(TEXT);
  });

  it('gives the same text wherever it is cut', () => {
    for (let at = 0; at <= PAGE.length; at++)
      expect(textOf(PAGE.slice(0, at), PAGE.slice(at))).toBe(TEXT);
    expect(textOf(...PAGE)).toBe(TEXT);
  });

  it('need not be well formed', () => {
    expect(textOf('')).toBe('');
    expect(textOf('only words')).toBe('only words');
    expect(textOf('<p>a<div>b</p></div></span>c<nav>d')).toBe('a\nb\nc');
    expect(textOf('a < b & c &copy &bogus; <i id="x')).toBe('a < b & c © &bogus;');
    expect(textOf('<b>'.repeat(20_000), 'deep')).toBe('deep');
  });
});

describe('the character set of a page', () => {
  it.each([
    ['<meta charset="GB2312">', 'gbk'],
    ['<META Charset=latin1 />', 'windows-1252'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', 'shift_jis'],
    ['<?xml version="1.0" encoding="iso-8859-2"?><html>', 'iso-8859-2'],
    ['<!-- <meta charset=big5> --><meta charset=euc-kr>', 'euc-kr'],
    ['<meta name=a content=b><meta charset="klingon">', undefined],
    ['<meta charset=utf-16>', undefined],
    ['<meta charset=utf-8>', undefined],
    ['\x1f\x8b<meta charset=big5>', undefined],
    [`${' '.repeat(1024)}<meta charset=big5>`, undefined],
  ])('%s is %s', (head, charset) => {
    expect(charsetOfPage(new Uint8Array(Buffer.from(head, 'latin1')))).toBe(charset);
  });
});
