// Starts the page: the first words of the language, then the frame, the other words, and what this browser keeps.
import { mount } from 'svelte';
import './app.css';
import { firstLanguage } from './state/language.svelte';
import { App } from './state/app.svelte';
import Frame from './ui/App.svelte';

const app = new App();
await app.language.open(firstLanguage());
const target = document.getElementById('app');
if (target) mount(Frame, { target, props: { app } });
app.language.complete().catch(() => undefined); // asked for again by the place that needs them
await app.open();
