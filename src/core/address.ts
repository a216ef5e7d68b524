// Addresses as people type them.

/** What was typed as an address, or null where it is none that can be fetched. */
export function addressOf(typed: string): URL | null {
  const whole = /^[a-z][a-z+.-]*:/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const isHost = url.hostname.includes('.') || /^(localhost|\[)/.test(url.hostname);
  return /^https?:$/.test(url.protocol) && isHost && url.username === '' ? url : null;
}
