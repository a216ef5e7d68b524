// Starts the page: the language first, then the frame, then what this browser keeps.
import { mount } from 'svelte';
import './app.css';
import { firstLanguage } from './state/language.svelte';
import { App } from './state/app.svelte';
import Frame from './ui/App.svelte';

const app = new App();
await app.language.choose(firstLanguage());
const target = document.getElementById('app');
if (target) mount(Frame, { target, props: { app } });
await app.open();
