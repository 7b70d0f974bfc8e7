// Where the binary, its store and its address are: for the configuration and for every test. Holds no state of its own.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(__dirname, '..');

const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
export const binary = process.env.SAYSO_BINARY ?? join(target, 'debug', 'sayso');

const port = process.env.SAYSO_END2END_PORT ?? '3411';
export const address = `127.0.0.1:${port}`;
export const origin = `http://${address}`;

// Set for the workers too, which read this file again and must not make a store of their own.
export const data = (process.env.SAYSO_END2END_DATA ??= mkdtempSync(join(tmpdir(), 'sayso-end2end-')));

// The program refuses settings that it does not know, such as those that are meant for us.
const foreign = Object.keys(process.env).filter((name) => name.startsWith('SAYSO_'));
const unset = Object.fromEntries(foreign.map((name) => [name, undefined as unknown as string]));

/** What the program needs to know, whether it serves or does one thing beside the server; and nothing else. */
export const environment = { ...unset, SAYSO_BIND: address, SAYSO_BASE_URL: origin, SAYSO_DATA_DIR: data };
