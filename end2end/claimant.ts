// Invented people, one for each test, so that no test depends on another. Their numbers are valid and belong to nobody:
// NHS numbers of the 999 range are kept for tests.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './place';
import { file, told } from './program';

export type Claimant = {
  givenName: string;
  familyName: string;
  birthDate: string;
  postcode: string;
  nino: string;
  nhsNumber: string;
  code: string;
  email: string;
  password: string;
};

// Their record is that of somebody in the demo, with the number changed.
const record = readFileSync(join(root, 'server/demo/people/sian-o-neill-pugh.json'), 'utf8');
const numberInRecord = '9990812373';

/** Somebody whom the operator has verified, with a record, a code and no account. */
export async function claimant(familyName = 'D’Arcy-Ŵynn'): Promise<Claimant> {
  const { nino, nhsNumber } = numbers();
  const person = {
    givenName: 'Nerys',
    familyName,
    birthDate: '1979-03-14',
    postcode: 'SY23 9QX',
    nino,
    nhsNumber,
    email: `nerys.${randomUUID()}@example.org`,
    password: 'otter lantern gravel seven',
  };
  const added = await told(
    'person', 'add', '--given-name', person.givenName, '--family-name', person.familyName,
    '--birth-date', person.birthDate, '--postcode', person.postcode, '--nino', person.nino, '--nhs-number', person.nhsNumber,
  );
  const bundle = file('record.json', record.replaceAll(numberInRecord, person.nhsNumber));
  await told('record', 'import', '--nhs-number', person.nhsNumber, bundle);
  return { ...person, code: added.activation_code };
}

// Counted, never drawn: of some hundred that are drawn out of a million, two are the same in one run of two hundred. No two
// processes of a run share their thousands.
let next = Number(process.env.TEST_WORKER_INDEX ?? 0) * 1000;

// A number of each kind that nobody else has. Nine digits and what modulus 11 makes of them; some nine have no check digit.
function numbers(): { nino: string; nhsNumber: string } {
  for (;;) {
    const six = String(next).padStart(6, '0');
    next += 1;
    const sum = [...`999${six}`].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return { nino: `JR${six}A`, nhsNumber: `999${six}${check}` };
  }
}
