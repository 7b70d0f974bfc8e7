// The program itself, run beside the server on the same store, as an operator would.
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binary, data, environment } from './place';

export type Ended = { code: number; out: string; err: string };

/** Runs it to its end, whatever that is. */
export function sayso(...words: string[]): Promise<Ended> {
  return new Promise((done) => {
    const options = { cwd: data, env: { ...process.env, ...environment } };
    execFile(binary, words, options, (why, out, err) => {
      done({ code: why === null ? 0 : Number(why.code ?? -1), out, err });
    });
  });
}

/** Runs it with `--json`, and takes nothing but success. */
export async function told(...words: string[]): Promise<Record<string, any>> {
  const { code, out, err } = await sayso(...words, '--json');
  if (code !== 0) throw new Error(`sayso ${words.slice(0, 2).join(' ')} ended with ${code}: ${err}`);
  return JSON.parse(out);
}

/** A file that the program can read. */
export function file(name: string, content: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'sayso-file-')), name);
  writeFileSync(path, content);
  return path;
}
