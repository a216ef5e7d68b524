// The one state object of the page, made in main.ts and handed down by context.
import { createContext } from 'svelte';
import { makeWorkers } from '../workers/client';
import { Augmented } from './augmented.svelte';
