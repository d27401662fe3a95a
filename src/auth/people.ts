import type { EntityManager } from '@mikro-orm/postgresql';
import type { SystemSql } from '../database/system-sql.js';
import { passwordMatches } from './passwords.js';
import { User } from './user.entity.js';

interface Person {
  id: string;
  name: string;
  passwordHash: string;
}

/** The owner of the e-mail comes first, then whoever claimed it last. */
const candidatesSql = `
  select id, name, password_hash as "passwordHash" from users
   where (email = $1 and claimed_email is null) or claimed_email = $1 order by claimed_email is not null, id desc limit 2`;

/**
 * The person with this e-mail and password, and whether the e-mail is known. Always compares two passwords,
 * so that the time does not reveal how many people there are.
 */
export async function findPerson(
  sql: SystemSql,
  email: string,
  password: string,
): Promise<{ person?: Person; isKnown: boolean }> {
  const [first, second] = await sql.query<Person & Record<string, unknown>>(
    'people_by_email',
    candidatesSql,
    [email],
  );
  const [isFirst, isSecond] = await Promise.all(
    [first, second].map((candidate) => passwordMatches(candidate?.passwordHash, password)),
  );
  return { person: isFirst ? first : isSecond ? second : undefined, isKnown: first !== undefined };
}

/** Somebody without an account. With `isClaim` the e-mail is another's, and stays so. */
interface NewPerson extends Person {
  email: string;
  isClaim: boolean;
}

export async function addPerson(em: EntityManager, { isClaim, email, ...person }: NewPerson): Promise<void> {
  const emails = isClaim ? { email: placeholder(person.id), claimedEmail: email } : { email };
  em.create(User, { ...person, ...emails });
  await em.flush();
}

/** An address that nobody can have and nobody can type: `invalid` is reserved, and e-mails are checked. */
const placeholder = (id: string) => `${id}@claimed.invalid`;
