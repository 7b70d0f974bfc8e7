// A requester with a key of its own: registered by the operator, asking and collecting through the API alone.
import { expect } from '@playwright/test';
import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import type { Claimant } from './claimant';
import { origin } from './place';
import { file, told } from './program';

export type Item = { category: string; reason: string; decision_points: string[]; from?: string };

/** What is asked for unless a test says otherwise: four that are plain, two that are specially protected. */
export const items: Item[] = [
  { category: 'who-i-am', reason: 'To be sure that the record is yours.', decision_points: ['period'] },
  { category: 'conditions', reason: 'To see which illnesses you have.', decision_points: ['period'] },
  { category: 'medicines', reason: 'To see which medicines you take.', decision_points: ['dl3'] },
  { category: 'letters-and-documents', reason: 'Letters may say how far you can walk.', decision_points: ['m2'] },
  { category: 'mental-health', reason: 'You told us that crowds are hard.', decision_points: ['dl9'] },
  { category: 'bladder-and-bowel', reason: 'You told us that you need help.', decision_points: ['dl5'] },
];

export class Requester {
  private token: { words: string; until: number } | undefined;

  private constructor(
    readonly id: string,
    private readonly key: KeyObject,
  ) {}

  static async register(): Promise<Requester> {
    const id = `dwp-test-${randomUUID().slice(0, 8)}`;
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' };
    const jwks = file('jwks.json', JSON.stringify({ keys: [jwk] }));
    await told(
      'client', 'add', '--id', id, '--organisation', 'Department for Work and Pensions', '--team', 'Testing, Leeds',
      '--jwks', jwks, '--purpose', 'all',
    );
    return new Requester(id, privateKey);
  }

  /** Asks about somebody, and gives the id of the request. */
  async ask(about: Claimant, asked: Item[] = items): Promise<string> {
    const answer = await this.call('/api/v1/requests', {
      reference: `T-${randomUUID().slice(0, 13)}`,
      kind: 'routine',
      purpose: 'pip-first-decision',
      officer: { reference: 'LDS-0417', role: 'Decision maker' },
      explanation: 'You told us on your form that your illness makes it hard to walk, wash and cook.',
      claimant: {
        nino: about.nino,
        nhs_number: about.nhsNumber,
        given_name: about.givenName,
        family_name: about.familyName,
        birth_date: about.birthDate,
        postcode: about.postcode,
      },
      items: asked,
      recipients: ['DWP PIP decision makers', 'Capita'],
      keep_for: 'P12M',
      respond_by: daysAhead(42),
    });
    if (answer.status !== 201) throw new Error(`asking: ${answer.status} ${await answer.text()}`);
    const { id } = await answer.json();
    await matched(id);
    return id;
  }

  /** May it have this? */
  async check(request: string, category: string): Promise<Record<string, any>> {
    const answer = await this.call('/api/v1/consent-checks', { checks: [{ request_id: request, category }] });
    return (await answer.json()).results[0];
  }

  /** The release, or the problem that stands in its place. */
  async collect(request: string): Promise<{ status: number; digest: string; header: string | null; bytes: Buffer }> {
    const answer = await this.call(`/api/v1/requests/${request}/release`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, digest: sha256(bytes), header: answer.headers.get('content-digest'), bytes };
  }

  private async call(path: string, body?: unknown): Promise<Response> {
    if (!this.token || this.token.until < Date.now()) this.token = await this.newToken();
    const headers = { authorization: `Bearer ${this.token.words}`, 'content-type': 'application/json' };
    return fetch(`${origin}${path}`, { headers, method: body ? 'POST' : 'GET', body: body && JSON.stringify(body) });
  }

  // RFC 7523: signed here, so that no library of ours is on both sides.
  private async newToken(): Promise<{ words: string; until: number }> {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = part({ alg: 'ES256', kid: 'one', typ: 'JWT' });
    const claims = part({
      iss: this.id, sub: this.id, aud: `${origin}/oauth2/token`, iat: now, exp: now + 120, jti: randomUUID(),
    });
    const signature = sign('sha256', Buffer.from(`${head}.${claims}`), { key: this.key, dsaEncoding: 'ieee-p1363' });
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${head}.${claims}.${signature.toString('base64url')}`,
    });
    const answer = await fetch(`${origin}/oauth2/token`, { method: 'POST', body });
    if (answer.status !== 200) throw new Error(`no token: ${answer.status} ${await answer.text()}`);
    const { access_token: words, expires_in: seconds } = await answer.json();
    return { words, until: Date.now() + (seconds - 30) * 1000 };
  }
}

// Whom a request is about is found out after the answer; an operator sees those that are still looked for.
async function matched(id: string): Promise<void> {
  const unmatched = async () => JSON.stringify((await told('request', 'unmatched')).requests);
  await expect.poll(unmatched, { message: 'somebody is found whom the request is about', timeout: 60_000 }).not.toContain(id);
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function daysAhead(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
