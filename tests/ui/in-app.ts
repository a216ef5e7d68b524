// Renders a component within the real state of the page, in a language.
import type { Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import '../../src/app.css';
import { App } from '../../src/state/app.svelte';
import type { LanguageCode } from '../../src/i18n/format';
import InApp from './InApp.svelte';

/** Renders a component; gives the state that it sees. */
export async function renderInApp<P extends Record<string, unknown>>(
  component: Component<P>,
  inner: P,
  code: LanguageCode = 'en',
): Promise<{ app: App; screen: Awaited<ReturnType<typeof render>> }> {
  localStorage.clear();
  const app = new App();
  await app.language.choose(code);
  const screen = await render(InApp, { app, component, inner } as never);
  return { app, screen };
}
