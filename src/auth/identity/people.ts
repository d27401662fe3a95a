import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CONFIG, type Config } from '../../config.js';
import { rowsOf } from '../../database/database.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { passwordMatches } from './passwords.js';
import { keyedHash } from './secrets.js';
import { User } from './user.entity.js';

interface Person {
  id: string;
  name: string;
  passwordHash: string;
}

/** The owner of the e-mail comes first, then whoever claimed it with such a password, the oldest first. */
const candidatesSql = `
  select id, name, password_hash as "passwordHash" from users
   where (email = $1 and claimed_email is null) or claimed_email = $1
   order by claimed_email is not null, claim_hint = $2 desc nulls last, id limit 2`;

interface Found {
  person?: Person;
  /** Whether anybody has the e-mail. */
  isKnown: boolean;
  /** {@link People.claimHint} of the e-mail and password. */
  claimHint: Buffer;
}

/** Who is who at a sign-in. Any number of people may have claimed one e-mail. */
@Injectable()
export class People {
  constructor(
    private readonly sql: SystemSql,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Two passwords are compared in any case, so that the time does not tell how many people there are. */
  async find(email: string, password: string): Promise<Found> {
    const claimHint = this.claimHint(email, password);
    const [first, second] = await this.sql.query<Person & Record<string, unknown>>(
      'people_by_email',
      candidatesSql,
      [email, claimHint],
    );
    const [isFirst, isSecond] = await Promise.all(
      [first, second].map((candidate) => passwordMatches(candidate?.passwordHash, password)),
    );
    return {
      person: isFirst ? first : isSecond ? second : undefined,
      isKnown: first !== undefined,
      claimHint,
    };
  }

  /** Two bytes tell those who claimed one e-mail apart, and say next to nothing of a password. */
  claimHint(email: string, password: string): Buffer {
    return keyedHash(this.config.JWT_SECRET, 'claim', email, password).subarray(0, 2);
  }
}

/** Somebody without an account. With a `claimHint` the e-mail is another's, and stays so. */
interface NewPerson extends Person {
  email: string;
  claimHint?: Buffer;
}

/**
 * Locks a person against changes of the password until the transaction ends. Returns false when it was changed
 * since it was compared: then no session may be opened.
 */
export async function holdPassword(
  em: EntityManager,
  userId: string,
  passwordHash: string,
): Promise<boolean> {
  const sql = 'select 1 from users where id = $1 and password_hash = $2 for share';
  return (await rowsOf(em, sql, [userId, passwordHash])).length > 0;
}

export async function addPerson(
  em: EntityManager,
  { claimHint, email, ...person }: NewPerson,
): Promise<void> {
  const emails = claimHint ? { email: placeholder(person.id), claimedEmail: email, claimHint } : { email };
  em.create(User, { ...person, ...emails });
  await em.flush();
}

/** An address that nobody can have and nobody can type: `invalid` is reserved, and e-mails are checked. */
const placeholder = (id: string) => `${id}@claimed.invalid`;
